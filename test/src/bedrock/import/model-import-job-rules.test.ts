import { App, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { ModelImportJob, ModelImportSource } from '../../../../src';
import { importJob } from '../../sample-import-job';
import { newStack } from '../../sample-job';

const ARN = 'arn:aws:bedrock:us-east-1:111122223333:model-import-job/abcdef123456';

test.each([
  [
    'no source',
    { modelSource: 's3://models/llama/' as never },
    "'modelSource' must be a source, for example ModelImportSource.fromAsset()",
  ],
  ['a key that is none', { importedModelEncryptionKey: 'alias/a' as never }, "'importedModelEncryptionKey' must be"],
  [
    'another removal policy',
    { importedModelRemovalPolicy: RemovalPolicy.SNAPSHOT },
    "'importedModelRemovalPolicy' must be RemovalPolicy.RETAIN or RemovalPolicy.DESTROY, got 'snapshot'",
  ],
  ['a name of the model that is none', { importedModelName: 'a--b' }, "'importedModelName'"],
  ['a name of the job that is none of a model', { modelImportJobName: 'v1.2' }, "'importedModelName' must be"],
])('%s is an error', (_, props, message) => {
  expect(() => importJob(newStack(), 'Import', props)).toThrow(message);
});

describe('the Region', () => {
  const warningsIn = (region: string) => {
    const stack = new Stack(new App(), 'Stack', { env: { account: '111122223333', region } });
    importJob(stack, 'Import');
    return Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('custom model import')).length;
  };

  test.each(['eu-central-1', 'us-east-1', 'us-east-2', 'us-west-2'])(
    'is one with custom model import: %s',
    (region) => {
      expect(warningsIn(region)).toBe(0);
    },
  );

  test.each(['eu-west-1', 'ap-northeast-1'])('is warned of where it has none, as far as is known: %s', (region) => {
    expect(warningsIn(region)).toBe(1);
  });

  test('is none of AWS China', () => {
    expect(() => warningsIn('cn-north-1')).toThrow(
      'a model import job needs Amazon Bedrock, which AWS China does not have',
    );
  });
});

test.each(['abcdef123456', ARN.replace('import', 'invocation'), `${ARN}0`])(
  'a job that was made elsewhere has the ARN of one: %s',
  (arn) => {
    expect(() => ModelImportJob.fromModelImportJobArn(newStack(), 'Made', arn)).toThrow(
      `'modelImportJobArn' must be the ARN of a model import job, got '${arn}'`,
    );
  },
);

test('one of another Region is refused', () => {
  const stack = new Stack(new App(), 'Stack', { env: { account: '111122223333', region: 'us-west-2' } });
  expect(() => ModelImportJob.fromModelImportJobArn(stack, 'Made', ARN)).toThrow('us-east-1');
});

test('what is said of a bucket must be an object', () => {
  const stack = newStack();
  const bucket = Bucket.fromBucketName(stack, 'Models', 'models');
  const modelSource = ModelImportSource.fromBucket(bucket, 'a/', 'x' as never);
  expect(() => importJob(stack, 'Import', { modelSource })).toThrow("'modelSource' must be an object");
});
