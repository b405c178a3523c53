import { App, Size, Stack } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { JobEngine, MlInstanceType, ModelData } from '../../../src';
import { requireBucket, requireKey } from '../../../src/access/bucket-check';
import { sentence } from '../../../src/validation/finding';
import { takeNoted } from '../../../src/validation/noted-findings';
import { compilationJob } from '../sample-job';
import { trainingJob } from '../sample-training-job';
import { transformJob } from '../sample-transform-job';
import { tuningJob, tuningTraining } from '../sample-tuning-job';

const account = '111122223333';
const env = { account, region: 'eu-west-1' };

function inIreland() {
  const app = new App();
  return { app, stack: new Stack(app, 'Stack', { env }), noted: (stack: Stack) => takeNoted(stack) };
}

test('a bucket that says its Region, or is made in another, is refused', () => {
  const { app, stack } = inIreland();
  const virginia = new Stack(app, 'Virginia', { env: { account, region: 'us-east-1' } });
  requireBucket(
    stack,
    'outputBucket',
    Bucket.fromBucketAttributes(stack, 'B', { bucketName: 'data', region: 'us-east-1' }),
  );
  requireBucket(stack, 'input', new Bucket(virginia, 'Made', { bucketName: 'made' }));
  expect(takeNoted(stack).map(sentence)).toEqual([
    "'outputBucket' must be a bucket in eu-west-1, where the job is, got one in us-east-1",
    "'input' must be a bucket in eu-west-1, where the job is, got one in us-east-1",
  ]);
});

test('a bucket that another stack refers to by its name may be in the Region', () => {
  const { app, stack } = inIreland();
  const virginia = new Stack(app, 'Virginia', { env: { account, region: 'us-east-1' } });
  requireBucket(stack, 'input', Bucket.fromBucketName(virginia, 'B', 'data'));
  expect(takeNoted(stack)).toMatchObject([{ warning: 'cdk-ml-jobs:region' }]);
});

test('a bucket of another account that is only referred to has a warning, unless its owner is said', () => {
  const { stack } = inIreland();
  const bucket = Bucket.fromBucketAttributes(stack, 'B', { bucketName: 'data', account: '444455556666' });
  requireBucket(stack, 'input', bucket);
  requireBucket(stack, 'input', bucket, { owner: '444455556666' });
  const [finding, ...others] = takeNoted(stack);
  expect(others).toEqual([]);
  expect(finding.warning).toBe('cdk-ml-jobs:bucketAccount');
  expect(sentence(finding)).toBe(
    "'input' is a bucket of the account 444455556666, and the job is in 111122223333: the role of the job has access only where the policy of the bucket gives it, which this app cannot change",
  );
});

test('a key must be in the Region, too', () => {
  const { stack } = inIreland();
  const arn = (region: string) => `arn:aws:kms:${region}:${account}:key/0123abcd-12ab-34cd-56ef-1234567890ab`;
  requireKey(stack, 'outputEncryptionKey', Key.fromKeyArn(stack, 'Near', arn('eu-west-1')));
  requireKey(stack, 'outputEncryptionKey', undefined);
  expect(takeNoted(stack)).toEqual([]);
  requireKey(stack, 'outputEncryptionKey', Key.fromKeyArn(stack, 'Far', arn('us-east-1')));
  expect(takeNoted(stack).map(sentence)).toEqual([
    "'outputEncryptionKey' must be a KMS key in eu-west-1, where the job is, got one in us-east-1",
  ]);
});

test('nothing is said where a Region or an account is not known', () => {
  const stack = new Stack(new App(), 'Stack');
  requireBucket(stack, 'input', Bucket.fromBucketAttributes(stack, 'B', { bucketName: 'data', region: 'us-east-1' }));
  expect(takeNoted(stack)).toEqual([]);
});

describe('a key of another Region', () => {
  const { stack } = inIreland();
  const far = Key.fromKeyArn(stack, 'Far', `arn:aws:kms:us-east-1:${account}:key/0123abcd-12ab-34cd-56ef-1234567890ab`);
  const lists = { bucketName: 'data', encryptionKey: far };

  test.each<[string, string, (id: string) => unknown]>([
    ['the volumes of a training', 'volumeEncryptionKey', (id) => trainingJob(stack, id, { volumeEncryptionKey: far })],
    [
      'the volumes of the trainings of a tuning',
      'training.volumeEncryptionKey',
      (id) => tuningJob(stack, id, { training: tuningTraining(stack, { volumeEncryptionKey: far }) }),
    ],
    [
      'the volumes of several kinds of instances',
      'training.volumeEncryptionKey',
      (id) =>
        tuningJob(stack, id, {
          training: tuningTraining(stack, {
            instanceType: undefined,
            instanceConfigs: [{ instanceType: MlInstanceType.M5_LARGE, volumeSize: Size.gibibytes(30) }],
            volumeEncryptionKey: far,
          }),
        }),
    ],
    [
      'the volumes of a transform',
      'volumeEncryptionKey',
      (id) => transformJob(stack, id, { volumeEncryptionKey: far }),
    ],
    ['the assets', 'assetEncryptionKey', (id) => compilationJob(stack, id, { assetEncryptionKey: far })],
    [
      'the bucket of the output',
      'outputBucket.encryptionKey',
      (id) => compilationJob(stack, id, { outputBucket: Bucket.fromBucketAttributes(stack, 'Out', lists) }),
    ],
    [
      'the bucket of the model',
      'modelData.encryptionKey',
      (id) =>
        compilationJob(stack, id, {
          modelData: ModelData.fromBucket(Bucket.fromBucketAttributes(stack, 'In', lists), 'model.tar.gz'),
        }),
    ],
  ])('is refused for %s', (what, member, make) => {
    expect(() => make(what)).toThrow(
      `Stack/${what}: '${member}' must be a KMS key in eu-west-1, where the job is, got one in us-east-1`,
    );
  });

  test.each(['encryptionKey', 'environmentEncryption'])('is refused for the engine: %s', (member) => {
    const { app, stack: other } = inIreland();
    new JobEngine(other, 'Engine', { [member]: Key.fromKeyArn(other, 'Far', far.keyArn) });
    expect(() => app.synth()).toThrow(
      `[Stack/Engine] '${member}' must be a KMS key in eu-west-1, where the engine is, got one in us-east-1`,
    );
  });
});
