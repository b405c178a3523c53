import type { Stack } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { JobInterfaces } from './job-network';
import type { JobArns } from './names-in-arns';
import type { PropertyNames } from './validation/member-names';

/**
 * What sets one kind of job apart from the others at synthesis: who runs it, what the handler may do with it, and how
 * it is called. What the handler does with it at deployment is in the kind's file in `lambda/kinds`.
 *
 * @internal
 */
export interface JobDefinition {
  /** The kind's key in the contract with the handler. */
  readonly kind: string;
  /** The type of its custom resource. */
  readonly resourceType: string;
  /** The service as it is called in ARNs and actions. */
  readonly service: string;
  /** The type of the job's resource in its ARN. */
  readonly arnResource: string;
  /** Whether the ARN ends in the name that the job was given, or in an id that the service has chosen. */
  readonly arnHasName: boolean;
  /** The longest name that the service takes. */
  readonly longestName: number;
  /** The most tags that the service takes. */
  readonly mostTags: number;
  /** How the Create request calls the job's name and its tags, and what a tag is made of. */
  readonly members: {
    readonly name: string;
    readonly tags: string;
    readonly tag: readonly [key: string, value: string];
  };
  /** The properties that set the members of the Create request. */
  readonly properties: PropertyNames;
  /** The members of the Create request that are not the user's to override, and what says them instead. */
  readonly ownMembers: { readonly [member: string]: string };
  /** The role with which the service runs a job, where it takes one. */
  readonly role?: JobRoleDefinition;
  /** What the handler does with jobs of the kind, without the service's prefix. */
  readonly actions: readonly string[];
  /** The same, where the service does not let it be limited to resources. */
  readonly unscopedActions?: readonly string[];
  /** The action that starts a job, and the one that reads it. */
  readonly createAction: string;
  readonly describeAction: string;
  /** The events that the service sends of its jobs, where it sends any. */
  readonly events?: JobEvents;
}

/** The role with which a service runs a job of a kind. */
export interface JobRoleDefinition {
  /** How the Create request calls it. */
  readonly member: string;
  /** The principal that assumes it. */
  readonly servicePrincipal: string;
  /** What the service sends when it assumes the role, as conditions: an ARN of the jobs, and their account. */
  readonly trust: (jobs: JobArns, account: string) => iam.Conditions;
  /** What it sends where it assumes the role for something else than the job. */
  readonly otherTrust?: (stack: Stack) => iam.Conditions[];
  /** What the role of a job in a VPC needs. */
  readonly networkAccess: (interfaces: JobInterfaces) => iam.PolicyStatement[];
}

/** The events that a service sends to EventBridge when a job changes its state. */
export interface JobEvents {
  readonly source: string;
  readonly detailType: string;
  /** The members of the event's detail with the job's name and its status. */
  readonly name: string;
  readonly status: string;
}
