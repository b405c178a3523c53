import type { BedrockJob } from './bedrock-job';
import type { ModelCustomizationJob } from './customization/model-customization-job';
import type { ModelInvocationJob } from './model-invocation-job';
import type { RecordedCall } from '../emulated-api/api-call';

/** What has happened in Bedrock: jobs of all kinds and of each, and every call. */
export interface BedrockHistory {
  readonly jobs: readonly BedrockJob[];
  readonly batchJobs: readonly ModelInvocationJob[];
  readonly customizationJobs: readonly ModelCustomizationJob[];
  readonly calls: readonly RecordedCall[];
}
