import { networkAccess } from './network-access';
import type { JobRoleDefinition } from '../job/job-definition';

/** The role with which SageMaker runs a job. */
export const JOB_ROLE: JobRoleDefinition = {
  servicePrincipal: 'sagemaker.amazonaws.com',
  trust: (jobs) => ({ ArnLike: { 'aws:SourceArn': jobs } }),
  networkAccess,
};
