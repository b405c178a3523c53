import { MODEL_INVOCATION_JOB_PROPERTIES } from './model-invocation-job-properties';
import { networkAccess } from './network-access';
import { MODEL_INVOCATION_JOB } from '../contract';
import { definitionOf, type JobDefinition } from '../job/job-definition';

/** Batch inference jobs as the engine sees them. */
export const MODEL_INVOCATION_JOB_DEFINITION = {
  ...definitionOf(MODEL_INVOCATION_JOB, { tagActions: ['TagResource', 'UntagResource', 'ListTagsForResource'] }),
  // the request takes 200; the service refuses more than 50
  mostTags: 50,
  properties: MODEL_INVOCATION_JOB_PROPERTIES,
  role: {
    servicePrincipal: 'bedrock.amazonaws.com',
    trust: (jobs, account) => ({
      StringEquals: { 'aws:SourceAccount': account },
      ArnEquals: { 'aws:SourceArn': jobs },
    }),
    networkAccess,
  },
  events: {
    source: 'aws.bedrock',
    detailType: 'Batch Inference Job State Change',
    name: 'batchJobName',
    status: 'status',
  },
} satisfies JobDefinition;
