import { sageMakerDefinition, sageMakerEvents } from '../sagemaker-definition';
import { TRANSFORM_JOB_PROPERTIES } from './transform-job-properties';
import { TRANSFORM_JOB } from '../../contract';
import type { JobDefinition } from '../../job/job-definition';

/** Batch transform jobs as the engine sees them. They run with the role of their model: none is handed to the service. */
export const TRANSFORM_JOB_DEFINITION = {
  ...sageMakerDefinition(TRANSFORM_JOB),
  properties: TRANSFORM_JOB_PROPERTIES,
  events: sageMakerEvents(TRANSFORM_JOB),
} satisfies JobDefinition;
