import type { BedrockClient } from '@aws-sdk/client-bedrock';
import type { BedrockAgentClient } from '@aws-sdk/client-bedrock-agent';
import type { SageMakerClient } from '@aws-sdk/client-sagemaker';
import { compilationJobs } from './compilation-job';
import { evaluationJobs } from './evaluation-job';
import { hyperParameterTuningJobs } from './hyper-parameter-tuning-job';
import { ingestionJobs } from './ingestion-job';
import { modelCustomizationJobs } from './model-customization-job';
import { modelImportJobs } from './model-import-job';
import { modelInvocationJobs } from './model-invocation-job';
import { optimizationJobs } from './optimization-job';
import { trainingJobs } from './training-job';
import { transformJobs } from './transform-job';
import type { JobKindKey } from '../../src/contract';
import type { JobKindFactory } from '../job-kind';
import type { ObjectStore } from '../object-store';

/** The clients that the kinds call, one an endpoint. */
export interface Clients {
  readonly bedrock: BedrockClient;
  readonly bedrockAgent: BedrockAgentClient;
  readonly sagemaker: SageMakerClient;
}

/**
 * Every kind of job that the handler knows, by the key that its constructs write.
 *
 * @param once Clients that try a call once: with them jobs are created and tagged, so that it is known when a call is over.
 * @param objects What jobs have written.
 */
export function jobKinds(
  { bedrock, bedrockAgent, sagemaker }: Clients,
  once: Clients,
  objects: ObjectStore,
): { readonly [kind: string]: JobKindFactory } {
  return {
    CompilationJob: (view) => compilationJobs(sagemaker, view, once.sagemaker),
    EvaluationJob: (view) => evaluationJobs(bedrock, objects, view, once.bedrock),
    HyperParameterTuningJob: (view) => hyperParameterTuningJobs(sagemaker, view, once.sagemaker),
    IngestionJob: (view) => ingestionJobs(bedrockAgent, view, once.bedrockAgent),
    ModelCustomizationJob: (view) => modelCustomizationJobs(bedrock, view, once.bedrock),
    ModelImportJob: (view) => modelImportJobs(bedrock, view, once.bedrock),
    ModelInvocationJob: (view) => modelInvocationJobs(bedrock, view, once.bedrock),
    OptimizationJob: (view) => optimizationJobs(sagemaker, view, once.sagemaker),
    TrainingJob: (view) => trainingJobs(sagemaker, view, once.sagemaker),
    TransformJob: (view) => transformJobs(sagemaker, view, once.sagemaker),
  } satisfies { readonly [kind in JobKindKey]: JobKindFactory };
}
