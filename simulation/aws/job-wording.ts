import type { JobPhase } from './simulated-job';
import { JOB_FACTS, type JobKindKey } from '../../src/validation/service-model/job-facts';

/** The kinds of jobs, by the keys that the handler has for them. */
export type KindKey = JobKindKey;

/** What a service says of the jobs of a kind. */
export interface JobWording {
  readonly statuses: { readonly [phase in JobPhase]: string };
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

/** What the service calls a job of a kind, as in 'training job'. */
export function nounOf(kind: KindKey): string {
  return JOB_FACTS[kind].arnResource.replaceAll('-', ' ');
}

/** Whether records of a kind can be deleted. */
export function areRecordsDeleted(kind: KindKey): boolean {
  return JOB_FACTS[kind].operations.delete !== undefined;
}

/** How the services speak of each kind. */
export const WORDINGS: { readonly [kind in KindKey]: JobWording } = {
  CompilationJob: {
    statuses: {
      starting: 'STARTING',
      running: 'INPROGRESS',
      stopping: 'STOPPING',
      stopped: 'STOPPED',
      completed: 'COMPLETED',
      failed: 'FAILED',
    },
    notFound: 'ResourceNotFound',
    roleFailure: ROLE_FAILURE,
  },
  TrainingJob: {
    statuses: MIXED_CASE,
    notFound: 'ValidationException',
    roleFailure: ROLE_FAILURE,
  },
  TransformJob: {
    statuses: MIXED_CASE,
    notFound: 'ValidationException',
    roleFailure: ROLE_FAILURE,
  },
  ModelInvocationJob: {
    statuses: { ...MIXED_CASE, starting: 'Submitted' },
    notFound: 'ResourceNotFoundException',
    roleFailure: 'Bedrock could not assume the service role. Check its trust policy.',
  },
};
