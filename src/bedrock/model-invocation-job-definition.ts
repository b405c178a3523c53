import { MODEL_INVOCATION_JOB_PROPERTIES } from './model-invocation-job-properties';
import { networkAccess } from './network-access';
import { MODEL_INVOCATION_JOB } from '../contract';
import type { JobDefinition } from '../job-definition';

/** Batch inference jobs as the engine sees them. */
export const MODEL_INVOCATION_JOB_DEFINITION = {
  kind: MODEL_INVOCATION_JOB.kind,
  resourceType: MODEL_INVOCATION_JOB.resourceType,
  service: 'bedrock',
  arnResource: 'model-invocation-job',
  arnHasName: false,
  longestName: 63,
  // the request takes 200; the service refuses more than 50
  mostTags: 50,
  members: { name: 'jobName', tags: 'tags', tag: ['key', 'value'] },
  properties: MODEL_INVOCATION_JOB_PROPERTIES,
  ownMembers: {
    jobName: "use the job's name property",
    roleArn: "use 'role'",
    tags: 'use Tags.of()',
    clientRequestToken: 'the handler sets it, so that no job is started twice',
  },
  role: {
    member: 'roleArn',
    servicePrincipal: 'bedrock.amazonaws.com',
    trust: (jobs, account) => ({
      StringEquals: { 'aws:SourceAccount': account },
      ArnEquals: { 'aws:SourceArn': jobs },
    }),
    networkAccess,
  },
  createAction: 'CreateModelInvocationJob',
  describeAction: 'GetModelInvocationJob',
  actions: [
    'CreateModelInvocationJob',
    'GetModelInvocationJob',
    'StopModelInvocationJob',
    'TagResource',
    'UntagResource',
    'ListTagsForResource',
  ],
  unscopedActions: ['ListModelInvocationJobs'],
  events: {
    source: 'aws.bedrock',
    detailType: 'Batch Inference Job State Change',
    name: 'batchJobName',
    status: 'status',
  },
} satisfies JobDefinition;
