import { COMPILATION_JOB_PROPERTIES } from './compilation-job-properties';
import { JOB_ROLE } from './job-role';
import { neoNetworkAccess } from './network-access';
import { COMPILATION_JOB } from '../contract';
import type { JobDefinition } from '../job-definition';

/** Compilation jobs as the engine sees them. */
export const COMPILATION_JOB_DEFINITION = {
  kind: COMPILATION_JOB.kind,
  resourceType: COMPILATION_JOB.resourceType,
  service: 'sagemaker',
  arnResource: 'compilation-job',
  arnHasName: true,
  longestName: 63,
  mostTags: 50,
  members: { name: 'CompilationJobName', tags: 'Tags', tag: ['Key', 'Value'] },
  properties: COMPILATION_JOB_PROPERTIES,
  ownMembers: { CompilationJobName: "use the job's name property", RoleArn: "use 'role'", Tags: 'use Tags.of()' },
  role: { ...JOB_ROLE, networkAccess: neoNetworkAccess },
  createAction: 'CreateCompilationJob',
  describeAction: 'DescribeCompilationJob',
  actions: [
    'CreateCompilationJob',
    'DescribeCompilationJob',
    'StopCompilationJob',
    'DeleteCompilationJob',
    'AddTags',
    'DeleteTags',
    'ListTags',
  ],
} satisfies JobDefinition;
