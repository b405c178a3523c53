import type { BedrockJob } from './bedrock-job';
import type { IngestionJob } from './ingestion/ingestion-job';
import type { JobKindKey } from '../../src/validation/service-model/job-facts';

/** The kinds of Bedrock jobs, by their keys. */
export type BedrockKind = Extract<
  JobKindKey,
  'EvaluationJob' | 'IngestionJob' | 'ModelCustomizationJob' | 'ModelImportJob' | 'ModelInvocationJob'
>;

/** Those of them whose jobs work with a model, under a name and with a role of their own. */
export type ModelJobKind = Exclude<BedrockKind, 'IngestionJob'>;

/** A job of any of the kinds. */
export type AnyBedrockJob = BedrockJob | IngestionJob;
