import type { AnyBedrockJob } from './bedrock-kind';
import type { ModelCustomizationJob } from './customization/model-customization-job';
import type { EvaluationJob } from './evaluation/evaluation-job';
import type { ModelImportJob } from './import/model-import-job';
import type { IngestionJob } from './ingestion/ingestion-job';
import type { ModelInvocationJob } from './model-invocation-job';
import type { RecordedCall } from '../emulated-api/api-call';

/** What has happened in Bedrock: jobs of all kinds and of each, and every call. */
export interface BedrockHistory {
  readonly jobs: readonly AnyBedrockJob[];
  readonly batchJobs: readonly ModelInvocationJob[];
  readonly customizationJobs: readonly ModelCustomizationJob[];
  readonly evaluationJobs: readonly EvaluationJob[];
  readonly importJobs: readonly ModelImportJob[];
  readonly ingestionJobs: readonly IngestionJob[];
  readonly calls: readonly RecordedCall[];
}
