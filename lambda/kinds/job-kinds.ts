import type { SageMakerClient } from '@aws-sdk/client-sagemaker';
import { compilationJobs } from './compilation-job';
import { COMPILATION_JOB } from '../../src/contract';
import type { JobKind } from '../job-kind';

/** The clients that the kinds call, one a service. */
export interface Clients {
  readonly sagemaker: SageMakerClient;
}

/** Every kind of job that the handler knows, by the key that its constructs write. */
export function jobKinds(clients: Clients): { readonly [kind: string]: JobKind } {
  return { [COMPILATION_JOB.kind]: compilationJobs(clients.sagemaker) };
}
