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
  /**
   * Members of the request that are newer than the library, where they belong in it: an object as JSON, for nobody here
   * knows their types, and CloudFormation keeps none. It is part of what makes the job this job.
   */
  readonly NewerMembers?: string;
  /** What the names of the job's attempts begin with. */
  readonly NamePrefix: string;
  /** The one name that the job must have, where the user gave one. */
  readonly JobName?: string;
  /** The state machine that carries the job to its end. */
  readonly StateMachineArn: string;
  /**
   * When the resource answers: when the job has ended (`'true'`), when the service has accepted it (`'false'`), or when
   * it has started, because watches wait for its end (`'watched'`).
   */
  readonly WaitForCompletion: 'true' | 'false' | 'watched';
  /** How long the deployment waits before it stops the job, in seconds. */
  readonly WaitSeconds: string;
  /** Any change of it runs the job again. */
  readonly RerunKey?: string;
  /** What counts as a success, where the kind leaves that to the user. It is no part of what makes the job this job. */
  readonly Acceptance?: Acceptance;
  /** The metrics of the job that the stack uses, by name: each becomes an attribute. */
  readonly Metrics?: readonly string[];
}

/** What counts as a success: criteria of the kind, by name. */
export type Acceptance = { readonly [criterion: string]: string | undefined };

/** What the resource of a job with watches tells them. */
export type WatchedJobAttribute = 'Execution' | 'Deadline';

/**
 * The custom resource properties of a watch: it waits for a job that another resource has asked for. A wait condition
 * handle expires 24 hours after it was made, so that a job that takes longer needs one watch after the other, each with
 * a handle of its own.
 */
export interface WatchProperties {
  /** The kind of job. */
  readonly Kind: string;
  /** The physical id of the job's resource. */
  readonly Job: string;
  /** The name of the execution that answered for the job's resource: it holds the request of a job that has no place yet. */
  readonly Execution: string;
  /** When the job is stopped (ISO 8601). */
  readonly Deadline: string;
  /** The state machine that carries the watch. */
  readonly StateMachineArn: string;
  /** Where the job's end is signalled. A watch without a handle waits itself, and has the job's attributes. */
  readonly WaitHandle?: string;
  /** What counts as a success. */
  readonly Acceptance?: Acceptance;
  /** The metrics of the job that the stack uses, by name: each becomes an attribute. */
  readonly Metrics?: readonly string[];
}

/** The custom resource properties of a reference: it reads a job that was made elsewhere, and never waits for it. */
export interface ReferenceProperties {
  /** The kind of job. */
  readonly Kind: string;
  /** The ARN of the job. */
  readonly ReferencedJob: string;
  /** The state machine that carries the reading. */
  readonly StateMachineArn: string;
  /** The metrics of the job that the stack uses, by name: each becomes an attribute. */
  readonly Metrics?: readonly string[];
}

/** How long CloudFormation waits for the answer of a custom resource at most, in seconds. */
export const LONGEST_SERVICE_TIMEOUT_SECONDS = 3600;

/** How long it waits for the answer of a watch that has only to begin, and of a reference, in seconds. */
export const SHORT_SERVICE_TIMEOUT_SECONDS = 900;

/** What is left of the service time-out, once the wait is over, to stop the job and to answer, in seconds. */
export const ANSWER_MARGIN_SECONDS = 300;

/** The longest that a custom resource can wait and still answer in time, in seconds. */
export const LONGEST_WAIT_SECONDS = LONGEST_SERVICE_TIMEOUT_SECONDS - ANSWER_MARGIN_SECONDS;

/** How long CloudFormation waits for the signals of a wait condition at most, in seconds. */
export const LONGEST_CONDITION_TIMEOUT_SECONDS = 43_200;

/**
 * How long CloudFormation waits for the resource of a job that is waited for so many seconds. It waits as long for the
 * Delete, which a job that takes its time to stop needs even where the wait was short.
 */
export function jobServiceTimeoutSeconds(waitSeconds: number): number {
  const timeout = Math.max(SHORT_SERVICE_TIMEOUT_SECONDS, waitSeconds + ANSWER_MARGIN_SECONDS);
  return Math.min(LONGEST_SERVICE_TIMEOUT_SECONDS, timeout);
}

/** How long one watch with a handle looks after a job before the next one takes over, in seconds. */
export const WATCH_SECONDS = LONGEST_CONDITION_TIMEOUT_SECONDS - ANSWER_MARGIN_SECONDS;

/** What stands between a name prefix and the spec key. No prefix ends in it, so that none is the beginning of another. */
export const NAME_SEPARATOR = '--';

/** How many characters the handler adds to a name prefix: the separator, the spec key, and `-99` for a later attempt. */
export const NAME_SUFFIX_LENGTH = 17;

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

/**
 * The name of the attribute that has a metric of a job. CloudFormation takes letters, digits and few other characters in
 * the name of an attribute; metrics are called what their algorithm calls them, as in `validation:auc`.
 */
export function metricAttribute(metric: string): string {
  return `Metric.${metric.replace(/[^A-Za-z0-9]/g, (character) => `_${character.codePointAt(0)!.toString(16)}_`)}`;
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

/** A Bedrock batch inference job. */
export const MODEL_INVOCATION_JOB = {
  kind: 'ModelInvocationJob',
  resourceType: 'Custom::BedrockModelInvocationJob',
  attributes: [
    'ModelInvocationJobArn',
    'ModelInvocationJobName',
    'ModelInvocationJobStatus',
    'ModelInvocationJobMessage',
    'TotalRecordCount',
    'ProcessedRecordCount',
    'SuccessRecordCount',
    'ErrorRecordCount',
    'OutputUri',
    'ManifestUri',
    'SubmitTime',
    'EndTime',
  ],
} as const;

/** The names of the attributes of a batch inference job's custom resource. */
export type ModelInvocationJobAttribute = (typeof MODEL_INVOCATION_JOB.attributes)[number];

/** What counts as a success of a batch inference job. */
export interface ModelInvocationJobAcceptance extends Acceptance {
  /** `'true'` where a job that could not process all records in time is a success. */
  readonly PartialCompletion?: string;
  /** The largest number of records that may have failed. */
  readonly MaxErrorRecords?: string;
  /** The largest share of the records that may have failed, from 0 to 1. */
  readonly MaxErrorShare?: string;
}

/** A SageMaker training job. */
export const TRAINING_JOB = {
  kind: 'TrainingJob',
  resourceType: 'Custom::SageMakerTrainingJob',
  attributes: [
    'TrainingJobArn',
    'TrainingJobName',
    'TrainingJobStatus',
    'SecondaryStatus',
    'ModelArtifacts',
    'CheckpointUri',
    'OutputModelPackageArn',
    'TrainingTimeInSeconds',
    'BillableTimeInSeconds',
    'TrainingStartTime',
    'TrainingEndTime',
  ],
} as const;

/** The names of the attributes of a training job's custom resource, besides those of its metrics. */
export type TrainingJobAttribute = (typeof TRAINING_JOB.attributes)[number];

/** What counts as a success of a training job. */
export interface TrainingJobAcceptance extends Acceptance {
  /** `'true'` where a job that was stopped at its time limit is a success, if it has uploaded a model. */
  readonly StoppedAtTimeLimit?: string;
}

/** A SageMaker batch transform job. */
export const TRANSFORM_JOB = {
  kind: 'TransformJob',
  resourceType: 'Custom::SageMakerTransformJob',
  attributes: [
    'TransformJobArn',
    'TransformJobName',
    'TransformJobStatus',
    'TransformOutputUri',
    'TransformStartTime',
    'TransformEndTime',
  ],
} as const;

/** The names of the attributes of a batch transform job's custom resource. */
export type TransformJobAttribute = (typeof TRANSFORM_JOB.attributes)[number];
