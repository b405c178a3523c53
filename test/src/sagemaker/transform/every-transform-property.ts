import { Duration, Size, type Stack, Tags } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import {
  MlInstanceType,
  TransformAssemblyType,
  TransformBatchStrategy,
  TransformCompression,
  TransformInput,
  TransformJoinSource,
  type TransformJobProps,
  TransformSplitType,
} from '../../../../src';
import { bucketNamed } from '../../sample-job';

/** The properties of a transform job whose request has every member, in a stack whose jobs have a tag. */
export function everyProperty(stack: Stack): Partial<TransformJobProps> {
  const key = kms.Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:us-east-1:111122223333:key/k');
  Tags.of(stack).add('team', 'birds');
  return {
    transformJobName: 'penguins-v1',
    modelName: 'penguins',
    input: TransformInput.fromBucket(bucketNamed(stack, 'records'), 'penguins/', {
      contentType: 'text/csv',
      compression: TransformCompression.GZIP,
      splitType: TransformSplitType.LINE,
    }),
    outputPrefix: 'penguins',
    outputEncryptionKey: key,
    accept: 'text/csv',
    assembleWith: TransformAssemblyType.LINE,
    instanceType: MlInstanceType.P3_2_XLARGE,
    instanceCount: 2,
    volumeEncryptionKey: key,
    transformAmiVersion: 'al2-ami-sagemaker-batch-gpu-535',
    maxConcurrentTransforms: 4,
    invocationsTimeout: Duration.minutes(5),
    invocationsMaxRetries: 0,
    maxPayload: Size.mebibytes(25),
    batchStrategy: TransformBatchStrategy.MULTI_RECORD,
    environment: { THRESHOLD: '0.5' },
    dataCapture: {
      bucket: bucketNamed(stack, 'capture'),
      prefix: 'penguins',
      encryptionKey: key,
      generateInferenceId: true,
    },
    inputFilter: '$[1:]',
    outputFilter: '$[0,-1]',
    joinSource: TransformJoinSource.INPUT,
    experiment: {
      experimentName: 'species',
      trialName: 'first',
      trialComponentDisplayName: 'scores',
      runName: 'run-1',
    },
  };
}
