import type { JsonObject } from '../../../../rehearsal/json-value';
import { trainingAccesses } from '../../../../rehearsal/sagemaker/training/training-accesses';
import { ASSET_BUCKET } from '../../fixture-assembly';
import { allow, deny } from '../../fixture-iam';
import { accessTexts, jobPlace, verdictOf } from '../../fixture-job-role';
import { channel, ROLE, trainingRequest } from '../../fixture-sagemaker';

const ARN = 'arn:aws:sagemaker:us-east-1:111122223333';
const KEY = 'arn:aws:kms:us-east-1:111122223333:key/k';
const IMAGE = '111122223333.dkr.ecr.us-east-1.amazonaws.com/trainer:1';

const accessesOf = (more: JsonObject = {}) => accessTexts(trainingAccesses(trainingRequest(more), jobPlace()));
/** What a member of the request adds to what any training job needs. */
const addedBy = (more: JsonObject) => accessesOf(more).filter((text) => !accessesOf().includes(text));

test('SageMaker reads the input, writes the model, and logs', () => {
  expect(accessesOf().filter((text) => !text.startsWith('unnoticed'))).toEqual([
    'refused: s3:GetBucketLocation arn:aws:s3:::in',
    'refused: s3:ListBucket arn:aws:s3:::in',
    'failed: s3:GetObject arn:aws:s3:::in/train/data',
    'refused: s3:GetBucketLocation arn:aws:s3:::out',
    'refused: s3:ListBucket arn:aws:s3:::out',
    'refused: s3:PutObject arn:aws:s3:::out/models/job/output/model.tar.gz',
  ]);
  expect(accessesOf()).toContain('unnoticed: cloudwatch:PutMetricData *');
});

test.each<[string, JsonObject, string[]]>([
  [
    'an object that the assembly uploads',
    { InputDataConfig: [channel('train', `s3://${ASSET_BUCKET}/train/`)] },
    [
      `refused: s3:GetBucketLocation arn:aws:s3:::${ASSET_BUCKET}`,
      `refused: s3:ListBucket arn:aws:s3:::${ASSET_BUCKET}`,
      `failed: s3:GetObject arn:aws:s3:::${ASSET_BUCKET}/train/a.csv`,
    ],
  ],
  [
    'a manifest and what it lists',
    { InputDataConfig: [channel('train', 's3://in/list.json', { S3DataType: 'ManifestFile' })] },
    ['failed: s3:GetObject arn:aws:s3:::in/list.json', 'failed: s3:GetObject arn:aws:s3:::in/*'],
  ],
  [
    'a data set of a hub',
    {
      InputDataConfig: [{ ChannelName: 'hub', DataSource: { DatasetSource: { DatasetArn: `${ARN}:hub-content/d` } } }],
    },
    [`refused: sagemaker:DescribeHubContent ${ARN}:hub-content/d`],
  ],
  [
    'EFS',
    { InputDataConfig: [fileSystem('EFS')] },
    [
      'failed: elasticfilesystem:DescribeFileSystems arn:aws:elasticfilesystem:us-east-1:111122223333:file-system/fs-1',
      'failed: elasticfilesystem:DescribeMountTargets arn:aws:elasticfilesystem:us-east-1:111122223333:file-system/fs-1',
    ],
  ],
  ['FSx', { InputDataConfig: [fileSystem('FSxLustre')] }, ['failed: fsx:DescribeFileSystems *']],
  [
    'an image in ECR',
    { AlgorithmSpecification: { TrainingImage: IMAGE, TrainingInputMode: 'File' } },
    [
      'refused: ecr:GetAuthorizationToken *',
      'refused: ecr:BatchCheckLayerAvailability arn:aws:ecr:us-east-1:111122223333:repository/trainer',
      'refused: ecr:GetDownloadUrlForLayer arn:aws:ecr:us-east-1:111122223333:repository/trainer',
      'refused: ecr:BatchGetImage arn:aws:ecr:us-east-1:111122223333:repository/trainer',
    ],
  ],
  [
    'an algorithm',
    { AlgorithmSpecification: { AlgorithmName: 'scorer', TrainingInputMode: 'File' } },
    [`refused: sagemaker:DescribeAlgorithm ${ARN}:algorithm/scorer`],
  ],
  [
    'credentials for a registry',
    {
      AlgorithmSpecification: {
        TrainingImage: 'registry/algorithm:1',
        TrainingInputMode: 'File',
        TrainingImageConfig: {
          TrainingRepositoryAccessMode: 'Vpc',
          TrainingRepositoryAuthConfig: { TrainingRepositoryCredentialsProviderArn: 'arn:f' },
        },
      },
    },
    ['failed: lambda:InvokeFunction arn:f'],
  ],
  [
    'an output key',
    { OutputDataConfig: { S3OutputPath: 's3://out/models/', KmsKeyId: KEY } },
    [`refused: kms:Encrypt ${KEY}`, `refused: kms:GenerateDataKey ${KEY}`, `refused: kms:Decrypt ${KEY}`],
  ],
  [
    'a key of volumes',
    { ResourceConfig: { InstanceType: 'ml.m5.large', InstanceCount: 1, VolumeSizeInGB: 30, VolumeKmsKeyId: KEY } },
    [`failed: kms:DescribeKey ${KEY}`, `failed: kms:CreateGrant ${KEY}`],
  ],
  [
    'checkpoints',
    { CheckpointConfig: { S3Uri: 's3://checkpoints/a/' } },
    [
      'failed: s3:GetBucketLocation arn:aws:s3:::checkpoints',
      'failed: s3:ListBucket arn:aws:s3:::checkpoints',
      'failed: s3:GetObject arn:aws:s3:::checkpoints/a/checkpoint',
      'failed: s3:PutObject arn:aws:s3:::checkpoints/a/checkpoint',
      'failed: s3:DeleteObject arn:aws:s3:::checkpoints/a/checkpoint',
    ],
  ],
  [
    'a debug hook',
    { DebugHookConfig: { S3OutputPath: 's3://tensors/debug' } },
    [
      'failed: s3:GetBucketLocation arn:aws:s3:::tensors',
      'failed: s3:ListBucket arn:aws:s3:::tensors',
      'failed: s3:PutObject arn:aws:s3:::tensors/debug/job/data',
      'failed: s3:GetObject arn:aws:s3:::tensors/debug/job/data',
    ],
  ],
  [
    'remote debugging',
    { RemoteDebugConfig: { EnableRemoteDebug: true } },
    ['CreateControlChannel', 'CreateDataChannel', 'OpenControlChannel', 'OpenDataChannel'].map(
      (action) => `unnoticed: ssmmessages:${action} *`,
    ),
  ],
])('needs more for %s', (_, more, expected) => {
  expect(addedBy(more)).toEqual(expected);
});

test('a rule is evaluated in a processing job, which has a log of its own', () => {
  const rule = { RuleConfigurationName: 'Loss', RuleEvaluatorImage: IMAGE, S3OutputPath: 's3://findings' };
  const texts = addedBy({ DebugRuleConfigurations: [rule] });
  expect(texts.every((text) => text.startsWith('unnoticed: '))).toBe(true);
  expect(texts).toEqual(
    expect.arrayContaining([
      'unnoticed: ecr:BatchGetImage arn:aws:ecr:us-east-1:111122223333:repository/trainer',
      'unnoticed: s3:PutObject arn:aws:s3:::findings/job/data',
      'unnoticed: logs:CreateLogGroup arn:aws:logs:us-east-1:111122223333:log-group:/aws/sagemaker/ProcessingJobs',
    ]),
  );
});

describe('without a permission', () => {
  const verdict = (denied: string, more: JsonObject = {}) =>
    verdictOf([allow('*'), deny(denied)], (place) => trainingAccesses(trainingRequest(more), place));

  test.each<[string, JsonObject, string]>([
    [
      's3:ListBucket',
      {},
      `Unauthorized to List objects under S3 URL s3://in/train/ with role ${ROLE}: no identity-based`,
    ],
    ['s3:PutObject', {}, `Access denied to OutputDataConfig S3 bucket out with role ${ROLE}`],
    [
      'ecr:*',
      { AlgorithmSpecification: { TrainingImage: IMAGE, TrainingInputMode: 'File' } },
      `Access denied for repository ${IMAGE} with role ${ROLE}`,
    ],
    [
      'sagemaker:DescribeAlgorithm',
      { AlgorithmSpecification: { AlgorithmName: 'scorer', TrainingInputMode: 'File' } },
      'Access denied when describing algorithm',
    ],
  ])('%s, the job is refused', (denied, more, text) => {
    expect(verdict(denied, more).refusal).toMatch(text);
  });

  test('s3:GetObject, the job fails while it downloads', () => {
    expect(verdict('s3:GetObject').failure).toMatch(
      /^ClientError: Data download failed:Unable to download object s3:\/\/in\/train\/data \(AccessDenied: User: /,
    );
  });
});

function fileSystem(FileSystemType: string): JsonObject {
  const source = { FileSystemId: 'fs-1', FileSystemType, DirectoryPath: '/a', FileSystemAccessMode: 'ro' };
  return { ChannelName: 'files', DataSource: { FileSystemDataSource: source } };
}
