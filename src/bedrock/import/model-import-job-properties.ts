import type { PropertyNames } from '../../validation/member-names';

/** What the properties of a model import job are called, by the members of the request that they set. */
export const MODEL_IMPORT_JOB_PROPERTIES: PropertyNames = {
  jobName: 'modelImportJobName',
  importedModelName: 'importedModelName',
  roleArn: 'role',
  modelDataSource: 'modelSource',
  'modelDataSource.s3DataSource.s3Uri': 'modelSource',
  importedModelKmsKeyId: 'importedModelEncryptionKey',
  vpcConfig: 'vpc',
  'vpcConfig.subnetIds': 'vpcSubnets',
  'vpcConfig.securityGroupIds': 'securityGroups',
  jobTags: 'tags',
  'jobTags[]': 'tags.{key}',
  importedModelTags: 'tags',
  'importedModelTags[]': 'tags.{key}',
};
