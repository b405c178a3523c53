/*
 * What crosses from a construct to the handler, in one place, so that the compiler holds both ends to it.
 * CloudFormation turns every scalar of a custom resource's properties into a string; the types here say so.
 */

/** The custom resource properties of every job. */
export interface JobProperties {
  /** The kind of job: the key under which the handler knows it. */
  readonly Kind: string;
  /** The request of the service's Create operation, in the API's own words, without the job's name. */
  readonly Request: { readonly [member: string]: unknown };
  /** What the names of the job's attempts begin with. */
  readonly NamePrefix: string;
  /** The one name that the job must have, where the user gave one. */
  readonly JobName?: string;
  /** The state machine that carries the job to its end. */
  readonly StateMachineArn: string;
  /** `'false'` to answer as soon as the service has accepted the job. */
  readonly WaitForCompletion: 'true' | 'false';
  /** How long the deployment waits before it stops the job, in seconds. */
  readonly WaitSeconds: string;
  /** Any change of it runs the job again. */
  readonly RerunKey?: string;
}

/** How long CloudFormation waits for the answer of a custom resource at most, in seconds. */
export const LONGEST_SERVICE_TIMEOUT_SECONDS = 3600;

/** What is left of the service time-out, once the wait is over, to stop the job and to answer, in seconds. */
export const ANSWER_MARGIN_SECONDS = 300;

/** How many characters the handler adds to a name prefix: `-`, the spec key, and `-99` for a later attempt. */
export const NAME_SUFFIX_LENGTH = 16;

/** What the state machine reads of the handler's answer to a tick. */
export interface MachineTick {
  /** Whether there is nothing left to do. */
  readonly done: boolean;
  /** The seconds until the next tick. */
  readonly waitSeconds: number;
  /** The time (ISO 8601) after which a function that cannot be run is no longer tried. */
  readonly giveUpAt: string;
  /** Where the state machine puts the error of a function that could not be run. */
  readonly fault?: { readonly Error: string; readonly Cause: string };
}

/** What the state machine hands to the function when it has given up on it: the last tick, to be answered as failed. */
export interface GivenUp<T extends MachineTick = MachineTick> {
  readonly givenUp: T;
}

/** A SageMaker Neo compilation job. */
export const COMPILATION_JOB = {
  kind: 'CompilationJob',
  resourceType: 'Custom::SageMakerCompilationJob',
  attributes: [
    'CompilationJobArn',
    'CompilationJobName',
    'CompilationJobStatus',
    'ModelArtifacts',
    'InferenceImage',
    'ArtifactDigest',
    'CompilationStartTime',
    'CompilationEndTime',
  ],
} as const;

/** The names of the attributes of a compilation job's custom resource. */
export type CompilationJobAttribute = (typeof COMPILATION_JOB.attributes)[number];
