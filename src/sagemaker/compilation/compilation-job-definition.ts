import { COMPILATION_JOB_PROPERTIES } from './compilation-job-properties';
import { COMPILATION_JOB } from '../../contract';
import type { JobDefinition } from '../../job/job-definition';
import { JOB_ROLE } from '../job-role';
import { neoNetworkAccess } from '../network-access';
import { sageMakerDefinition } from '../sagemaker-definition';

/** Compilation jobs as the engine sees them. */
export const COMPILATION_JOB_DEFINITION = {
  ...sageMakerDefinition(COMPILATION_JOB),
  properties: COMPILATION_JOB_PROPERTIES,
  role: { ...JOB_ROLE, networkAccess: neoNetworkAccess },
} satisfies JobDefinition;
