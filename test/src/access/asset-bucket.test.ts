import * as path from 'node:path';
import {
  App,
  Aws,
  DefaultStackSynthesizer,
  type FileAssetLocation,
  type FileAssetSource,
  Fn,
  Stack,
} from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import { Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { BatchInferenceInput, ModelData, TrainingInput, TransformInput } from '../../../src';
import { statementsOf } from '../policy-statements';
import { batchJob } from '../sample-batch-job';
import { compilationJob, MODEL } from '../sample-job';
import { trainingJob } from '../sample-training-job';
import { modelRole, transformJob } from '../sample-transform-job';

const KEY = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const RECORDS = path.join(__dirname, '..', '..', '..', 'examples', 'batch-inference', 'records.jsonl');
const env = { account: '111122223333', region: 'us-east-1' };

/** A synthesizer that says which key encrypts its bucket. */
class KeyedSynthesizer extends DefaultStackSynthesizer {
  public override addFileAsset(asset: FileAssetSource): FileAssetLocation {
    return { ...super.addFileAsset(asset), kmsKeyArn: KEY };
  }
}

const JOBS: readonly (readonly [
  string,
  string,
  (stack: Stack, props?: { assetEncryptionKey?: kms.IKey }) => unknown,
])[] = [
  [
    'a model',
    'JobRole',
    (stack, props) => compilationJob(stack, 'Job', { modelData: ModelData.fromAsset(MODEL), ...props }),
  ],
  [
    'a channel',
    'JobRole',
    (stack, props) => trainingJob(stack, 'Job', { inputs: { train: TrainingInput.fromAsset(MODEL) }, ...props }),
  ],
  [
    'the input of a transform job',
    'ModelRole',
    (stack, props) =>
      transformJob(stack, 'Job', { input: TransformInput.fromAsset(MODEL), modelRole: modelRole(stack), ...props }),
  ],
  [
    'records',
    'JobRole',
    (stack, props) =>
      batchJob(stack, 'Job', { input: BatchInferenceInput.fromAsset(RECORDS, { minimumRecords: 1 }), ...props }),
  ],
];

const keysOf = (stack: Stack, role: string) =>
  statementsOf(stack, role).filter(({ actions }) => actions.some((action) => action.startsWith('kms:')));

describe.each(JOBS)('%s under a key', (_, role, make) => {
  test('that the synthesizer says can be read', () => {
    const stack = new Stack(new App(), 'Stack', { env, synthesizer: new KeyedSynthesizer() });
    make(stack);
    expect(keysOf(stack, role)).toEqual([{ actions: ['kms:Decrypt'], resources: [KEY] }]);
  });

  test('that the job is told can be read', () => {
    const stack = new Stack(new App(), 'Stack', { env });
    const arn = Fn.importValue('CdkBootstrap-hnb659fds-FileAssetKeyArn');
    make(stack, { assetEncryptionKey: kms.Key.fromKeyArn(stack, 'AssetKey', arn) });
    expect(keysOf(stack, role)).toEqual([
      { actions: ['kms:Decrypt'], resources: ['{"Fn::ImportValue":"CdkBootstrap-hnb659fds-FileAssetKeyArn"}'] },
    ]);
  });

  test('that nothing says gives no right', () => {
    const stack = new Stack(new App(), 'Stack', { env });
    make(stack);
    expect(keysOf(stack, role)).toEqual([]);
  });
});

test('a bucket for assets that a stack of the app makes has the key that it is made with', () => {
  const app = new App();
  const staging = new Stack(app, 'Staging', { env });
  const encryptionKey = new kms.Key(staging, 'BucketKey');
  new Bucket(staging, 'StagingBucket', { bucketName: 'staged-here', encryption: BucketEncryption.KMS, encryptionKey });
  new Bucket(staging, 'Other', { bucketName: 'other' });
  const synthesizer = new DefaultStackSynthesizer({ fileAssetsBucketName: 'staged-here' });
  const stack = new Stack(app, 'Stack', { env, synthesizer });
  compilationJob(stack, 'Job', { modelData: ModelData.fromAsset(MODEL) });
  app.synth();
  expect(keysOf(stack, 'JobRole')).toEqual([
    { actions: ['kms:Decrypt'], resources: [expect.stringMatching(/Staging:ExportsOutputFnGetAttBucketKey/)] },
  ]);
});

test('such a bucket is found by its name in a stack of any environment, too', () => {
  const app = new App();
  const staging = new Stack(app, 'Staging');
  const encryptionKey = new kms.Key(staging, 'BucketKey');
  new Bucket(staging, 'StagingBucket', { bucketName: `staged-${Aws.ACCOUNT_ID}-${Aws.REGION}`, encryptionKey });
  const synthesizer = new DefaultStackSynthesizer({ fileAssetsBucketName: 'staged-${AWS::AccountId}-${AWS::Region}' });
  const stack = new Stack(app, 'Stack', { synthesizer });
  compilationJob(stack, 'Job', { modelData: ModelData.fromAsset(MODEL) });
  app.synth();
  expect(keysOf(stack, 'JobRole')).toHaveLength(1);
});

test('fails with something else than a key', () => {
  const stack = new Stack(new App(), 'Stack');
  const assetEncryptionKey = KEY as unknown as kms.IKey;
  expect(() => compilationJob(stack, 'Job', { assetEncryptionKey })).toThrow(
    `Stack/Job: 'assetEncryptionKey' must be a KMS key, for example Key.fromKeyArn(), got '${KEY}'`,
  );
});
