import type * as iam from 'aws-cdk-lib/aws-iam';
import type { IDependable } from 'constructs';
import type { Acceptance } from '../contract';
import type { Request } from './request-overrides';
import type { Finding } from '../validation/finding';

/** What the handler needs for a job whose service has ARNs of jobs. */
export interface OwnAccess {
  readonly place?: undefined;
  /** What else than the job itself the Create call is checked against: ARNs. @default - nothing */
  readonly createdOn?: readonly string[];
  /** What the handler does for the job besides calls about jobs of the kind, such as with what a job makes. @default - nothing */
  readonly furtherCalls?: readonly iam.PolicyStatement[];
  /** What it does besides when the job is deleted: no job says anything of its own in it. @default - nothing */
  readonly deletionCalls?: readonly iam.PolicyStatement[];
  /** The role that the job brought, for the handler to pass on. @default - it brought none */
  readonly role?: iam.IRole;
}

/** The same where the service has no ARN of a job: all calls are about what the job belongs in, and nothing else is permitted. */
export interface PlacedAccess {
  /** The ARN of what the job belongs in, by which policies know it. */
  readonly place: string;
  readonly createdOn?: undefined;
  readonly furtherCalls?: undefined;
  readonly deletionCalls?: undefined;
  readonly role?: undefined;
}

/** What a kind of job hands to `Job` to be run, besides what the handler needs for it. */
export interface JobRunOptions {
  /** The service's Create request, without name and tags. */
  readonly request: Request;
  /** How long the job may run, in seconds, as far as the request says it. @default - no request of the kind says it */
  readonly maxRuntimeOf?: (request: Request) => number | undefined;
  /** The attributes that become stack outputs, and are known as soon as the service has accepted the job. */
  readonly outputs: readonly string[];
  /** Those that become stack outputs where the deployment waits for the end of the job. @default - none */
  readonly results?: readonly string[];
  /** What the request must be besides what the service's model says. */
  readonly rules: (request: Request) => Iterable<Finding>;
  /** What counts as a success, where the user says so. */
  readonly acceptance?: Acceptance;
  /** Whether what the job has made is deleted with its resource, besides what is in S3. @default false */
  readonly deletesResult?: boolean;
  /** What must be there from before the first call until after the last. */
  readonly needs?: readonly IDependable[];
}

/** What a kind of job hands to `Job` to be run. */
export type JobRun = JobRunOptions & (OwnAccess | PlacedAccess);
