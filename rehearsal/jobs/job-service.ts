import type { EmulatedJob } from './emulated-job';
import type { FindExistingJob } from './existing-job';
import type { RolePropagationContext } from './role-propagation';
import type { ScriptContext } from './scripted-course';
import type { Supposition } from '../../unconfirmed/supposition';
import type { AssetStore } from '../cloud-assembly/asset-store';
import type { ApiCall } from '../emulated-api/api-call';
import type { Environment } from '../environment';
import type { Iam } from '../iam/iam';
import type { JsonValue } from '../json-value';

/** What a service that runs jobs knows of the account and Region that it is in. */
export interface JobServiceOptions extends Environment, RolePropagationContext, ScriptContext {
  /** What has been uploaded to the account and Region. */
  readonly assets: AssetStore;
  /** What the roles of jobs may do. */
  readonly iam: Iam;
  /** Finds jobs that were made elsewhere. @default - there are none */
  readonly existing?: FindExistingJob;
  /** What is taken to be so of what nobody has confirmed. */
  readonly supposition: Supposition;
}

/** A service that runs jobs, in one account and Region. */
export interface JobService<Job extends EmulatedJob> {
  /** Every job ever created, the deleted ones too. */
  readonly jobs: readonly Job[];
  /** The jobs that have not been deleted. */
  readonly existingJobs: readonly Job[];
  handle(call: ApiCall): JsonValue;
}
