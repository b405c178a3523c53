import { JOB_ROLE } from './job-role';
import { TRAINING_JOB_PROPERTIES } from './training-job-properties';
import { TRAINING_JOB } from '../contract';
import type { JobDefinition } from '../job-definition';

/** Training jobs as the engine sees them. */
export const TRAINING_JOB_DEFINITION = {
  kind: TRAINING_JOB.kind,
  resourceType: TRAINING_JOB.resourceType,
  service: 'sagemaker',
  arnResource: 'training-job',
  arnHasName: true,
  longestName: 63,
  mostTags: 50,
  members: { name: 'TrainingJobName', tags: 'Tags', tag: ['Key', 'Value'] },
  properties: TRAINING_JOB_PROPERTIES,
  ownMembers: { TrainingJobName: "use the job's name property", RoleArn: "use 'role'", Tags: 'use Tags.of()' },
  role: JOB_ROLE,
  createAction: 'CreateTrainingJob',
  describeAction: 'DescribeTrainingJob',
  actions: [
    'CreateTrainingJob',
    'DescribeTrainingJob',
    'StopTrainingJob',
    'DeleteTrainingJob',
    // ends a warm pool, which would keep the job's record from being deleted, and go on billing
    'UpdateTrainingJob',
    'AddTags',
    'DeleteTags',
    'ListTags',
  ],
  events: {
    source: 'aws.sagemaker',
    detailType: 'SageMaker Training Job State Change',
    name: 'TrainingJobName',
    status: 'TrainingJobStatus',
  },
} satisfies JobDefinition;
