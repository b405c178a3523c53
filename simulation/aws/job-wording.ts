/** Where a job really is in its life. */
export type JobPhase = 'starting' | 'running' | 'stopping' | 'stopped' | 'completed' | 'failed';

/** The kinds of jobs, by the keys that the handler has for them. */
export type KindKey = 'CompilationJob' | 'ModelInvocationJob' | 'TrainingJob' | 'TransformJob';

/** What a service calls the jobs of a kind and what it can do with them. */
export interface JobWording {
  readonly noun: string;
  readonly statuses: { readonly [phase in JobPhase]: string };
  /** Whether records can be deleted. */
  readonly deletes: boolean;
  /** The error of a call for a job that does not exist. */
  readonly notFound: 'ResourceNotFound' | 'ValidationException' | 'ResourceNotFoundException';
  /** The usual reason of a job that fails since its role is not known everywhere. */
  readonly roleFailure: string;
}

const MIXED_CASE = {
  starting: 'InProgress',
  running: 'InProgress',
  stopping: 'Stopping',
  stopped: 'Stopped',
  completed: 'Completed',
  failed: 'Failed',
};

const ROLE_FAILURE =
  "ClientError: SageMaker was unable to assume the role 'arn:aws:iam::111122223333:role/cdk-ml-jobs/eu-west-1/shop/Job'";

/** How the services speak of each kind. */
export const WORDINGS: { readonly [kind in KindKey]: JobWording } = {
  CompilationJob: {
    noun: 'compilation job',
    statuses: {
      starting: 'STARTING',
      running: 'INPROGRESS',
      stopping: 'STOPPING',
      stopped: 'STOPPED',
      completed: 'COMPLETED',
      failed: 'FAILED',
    },
    deletes: true,
    notFound: 'ResourceNotFound',
    roleFailure: ROLE_FAILURE,
  },
  TrainingJob: {
    noun: 'training job',
    statuses: MIXED_CASE,
    deletes: true,
    notFound: 'ValidationException',
    roleFailure: ROLE_FAILURE,
  },
  TransformJob: {
    noun: 'transform job',
    statuses: MIXED_CASE,
    deletes: false,
    notFound: 'ValidationException',
    roleFailure: ROLE_FAILURE,
  },
  ModelInvocationJob: {
    noun: 'model invocation job',
    statuses: { ...MIXED_CASE, starting: 'Submitted' },
    deletes: false,
    notFound: 'ResourceNotFoundException',
    roleFailure: 'Bedrock could not assume the service role. Check its trust policy.',
  },
};
