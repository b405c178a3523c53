import { MODEL_CUSTOMIZATION_JOB_PROPERTIES } from './model-customization-job-properties';
import { MODEL_CUSTOMIZATION_JOB } from '../../contract';
import { definitionOf, type JobDefinition } from '../../job/job-definition';
import { networkAccess } from '../network-access';

/** Model customization jobs as the engine sees them. */
export const MODEL_CUSTOMIZATION_JOB_DEFINITION = {
  ...definitionOf(MODEL_CUSTOMIZATION_JOB, { tagActions: ['TagResource', 'UntagResource', 'ListTagsForResource'] }),
  defaultNames: ['customModelName'],
  // the request takes 200; the service refuses more than 50
  mostTags: 50,
  // "The customization job can take several hours", and one that is stopped was paid for in vain:
  // https://docs.aws.amazon.com/bedrock/latest/userguide/model-customization-submit.html
  usualWaitSeconds: 24 * 3600,
  properties: MODEL_CUSTOMIZATION_JOB_PROPERTIES,
  role: {
    servicePrincipal: 'bedrock.amazonaws.com',
    trust: (jobs, account) => ({
      StringEquals: { 'aws:SourceAccount': account },
      ArnEquals: { 'aws:SourceArn': jobs },
    }),
    networkAccess: (interfaces) => networkAccess(interfaces, 'BedrockModelCustomizationJobArn'),
  },
  events: {
    source: 'aws.bedrock',
    detailType: 'Model Customization Job State Change',
    name: 'jobName',
    status: 'jobStatus',
  },
} satisfies JobDefinition;
