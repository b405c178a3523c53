import type { ReadOutput, StackResource } from './cloudformation/stack';
import type { StackEvent } from './cloudformation/stack-event';
import type { RecordedDenial } from './iam/iam';
import type { JobRun } from './jobs/job-run';
import type { UnfilledInput } from './jobs/unfilled-input';

/** How a stack stands. */
export interface StackResult {
  readonly id: string;
  /** The path of its construct. */
  readonly path: string;
  readonly status: string;
  readonly outputs: Record<string, string>;
  readonly resources: Record<string, Pick<StackResource, 'physicalId' | 'attributes' | 'type' | 'path' | 'properties'>>;
  readonly events: StackEvent[];
  /** Whether the operation had anything to do. */
  readonly changed: boolean;
  /** Outputs of other stacks that it still has as they were when it was deployed. */
  readonly staleReads: readonly ReadOutput[];
}

export interface RehearsalResult {
  /** Whether every stack ended as it should and no access was silently denied. */
  readonly ok: boolean;
  /** By name; by the construct's path where the assembly has several stacks of a name. */
  readonly stacks: Record<string, StackResult>;
  /** Virtual milliseconds that it took. */
  readonly elapsedMs: number;
  /** What IAM has denied for the first time, each once. */
  readonly denials: readonly RecordedDenial[];
  /** The names of references to jobs that nothing here has made, and that are not said to exist. */
  readonly missingJobs: readonly string[];
  /** The jobs that have been created in it, in order. */
  readonly jobs: readonly JobRun[];
  /** Inputs of new jobs and models that are assumed to be there: in buckets that stacks make and nothing fills. */
  readonly unfilledInputs: readonly UnfilledInput[];
  /** Names in the job script whose course no job has taken. */
  readonly unusedCourses: readonly string[];
}

/** Says whether a stack is as its template says: one that is so after a rollback has nothing to do. */
export function isDeployed({ status, changed }: Pick<StackResult, 'status' | 'changed'>): boolean {
  if (!changed && status === 'UPDATE_ROLLBACK_COMPLETE') return true;
  return status === 'CREATE_COMPLETE' || status === 'UPDATE_COMPLETE';
}
