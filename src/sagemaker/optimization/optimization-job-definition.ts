import { OPTIMIZATION_JOB } from '../../contract';
import { JOB_ROLE } from '../job-role';
import { withLaunchedTrainings } from '../launched-trainings';
import { neoNetworkAccess } from '../network-access';
import { sageMakerDefinition } from '../sagemaker-definition';
import { OPTIMIZATION_JOB_PROPERTIES } from './optimization-job-properties';
import type { JobDefinition } from '../../job/job-definition';

/** Optimization jobs as the engine sees them. SageMaker sends no events of them. */
export const OPTIMIZATION_JOB_DEFINITION = {
  ...sageMakerDefinition(OPTIMIZATION_JOB),
  properties: OPTIMIZATION_JOB_PROPERTIES,
  role: {
    ...JOB_ROLE,
    // speculative decoding "runs four sequential training jobs" (model-optimize-create-job.html, 2026): for which job SageMaker
    // assumes the role then, no document says
    trust: (jobs) => ({ ArnLike: { 'aws:SourceArn': withLaunchedTrainings(jobs) } }),
    // the program in the image is one of Neo's: https://github.com/deepjavalibrary/djl-serving, serving/docker/partition
    networkAccess: neoNetworkAccess,
  },
} satisfies JobDefinition;
