import { JOB_ROLE } from '../job-role';
import { sageMakerDefinition, sageMakerEvents } from '../sagemaker-definition';
import { TRAINING_JOB_PROPERTIES } from './training-job-properties';
import { TRAINING_JOB } from '../../contract';
import type { JobDefinition } from '../../job/job-definition';

/** Training jobs as the engine sees them. */
export const TRAINING_JOB_DEFINITION = {
  // an update ends a warm pool, which would keep the job's record from being deleted, and go on billing
  ...sageMakerDefinition(TRAINING_JOB, ['UpdateTrainingJob']),
  properties: TRAINING_JOB_PROPERTIES,
  role: JOB_ROLE,
  events: sageMakerEvents(TRAINING_JOB),
} satisfies JobDefinition;
