import { MODEL_IMPORT_JOB_PROPERTIES } from './model-import-job-properties';
import { MODEL_IMPORT_JOB } from '../../contract';
import type { JobDefinition } from '../../job/job-definition';
import { bedrockDefinition } from '../bedrock-definition';

/** Model import jobs as the engine sees them. */
export const MODEL_IMPORT_JOB_DEFINITION = {
  // the table of the service's actions has no resource for it:
  // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonbedrock.html
  ...bedrockDefinition(MODEL_IMPORT_JOB, { createsUnscoped: true }),
  defaultNames: ['importedModelName'],
  // "The model import job can take several minutes"; people see half an hour to an hour and a half, and nobody can stop one:
  // https://docs.aws.amazon.com/bedrock/latest/userguide/model-customization-import-model-job.html
  usualWaitSeconds: 4 * 3600,
  properties: MODEL_IMPORT_JOB_PROPERTIES,
} satisfies JobDefinition;
