import { bedrockDefinition } from './bedrock-definition';
import { MODEL_INVOCATION_JOB_PROPERTIES } from './model-invocation-job-properties';
import { MODEL_INVOCATION_JOB } from '../contract';
import type { JobDefinition } from '../job/job-definition';

/** Batch inference jobs as the engine sees them. */
export const MODEL_INVOCATION_JOB_DEFINITION = {
  ...bedrockDefinition(MODEL_INVOCATION_JOB),
  properties: MODEL_INVOCATION_JOB_PROPERTIES,
  events: {
    source: 'aws.bedrock',
    detailType: 'Batch Inference Job State Change',
    name: 'batchJobName',
    status: 'status',
  },
} satisfies JobDefinition;
