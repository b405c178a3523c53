import { TRANSFORM_JOB_PROPERTIES } from './transform-job-properties';
import { TRANSFORM_JOB } from '../contract';
import type { JobDefinition } from '../job-definition';

/** Batch transform jobs as the engine sees them. They run with the role of their model: none is handed to the service. */
export const TRANSFORM_JOB_DEFINITION = {
  kind: TRANSFORM_JOB.kind,
  resourceType: TRANSFORM_JOB.resourceType,
  service: 'sagemaker',
  arnResource: 'transform-job',
  arnHasName: true,
  longestName: 63,
  mostTags: 50,
  members: { name: 'TransformJobName', tags: 'Tags', tag: ['Key', 'Value'] },
  properties: TRANSFORM_JOB_PROPERTIES,
  ownMembers: { TransformJobName: "use the job's name property", Tags: 'use Tags.of()' },
  createAction: 'CreateTransformJob',
  describeAction: 'DescribeTransformJob',
  actions: ['CreateTransformJob', 'DescribeTransformJob', 'StopTransformJob', 'AddTags', 'DeleteTags', 'ListTags'],
  events: {
    source: 'aws.sagemaker',
    detailType: 'SageMaker Transform Job State Change',
    name: 'TransformJobName',
    status: 'TransformJobStatus',
  },
} satisfies JobDefinition;
