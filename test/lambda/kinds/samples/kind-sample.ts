import type { Job, JobKind, JobPhase, JobRequest, JobView } from '../../../../lambda/job-kind';

/** What an SDK client and its commands are called in a test, whatever their service. */
export interface KindSample {
  /** The kind, with a client whose calls the test answers. */
  readonly make: (view?: JobView) => JobKind;
  /** The service's client, for its calls to be answered. */
  readonly client: new (setup: object) => object;
  readonly commands: {
    readonly create: new (input: never) => object;
    readonly describe: new (input: never) => object;
    /** Where jobs can be stopped. */
    readonly stop?: new (input: never) => object;
  };
  readonly noun: string;
  readonly name: string;
  readonly arn: string;
  /** A request as CloudFormation hands it on, with the tag `team: vision`, and what of it makes the job. */
  readonly request: JobRequest;
  readonly spec: JobRequest;
  /** Members that the Create call does not have. */
  readonly unknownMembers: readonly string[];
  /** What the Create call is sent of the spec, besides tags, and besides name and token as they are. */
  readonly sent: JobRequest;
  /** What the Create call answers. @default - the ARN, in the member for it */
  readonly created?: object;
  /** What the other calls ask with. @default - the name or the ARN, in the member for it */
  readonly asked?: object;
  /** The answer in which the service says something of a job. @default - what it says is the answer */
  readonly answered?: (said: object) => object;
  /** What the service says of a job that it has just accepted, and of one that has completed. */
  readonly accepted: object;
  readonly completed: object;
  /** When the completed job began, and what else its kind knows of it. */
  readonly since: Date;
  readonly more?: Partial<Job>;
  /** The attributes of the completed job. */
  readonly attributes: { readonly [name: string]: string };
  /** Those that the service gives at once. */
  readonly first: { readonly [name: string]: string };
  /** Every status of the service's model, and one that it does not have. */
  readonly phases: { readonly [status: string]: JobPhase };
  /** A reason of the service, and what must be in the hint for it. */
  readonly reason: readonly [text: string, hint: string];
  /** Whether the service may give several reasons. */
  readonly hasListOfReasons?: boolean;
  /** What a job that does not exist is described with. */
  readonly missing: readonly Error[];
  readonly hasRecordToDelete: boolean;
  readonly traces: string;
}
