import { HYPER_PARAMETER_TUNING_JOB } from '../../contract';
import { JOB_ROLE } from '../job-role';
import { withLaunchedTrainings } from '../launched-trainings';
import { sageMakerDefinition, sageMakerEvents } from '../sagemaker-definition';
import { HYPER_PARAMETER_TUNING_JOB_PROPERTIES } from './hyper-parameter-tuning-job-properties';
import type { JobDefinition } from '../../job/job-definition';

/** Tuning jobs as the engine sees them. */
export const HYPER_PARAMETER_TUNING_JOB_DEFINITION = {
  ...sageMakerDefinition(HYPER_PARAMETER_TUNING_JOB),
  properties: HYPER_PARAMETER_TUNING_JOB_PROPERTIES,
  role: {
    ...JOB_ROLE,
    // no document says whether SageMaker assumes the role for the tuning job or for the training jobs that it launches
    trust: (jobs) => ({ ArnLike: { 'aws:SourceArn': withLaunchedTrainings(jobs) } }),
  },
  events: {
    ...sageMakerEvents(HYPER_PARAMETER_TUNING_JOB),
    // as AWS has it, in two words
    detailType: 'SageMaker HyperParameter Tuning Job State Change',
  },
} satisfies JobDefinition;
