import { COMPILATION_JOB } from '../contract';
import type { JobDefinition } from '../job-definition';

/** Compilation jobs as the engine sees them. */
export const COMPILATION_JOB_DEFINITION: JobDefinition = {
  kind: COMPILATION_JOB.kind,
  resourceType: COMPILATION_JOB.resourceType,
  service: 'sagemaker',
  arnResource: 'compilation-job',
  servicePrincipal: 'sagemaker.amazonaws.com',
  actions: [
    'CreateCompilationJob',
    'DescribeCompilationJob',
    'StopCompilationJob',
    'DeleteCompilationJob',
    'AddTags',
    'DeleteTags',
    'ListTags',
  ],
  longestName: 63,
};
