import type * as iam from 'aws-cdk-lib/aws-iam';
import type { IDependable } from 'constructs';
import type { Acceptance } from '../contract';
import type { Request } from './request-overrides';
import type { Finding } from '../validation/finding';

/** What a kind of job hands to `Job` to be run. */
export interface JobRun {
  /** The service's Create request, without name and tags. */
  readonly request: Request;
  /** How long the job may run, in seconds, as far as the request says it. @default - no request of the kind says it */
  readonly maxRuntimeOf?: (request: Request) => number | undefined;
  /** The attributes that become stack outputs. */
  readonly outputs: readonly string[];
  /** What the request must be besides what the service's model says. */
  readonly rules: (request: Request) => Iterable<Finding>;
  /** What counts as a success, where the user says so. */
  readonly acceptance?: Acceptance;
  /** What else than the job itself the Create call is checked against: ARNs. */
  readonly createdOn?: readonly string[];
  /** What the handler does for the job besides calls about jobs of the kind, such as with what a job makes. @default - nothing */
  readonly furtherCalls?: readonly iam.PolicyStatement[];
  /** Whether what the job has made is deleted with its resource, besides what is in S3. @default false */
  readonly deletesResult?: boolean;
  /** The ARN of what the job belongs in, where policies know it by that: the service has no ARN of the job itself. @default - it has */
  readonly place?: string;
  /** The role that the job brought, for the handler to pass on. */
  readonly role?: iam.IRole;
  /** What must be there from before the first call until after the last. */
  readonly needs?: readonly IDependable[];
}
