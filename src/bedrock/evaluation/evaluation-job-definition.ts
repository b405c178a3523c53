import { EVALUATION_JOB_PROPERTIES } from './evaluation-job-properties';
import { EVALUATION_JOB } from '../../contract';
import type { JobDefinition } from '../../job/job-definition';
import { bedrockDefinition } from '../bedrock-definition';

/** Evaluation jobs as the engine sees them. */
export const EVALUATION_JOB_DEFINITION = {
  ...bedrockDefinition(EVALUATION_JOB),
  // no page says how long one takes; the thousand prompts that a dataset may have are answered, and judged, one by one
  usualWaitSeconds: 4 * 3600,
  properties: EVALUATION_JOB_PROPERTIES,
} satisfies JobDefinition;
