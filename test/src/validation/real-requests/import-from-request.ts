import type { Stack } from 'aws-cdk-lib';
import { locationOf, takeKey, takeNetwork, takeRole } from './aws-values';
import { RequestParts } from './request-parts';
import { ModelImportJob, ModelImportSource } from '../../../../src';

/** Makes the job of a request, with properties for all that they can say, and overrides for the rest. */
export function importOfRequest(stack: Stack, request: object): void {
  const parts = new RequestParts(request);
  // the handler makes one of its own, and a job is tagged as other constructs are
  for (const member of ['clientRequestToken', 'jobTags', 'importedModelTags']) parts.take(member);
  const { bucket, key } = locationOf(stack, parts.take('modelDataSource.s3DataSource.s3Uri'))!;
  new ModelImportJob(stack, 'Job', {
    modelImportJobName: parts.take('jobName'),
    importedModelName: parts.take('importedModelName'),
    role: takeRole(stack, parts, 'roleArn'),
    modelSource: ModelImportSource.fromBucket(bucket, key),
    importedModelEncryptionKey: takeKey(stack, parts, 'importedModelKmsKeyId'),
    ...takeNetwork(stack, parts, 'vpcConfig.subnetIds', 'vpcConfig.securityGroupIds'),
    requestOverrides: parts.rest ?? {},
  });
}
