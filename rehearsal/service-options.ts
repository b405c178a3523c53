import type { Supposition } from '../unconfirmed/supposition';
import type { BedrockQuotas } from './bedrock/bedrock-service';
import type { OnOperation, StackEvent } from './cloudformation/stack-event';
import type { Authorize } from './emulated-api/api-call';
import type { Fault } from './emulated-api/fault';
import type { ExistingJobs } from './jobs/existing-job';
import type { RolePropagation } from './jobs/role-propagation';
import type { NotFoundError } from './sagemaker/sagemaker-jobs';
import type { SageMakerQuotas } from './sagemaker/sagemaker-service';

/** How the emulated services behave. */
export interface ServiceOptions {
  readonly quotas?: SageMakerQuotas & BedrockQuotas;
  readonly rolePropagation?: RolePropagation;
  readonly faults?: readonly Fault[];
  /** How many processes run the handler at once. @default 1 - every rehearsal goes the same way */
  readonly concurrency?: number;
  /** Sees every emulated API call before IAM does, and may refuse it. */
  readonly authorize?: Authorize;
  /** The error of a SageMaker job that does not exist. @default - that of the job's kind */
  readonly notFoundError?: NotFoundError;
  /** Names of SageMaker models that exist although no stack here makes them. @default - none */
  readonly existingModels?: readonly string[];
  /** Jobs that were made elsewhere. @default - none */
  readonly existingJobs?: ExistingJobs;
  /** Seconds until a list of Bedrock jobs has a new one. @default 0 */
  readonly listLagSeconds?: number;
  /** Where batch jobs really write their results, in a folder for each bucket. @default - they write nothing */
  readonly outputFolder?: string;
  /** What is taken to be so of what nobody has confirmed of AWS: see UNCONFIRMED.md. @default - what is usual */
  readonly supposition?: Supposition;
  readonly onEvent?: (event: StackEvent) => void;
  readonly onOperation?: OnOperation;
}
