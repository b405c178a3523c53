import type { Stack } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import { JOB_FACTS, type JobFacts, type JobKindKey } from '../contract';
import type { JobInterfaces } from './job-network';
import type { JobArns } from '../access/names-in-arns';
import type { PropertyNames } from '../validation/member-names';

/** What both ends of a job read of the service's model. */
type SharedFact = 'service' | 'arnResource' | 'arnHasName' | 'longestName' | 'mostTags';

/** What of a definition follows from the service's model. */
type GivenDefinition = Omit<JobDefinition, 'properties' | 'role' | 'events' | 'usualWaitSeconds' | 'defaultNames'>;

/**
 * What sets one kind of job apart from the others at synthesis: who runs it, what the handler may do with it, and how
 * it is called. What the handler does with it at deployment is in the kind's file in `lambda/kinds`.
 *
 * @internal
 */
export interface JobDefinition extends Pick<JobFacts, SharedFact> {
  /** The kind's key in the contract with the handler. */
  readonly kind: string;
  /** The type of its custom resource. */
  readonly resourceType: string;
  /** How the Create request calls the job's name, its role and its tags, and what a tag is made of. */
  readonly members: JobFacts['request'];
  /**
   * How long a deployment waits, in seconds, where the request does not say how long the job may run: the documentation of
   * the kind says so. @default - as long as the job's resource can wait by itself
   */
  readonly usualWaitSeconds?: number;
  /** The properties that set the members of the Create request. */
  readonly properties: PropertyNames;
  /** The members of the Create request that are not the user's to override, and what says them instead. */
  readonly ownMembers: { readonly [member: string]: string };
  /** Members with names that the handler makes from that of the job, with single hyphens, where the request leaves them out. */
  readonly defaultNames?: readonly string[];
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

/** What a definition takes that is not in the service's model. */
export interface DefinitionOptions {
  /** What the handler does with tags, without the service's prefix. */
  readonly tagActions: readonly string[];
  /** What else it does with jobs of the kind. */
  readonly moreActions?: readonly string[];
  /** Whether the service checks the Create call against no resource. @default false */
  readonly createsUnscoped?: boolean;
  /** @default - those of the kind in the service's model */
  readonly facts?: JobFacts;
}

/**
 * The part of a kind's definition that follows from its service's model.
 *
 * @internal
 */
export function definitionOf(
  { kind, resourceType }: { readonly kind: string; readonly resourceType: string },
  { tagActions, moreActions = [], createsUnscoped = false, facts = JOB_FACTS[kind as JobKindKey] }: DefinitionOptions,
): GivenDefinition {
  const { service, arnResource, arnHasName, longestName, mostTags, request: members, operations } = facts;
  const { create, describe, stop = [], delete: deletion = [], list = [] } = operations;
  return {
    kind,
    resourceType,
    service,
    arnResource,
    arnHasName,
    longestName,
    mostTags,
    members,
    ownMembers: Object.fromEntries([
      [members.name, "use the job's name property"],
      ...(members.role === undefined ? [] : [[members.role, "use 'role'"]]),
      ...members.tags.map((member) => [member, 'use Tags.of()']),
      ...(members.token === undefined ? [] : [[members.token, OWN_TOKEN]]),
    ]),
    createAction: create,
    describeAction: describe,
    actions: [createsUnscoped ? [] : create, describe, stop, deletion, moreActions, tagActions].flat(),
    unscopedActions: [createsUnscoped ? create : [], list].flat(),
  };
}

const OWN_TOKEN = 'the handler sets it, so that no job is started twice';

/** The role with which a service runs a job of a kind. */
export interface JobRoleDefinition {
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
