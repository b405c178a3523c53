import { ModelInvocationJobStatus, ModelInvocationType, S3InputFormat } from '@aws-sdk/client-bedrock';
import type { Constraint, Constraints } from '../emulated-api/request-constraints';

const JOB_NAME: Constraint = {
  pattern: '[a-zA-Z0-9]{1,63}(-*[a-zA-Z0-9\\+\\-\\.]){0,63}',
  minLength: 1,
  maxLength: 63,
};
const JOB_IDENTIFIER: Constraint = {
  pattern: '((arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:model-invocation-job/)?[a-z0-9]{12})',
  maxLength: 1011,
};
const MODEL_ID: Constraint = {
  pattern:
    '(arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:(([0-9]{12}:custom-model/[a-z0-9-]{1,63}[.]{1}[a-z0-9-:]{1,63}/[a-z0-9]{12}$)|' +
    '(:foundation-model/([a-z0-9-]{1,63}[.]{1}[a-z0-9-]{1,63}([.]?[a-z0-9-]{1,63})([:][a-z0-9-]{1,63}){0,2})|(([0-9a-zA-Z][_-]?)+)$)|' +
    '([0-9]{12}:(inference-profile|application-inference-profile)/[a-zA-Z0-9-:.]+$)))|' +
    '([a-z0-9-]{1,63}[.]{1}[a-z0-9-]{1,63}([.]?[a-z0-9-]{1,63})([:][a-z0-9-]{1,63}){0,2})|(([0-9a-zA-Z][_-]?)+)',
  minLength: 1,
  maxLength: 2048,
};
const S3_URI: Constraint = {
  pattern: "s3://[a-z0-9][-.a-z0-9]{1,61}[a-z0-9](?:/[-!_*'().a-z0-9A-Z]+(?:/[-!_*'().a-z0-9A-Z]+)*)?/?",
  minLength: 1,
  maxLength: 1024,
};
const ACCOUNT: Constraint = { pattern: '[0-9]{12}' };
const VPC_ID: Constraint = { pattern: '[-0-9a-zA-Z]+', maxLength: 32 };
const TAG_PATTERN = '[a-zA-Z0-9\\s._:/=+@-]*';
const TAGS: Constraints = {
  tags: { minLength: 0, maxLength: 200 },
  'tags.[].key': { pattern: TAG_PATTERN, minLength: 1, maxLength: 128 },
  'tags.[].value': { pattern: TAG_PATTERN, minLength: 0, maxLength: 256 },
};
const RESOURCE_ARN: Constraint = { minLength: 20, maxLength: 1011 };

/** What the service's model says about the members of requests, by operation. */
export const MODEL_INVOCATION_JOB_CONSTRAINTS = {
  CreateModelInvocationJob: {
    jobName: JOB_NAME,
    roleArn: { pattern: 'arn:aws(-[^:]+)?:iam::([0-9]{12})?:role/.+', maxLength: 2048 },
    clientRequestToken: { pattern: '[a-zA-Z0-9]{1,256}(-*[a-zA-Z0-9]){0,256}', minLength: 1, maxLength: 256 },
    modelId: MODEL_ID,
    'inputDataConfig.s3InputDataConfig.s3InputFormat': { values: Object.values(S3InputFormat) },
    'inputDataConfig.s3InputDataConfig.s3Uri': S3_URI,
    'inputDataConfig.s3InputDataConfig.s3BucketOwner': ACCOUNT,
    'outputDataConfig.s3OutputDataConfig.s3Uri': S3_URI,
    'outputDataConfig.s3OutputDataConfig.s3EncryptionKeyId': {
      pattern:
        '(arn:aws(-[^:]+)?:kms:[a-zA-Z0-9-]*:[0-9]{12}:((key/[a-zA-Z0-9-]{36})|(alias/[a-zA-Z0-9-_/]+)))|' +
        '([a-zA-Z0-9-]{36})|(alias/[a-zA-Z0-9-_/]+)',
      minLength: 1,
      maxLength: 2048,
    },
    'outputDataConfig.s3OutputDataConfig.s3BucketOwner': ACCOUNT,
    'vpcConfig.subnetIds': { minLength: 1, maxLength: 16 },
    'vpcConfig.subnetIds.[]': VPC_ID,
    'vpcConfig.securityGroupIds': { minLength: 1, maxLength: 5 },
    'vpcConfig.securityGroupIds.[]': VPC_ID,
    timeoutDurationInHours: { min: 24, max: 168 },
    ...TAGS,
    modelInvocationType: { values: Object.values(ModelInvocationType) },
  },
  GetModelInvocationJob: { jobIdentifier: JOB_IDENTIFIER },
  StopModelInvocationJob: { jobIdentifier: JOB_IDENTIFIER },
  ListModelInvocationJobs: {
    statusEquals: { values: Object.values(ModelInvocationJobStatus) },
    nameContains: JOB_NAME,
    maxResults: { min: 1, max: 1000 },
    nextToken: { pattern: '\\S*', minLength: 1, maxLength: 2048 },
    sortBy: { values: ['CreationTime'] },
    sortOrder: { values: ['Ascending', 'Descending'] },
  },
  TagResource: { resourceARN: RESOURCE_ARN, ...TAGS },
  UntagResource: {
    resourceARN: RESOURCE_ARN,
    tagKeys: { minLength: 0, maxLength: 200 },
    'tagKeys.[]': { pattern: TAG_PATTERN, minLength: 1, maxLength: 128 },
  },
  ListTagsForResource: { resourceARN: RESOURCE_ARN },
} satisfies Record<string, Constraints>;
