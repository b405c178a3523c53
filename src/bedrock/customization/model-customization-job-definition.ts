import { MODEL_CUSTOMIZATION_JOB_PROPERTIES } from './model-customization-job-properties';
import { MODEL_CUSTOMIZATION_JOB } from '../../contract';
import type { JobDefinition } from '../../job/job-definition';
import { bedrockDefinition } from '../bedrock-definition';

/** Model customization jobs as the engine sees them. */
export const MODEL_CUSTOMIZATION_JOB_DEFINITION = {
  ...bedrockDefinition(MODEL_CUSTOMIZATION_JOB),
  defaultNames: ['customModelName'],
  // "The customization job can take several hours", and one that is stopped was paid for in vain:
  // https://docs.aws.amazon.com/bedrock/latest/userguide/model-customization-submit.html
  usualWaitSeconds: 24 * 3600,
  properties: MODEL_CUSTOMIZATION_JOB_PROPERTIES,
  events: {
    source: 'aws.bedrock',
    detailType: 'Model Customization Job State Change',
    name: 'jobName',
    status: 'jobStatus',
  },
} satisfies JobDefinition;
