import { MODEL_IMPORT_JOB_PROPERTIES } from './model-import-job-properties';
import { MODEL_IMPORT_JOB } from '../../contract';
import { definitionOf, type JobDefinition } from '../../job/job-definition';
import { networkAccess } from '../network-access';

/** Model import jobs as the engine sees them. */
export const MODEL_IMPORT_JOB_DEFINITION = {
  ...definitionOf(MODEL_IMPORT_JOB, {
    tagActions: ['TagResource', 'UntagResource', 'ListTagsForResource'],
    // the table of the service's actions has no resource for it:
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonbedrock.html
    createsUnscoped: true,
  }),
  defaultNames: ['importedModelName'],
  // as of customization jobs, of which the request takes 200, too; the service refuses more than 50
  mostTags: 50,
  // "The model import job can take several minutes"; people see half an hour to an hour and a half, and nobody can stop one:
  // https://docs.aws.amazon.com/bedrock/latest/userguide/model-customization-import-model-job.html
  usualWaitSeconds: 4 * 3600,
  properties: MODEL_IMPORT_JOB_PROPERTIES,
  role: {
    servicePrincipal: 'bedrock.amazonaws.com',
    // as AWS documents it: https://docs.aws.amazon.com/bedrock/latest/userguide/model-import-iam-role.html
    trust: (jobs, account) => ({
      StringEquals: { 'aws:SourceAccount': account },
      ArnEquals: { 'aws:SourceArn': jobs },
    }),
    networkAccess: (interfaces) => networkAccess(interfaces, 'BedrockModelImportJobArn'),
  },
} satisfies JobDefinition;
