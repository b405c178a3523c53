import { OPTIMIZATION_JOB } from '../../contract';
import { JOB_ROLE } from '../job-role';
import { neoNetworkAccess } from '../network-access';
import { sageMakerDefinition } from '../sagemaker-definition';
import { OPTIMIZATION_JOB_PROPERTIES } from './optimization-job-properties';
import type { JobArns } from '../../access/names-in-arns';
import type { JobDefinition } from '../../job/job-definition';

/** Optimization jobs as the engine sees them. SageMaker sends no events of them. */
export const OPTIMIZATION_JOB_DEFINITION = {
  ...sageMakerDefinition(OPTIMIZATION_JOB),
  properties: OPTIMIZATION_JOB_PROPERTIES,
  role: {
    ...JOB_ROLE,
    // for what SageMaker assumes the role, no document says: the program is one of Neo's, whose jobs are compilation jobs, and
    // speculative decoding "runs four sequential training jobs" (model-optimize-create-job.html, 2026)
    trust: (jobs) => ({ ArnLike: { 'aws:SourceArn': anyOfTheirAccount(jobs) } }),
    // the program in the image is one of Neo's: https://github.com/deepjavalibrary/djl-serving, serving/docker/partition
    networkAccess: neoNetworkAccess,
  },
} satisfies JobDefinition;

/** What SageMaker has in the account and the Region of jobs. */
function anyOfTheirAccount(jobs: JobArns): string {
  const [arn] = [jobs].flat();
  return arn.replace(/:[a-z-]+-job\/.*$/, ':*');
}
