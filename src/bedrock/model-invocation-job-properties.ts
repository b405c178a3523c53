import type { PropertyNames } from '../validation/member-names';

/** What the properties of a batch inference job are called, by the members of the request that they set. */
export const MODEL_INVOCATION_JOB_PROPERTIES: PropertyNames = {
  jobName: 'modelInvocationJobName',
  roleArn: 'role',
  modelId: 'model',
  modelInvocationType: 'modelInvocationType',
  'inputDataConfig.s3InputDataConfig.s3Uri': 'input',
  'inputDataConfig.s3InputDataConfig.s3InputFormat': 'input',
  'inputDataConfig.s3InputDataConfig.s3BucketOwner': 'input.bucketOwner',
  'outputDataConfig.s3OutputDataConfig.s3Uri': 'outputPrefix',
  'outputDataConfig.s3OutputDataConfig.s3EncryptionKeyId': 'outputEncryptionKey',
  'outputDataConfig.s3OutputDataConfig.s3BucketOwner': 'outputBucketOwner',
  vpcConfig: 'vpc',
  'vpcConfig.subnetIds': 'vpcSubnets',
  'vpcConfig.securityGroupIds': 'securityGroups',
  timeoutDurationInHours: 'timeout',
  tags: 'tags',
  'tags[]': 'tags.{key}',
};
