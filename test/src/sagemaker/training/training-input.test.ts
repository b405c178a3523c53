import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { App, LegacyStackSynthesizer, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as fsx from 'aws-cdk-lib/aws-fsx';
import * as kms from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { MlInstanceType } from '../../../../src/sagemaker/ml-instance-type';
import { TrainingInput } from '../../../../src/sagemaker/training/training-input';
import {
  TrainingInputCompression,
  TrainingInputDistribution,
  TrainingInputMode,
  type TrainingInputOptions,
  TrainingRecordWrapper,
} from '../../../../src/sagemaker/training/training-input-options';
import { TrainingJob } from '../../../../src/sagemaker/training/training-job';
import { flatten, type Statement, statementsOf } from '../../policy-statements';
import { bucketNamed, newStack } from '../../sample-job';
import { TRAINING_JOB_TYPE, trainingJob, trainingRequestOf } from '../../sample-training-job';
import { tuningRequestOf, tuningTraining } from '../../sample-tuning-job';

const S3 = 'arn:<AWS::Partition>:s3:::';
const BUCKET_ACTIONS = ['s3:GetBucketLocation', 's3:ListBucket'];
const DATASET = 'arn:aws:sagemaker:us-east-1:111122223333:hub-content/hub/DataSet/penguins/1.0.0';

/** The one channel of a job, as the API takes it. */
function channelOf(input: TrainingInput, props: Parameters<typeof trainingJob>[2] = {}, stack = newStack()): unknown {
  const { InputDataConfig } = trainingRequestOf({ inputs: { train: input }, ...props }, stack);
  expect(InputDataConfig).toHaveLength(1);
  return (InputDataConfig as unknown[])[0];
}

/** What the job's role may do for its one channel. */
function grantedFor(input: TrainingInput, stack: Stack, props: Parameters<typeof trainingJob>[2] = {}): Statement[] {
  trainingJob(stack, 'Train', { inputs: { train: input }, ...props });
  const statements = statementsOf(stack, 'TrainRole');
  return statements.slice(statements.findIndex(({ actions }) => actions[0] === 'cloudwatch:PutMetricData') + 1);
}

const readsOf = (bucket: string, ...keys: string[]) => [
  { actions: BUCKET_ACTIONS, resources: [`${S3}${bucket}`] },
  ...keys.map((key) => ({ actions: ['s3:GetObject'], resources: [`${S3}${bucket}/${key}`] })),
];

describe('a prefix', () => {
  test('is all objects under it, which the role may read', () => {
    const stack = newStack();
    const input = TrainingInput.fromBucket(bucketNamed(stack, 'data'), 'penguins/train/');
    expect(channelOf(input)).toEqual({
      ChannelName: 'train',
      DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri: 's3://data/penguins/train/' } },
    });
    expect(grantedFor(input, stack)).toEqual(readsOf('data', 'penguins/train/*'));
  });

  test('is read as the options say', () => {
    const input = TrainingInput.fromBucket(bucketNamed(newStack(), 'data'), 'penguins/', {
      contentType: 'text/csv',
      inputMode: TrainingInputMode.PIPE,
      compression: TrainingInputCompression.GZIP,
      recordWrapper: TrainingRecordWrapper.RECORD_IO,
      shuffleSeed: -7,
      distribution: TrainingInputDistribution.SHARDED_BY_S3_KEY,
      instanceGroupNames: ['workers'],
      acceptEula: true,
    });
    const instanceGroups = [{ name: 'workers', instanceType: MlInstanceType.M5_LARGE }];
    expect(channelOf(input, { instanceType: undefined, instanceGroups })).toEqual({
      ChannelName: 'train',
      DataSource: {
        S3DataSource: {
          S3DataType: 'S3Prefix',
          S3Uri: 's3://data/penguins/',
          S3DataDistributionType: 'ShardedByS3Key',
          InstanceGroupNames: ['workers'],
          ModelAccessConfig: { AcceptEula: true },
        },
      },
      ContentType: 'text/csv',
      CompressionType: 'Gzip',
      RecordWrapperType: 'RecordIO',
      InputMode: 'Pipe',
      ShuffleConfig: { Seed: -7 },
    });
  });

  test('is decrypted with the key of its bucket', () => {
    const stack = newStack();
    const encryptionKey = kms.Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:us-east-1:111122223333:key/k');
    const bucket = Bucket.fromBucketAttributes(stack, 'Data', { bucketName: 'data', encryptionKey });
    expect(grantedFor(TrainingInput.fromBucket(bucket, 'a/'), stack)).toEqual([
      ...readsOf('data', 'a/*'),
      { actions: ['kms:Decrypt'], resources: ['arn:aws:kms:us-east-1:111122223333:key/k'] },
    ]);
  });

  test.each(['/a', '//'])("fails where it is '%s'", (prefix) => {
    expect(() => channelOf(TrainingInput.fromBucket(bucketNamed(newStack(), 'data'), prefix))).toThrow(
      `Stack/Train: 'inputs.train' must be a prefix without a leading '/', got '${prefix}'`,
    );
  });

  test('fails where its shuffling has no whole number', () => {
    expect(() =>
      channelOf(TrainingInput.fromBucket(bucketNamed(newStack(), 'data'), 'a/', { shuffleSeed: 1.5 })),
    ).toThrow(
      "Stack/Train: 'inputs.train.shuffleSeed' (InputDataConfig[0].ShuffleConfig.Seed) must be a whole number, got 1.5",
    );
  });
});

describe('a manifest', () => {
  test('is an object, and all that it may list', () => {
    const stack = newStack();
    const input = TrainingInput.fromManifest(bucketNamed(stack, 'data'), 'a.manifest', { dataPrefix: 'penguins/' });
    expect(channelOf(input)).toMatchObject({
      DataSource: { S3DataSource: { S3DataType: 'ManifestFile', S3Uri: 's3://data/a.manifest' } },
    });
    expect(grantedFor(input, stack)).toEqual(readsOf('data', 'a.manifest', 'penguins/*'));
  });

  test('may list all of its bucket', () => {
    const stack = newStack();
    const input = TrainingInput.fromManifest(bucketNamed(stack, 'data'), 'a.manifest');
    expect(grantedFor(input, stack)).toEqual(readsOf('data', 'a.manifest', '*'));
  });

  test('with records of its own says which of their attributes the algorithm gets', () => {
    const stack = newStack();
    const input = TrainingInput.fromAugmentedManifest(bucketNamed(stack, 'data'), 'a.jsonl', ['source-ref', 'label']);
    expect(channelOf(input, { inputMode: TrainingInputMode.PIPE })).toMatchObject({
      DataSource: {
        S3DataSource: {
          S3DataType: 'AugmentedManifestFile',
          S3Uri: 's3://data/a.jsonl',
          AttributeNames: ['source-ref', 'label'],
        },
      },
    });
  });

  test('fails without attributes', () => {
    const input = TrainingInput.fromAugmentedManifest(bucketNamed(newStack(), 'data'), 'a.jsonl', []);
    expect(() => channelOf(input)).toThrow(
      "- 'inputs.train' (InputDataConfig[0].DataSource.S3DataSource.S3DataType) must be another kind of data for the input mode File: an augmented manifest needs Pipe, got 'AugmentedManifestFile'",
    );
    expect(() => channelOf(input)).toThrow(
      "- 'inputs.train.attributeNames' (InputDataConfig[0].DataSource.S3DataSource.AttributeNames) must be a list of at least one attribute of the records of an augmented manifest, got []",
    );
  });

  test.each(['', 'a/'])("fails with the key '%s'", (key) => {
    expect(() => channelOf(TrainingInput.fromManifest(bucketNamed(newStack(), 'data'), key))).toThrow(
      `Stack/Train: 'inputs.train' must be the key of a manifest, got '${key}'`,
    );
  });
});

describe('local data', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'data-'));
  const empty = path.join(folder, '.empty');
  beforeAll(() => {
    mkdirSync(path.join(folder, 'more'));
    mkdirSync(empty);
    for (const name of ['b.csv', 'a', 'more/c.csv', '.hidden']) writeFileSync(path.join(folder, name), name);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const ASSETS = 'cdk-hnb659fds-assets-<AWS::AccountId>-<AWS::Region>';
  const keysOf = (app: App) => {
    const [manifest] = app.synth().artifacts.filter((artifact) => 'contents' in artifact);
    const { files } = (manifest as unknown as { contents: { files: Record<string, Uploaded> } }).contents;
    return Object.values(files).flatMap(({ destinations }) =>
      Object.values(destinations).map((each) => each.objectKey),
    );
  };
  interface Uploaded {
    readonly destinations: { readonly [id: string]: { readonly objectKey: string } };
  }
  const uriOf = (input: TrainingInput, stack: Stack) => {
    const { DataSource } = channelOf(input, {}, stack) as { DataSource: { S3DataSource: { S3Uri: unknown } } };
    return flatten(DataSource.S3DataSource.S3Uri);
  };

  test('in a folder is uploaded file by file under one prefix, without what begins with a dot', () => {
    const app = new App();
    const stack = new Stack(app, 'Stack');
    const uri = uriOf(TrainingInput.fromAsset(folder), stack);
    expect(uri).toMatch(new RegExp(`^s3://${ASSETS}/[0-9a-f]{64}/$`));
    const [hash] = /[0-9a-f]{64}/.exec(uri)!;
    const keys = keysOf(app).filter((key) => key.startsWith(hash));
    expect(keys.sort()).toEqual([`${hash}/a`, `${hash}/b.csv`, `${hash}/more/c.csv`]);
    const [read] = statementsOf(stack, 'TrainRole').filter(({ actions }) => actions[0] === 's3:GetObject');
    expect(read.resources).toEqual([`${S3}${ASSETS}/${hash}/*`]);
  });

  test('in a file keeps its name', () => {
    const app = new App();
    const stack = new Stack(app, 'Stack');
    const uri = uriOf(TrainingInput.fromAsset(path.join(folder, 'b.csv')), stack);
    const [hash] = /[0-9a-f]{64}/.exec(uri)!;
    expect(uri).toMatch(/\/[0-9a-f]{64}\/$/);
    expect(keysOf(app)).toContain(`${hash}/b.csv`);
  });

  test('may be given to several jobs and channels', () => {
    const app = new App();
    const input = TrainingInput.fromAsset(folder);
    const stack = new Stack(app, 'Stack');
    trainingJob(stack, 'One', { inputs: { train: input, validation: input } });
    trainingJob(stack, 'Two', { inputs: { train: input } });
    expect(() => app.synth()).not.toThrow();
  });

  test.each([
    ['/no/such/data', 'a file or a folder that exists'],
    [empty, "a folder with at least one file whose name does not begin with '.'"],
  ])('fails for %s', (name, allowed) => {
    expect(() => channelOf(TrainingInput.fromAsset(name))).toThrow(
      `Stack/Train: 'inputs.train' must be ${allowed}, got '${name}'`,
    );
  });

  test('fails where the synthesizer does not say where it puts assets', () => {
    const stack = new Stack(new App(), 'Stack', { synthesizer: new LegacyStackSynthesizer() });
    expect(() => channelOf(TrainingInput.fromAsset(folder), {}, stack)).toThrow(
      `Stack/Train: 'inputs.train' must be in a bucket, as the synthesizer of the stack does not say where it puts assets, got '${folder}'`,
    );
  });
});

describe('the model of another job', () => {
  test('is what that job has made, and the role may read it', () => {
    const stack = newStack();
    const first = trainingJob(stack, 'First', { outputBucket: bucketNamed(stack, 'first') });
    const input = TrainingInput.fromTrainingJob(first);
    expect(grantedFor(input, stack)).toEqual(readsOf('first', 'stack--first--*'));
    const jobs = Template.fromStack(stack).findResources(TRAINING_JOB_TYPE);
    const [second] = Object.entries(jobs).filter(([id]) => id.startsWith('Train'));
    const [channel] = second[1].Properties.Request.InputDataConfig;
    expect(flatten(channel.DataSource.S3DataSource.S3Uri)).toMatch(/^<First\w+\.ModelArtifacts>$/);
  });

  test.each<[string, TrainingInputOptions | undefined, object]>([
    ['a model, and a file', undefined, { ContentType: 'application/x-sagemaker-model', InputMode: 'File' }],
    [
      'a model, and a file, for options that are not given',
      { contentType: undefined, inputMode: undefined },
      { ContentType: 'application/x-sagemaker-model', InputMode: 'File' },
    ],
    [
      'what the options say',
      { contentType: 'application/x-tar', inputMode: TrainingInputMode.FAST_FILE },
      { ContentType: 'application/x-tar', InputMode: 'FastFile' },
    ],
  ])('is %s, whatever the mode of the job', (_, options, expected) => {
    const stack = newStack();
    const train = TrainingInput.fromTrainingJob(TrainingJob.fromTrainingJobName(stack, 'Old', 'old-1'), options);
    const uri = { 'Fn::GetAtt': [expect.stringMatching(/^Old/), 'ModelArtifacts'] };
    expect(channelOf(train, { inputMode: TrainingInputMode.PIPE }, stack)).toEqual({
      ChannelName: 'train',
      DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri: uri } },
      ...expected,
    });
  });

  test('is so in a tuning job, too', () => {
    const stack = newStack();
    const model = TrainingInput.fromTrainingJob(TrainingJob.fromTrainingJobName(stack, 'Old', 'old-1'));
    const training = tuningTraining(stack, { inputs: { model }, inputMode: TrainingInputMode.PIPE });
    expect(tuningRequestOf({ training }, stack)).toMatchObject({
      TrainingJobDefinition: {
        InputDataConfig: [{ ContentType: 'application/x-sagemaker-model', InputMode: 'File' }],
      },
    });
  });
});

describe('what a hub has', () => {
  test('a data set may be described', () => {
    const stack = newStack();
    const input = TrainingInput.fromHubDataset(DATASET);
    expect(channelOf(input)).toEqual({ ChannelName: 'train', DataSource: { DatasetSource: { DatasetArn: DATASET } } });
    expect(grantedFor(input, stack)).toEqual([{ actions: ['sagemaker:DescribeHubContent'], resources: [DATASET] }]);
  });

  test('a model may be described, and read', () => {
    const stack = newStack();
    const hubContentArn = 'arn:aws:sagemaker:us-east-1:111122223333:hub-content/hub/ModelReference/llama';
    const input = TrainingInput.fromBucket(bucketNamed(stack, 'data'), 'llama/', { hubContentArn });
    expect(channelOf(input)).toMatchObject({
      DataSource: { S3DataSource: { HubAccessConfig: { HubContentArn: hubContentArn } } },
    });
    expect(grantedFor(input, stack)).toEqual([
      ...readsOf('data', 'llama/*'),
      { actions: ['sagemaker:DescribeHubContent'], resources: [hubContentArn] },
    ]);
  });

  test('fails with something else for a data set', () => {
    expect(() => channelOf(TrainingInput.fromHubDataset('penguins'))).toThrow(
      "Stack/Train: 'inputs.train' (InputDataConfig[0].DataSource.DatasetSource.DatasetArn) must be 1 to 2048 characters: the ARN of a data set in a hub, got 'penguins'",
    );
  });
});

describe('a file system', () => {
  const set = () => {
    const stack = newStack();
    return { stack, vpc: new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 }) };
  };
  const portsInto = (stack: Stack, group: string) =>
    Object.values(Template.fromStack(stack).findResources('AWS::EC2::SecurityGroupIngress'))
      .filter(({ Properties }) => flatten(Properties.GroupId).includes(group))
      .map(({ Properties }) => [Properties.FromPort, Properties.ToPort]);

  test('of EFS is mounted, and lets the job connect before it starts', () => {
    const { stack, vpc } = set();
    const fileSystem = new efs.FileSystem(stack, 'Files', { vpc });
    const input = TrainingInput.fromEfs(fileSystem, '/penguins', { contentType: 'text/csv' });
    expect(channelOf(input, { vpc }, stack)).toEqual({
      ChannelName: 'train',
      DataSource: {
        FileSystemDataSource: {
          FileSystemId: { Ref: expect.stringMatching(/^Files/) },
          FileSystemType: 'EFS',
          DirectoryPath: '/penguins',
          FileSystemAccessMode: 'ro',
        },
      },
      ContentType: 'text/csv',
    });
    expect(statementsOf(stack, 'TrainRole')).toContainEqual({
      actions: [
        'elasticfilesystem:DescribeFileSystems',
        'elasticfilesystem:DescribeMountTargets',
        'elasticfilesystem:ClientMount',
      ],
      resources: [
        expect.stringMatching(
          /^arn:<AWS::Partition>:elasticfilesystem:<AWS::Region>:<AWS::AccountId>:file-system\/<Files\w+>$/,
        ),
      ],
    });
    expect(portsInto(stack, 'Files')).toEqual([[2049, 2049]]);
    const [{ DependsOn }] = Object.values(Template.fromStack(stack).findResources(TRAINING_JOB_TYPE));
    expect(DependsOn).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^FilesEfsMountTarget1/),
        expect.stringMatching(/^FilesEfsSecurityGroupfromStackTrainSecurityGroup/),
      ]),
    );
  });

  test('of FSx for Lustre is mounted, and it and the job let each other connect', () => {
    const { stack, vpc } = set();
    const fileSystem = new fsx.LustreFileSystem(stack, 'Files', {
      vpc,
      vpcSubnet: vpc.privateSubnets[0],
      storageCapacityGiB: 1200,
      lustreConfiguration: { deploymentType: fsx.LustreDeploymentType.SCRATCH_2 },
    });
    const input = TrainingInput.fromFsxLustre(fileSystem, '/mount/penguins', { writable: true });
    expect(channelOf(input, { vpc }, stack)).toMatchObject({
      DataSource: {
        FileSystemDataSource: {
          FileSystemType: 'FSxLustre',
          DirectoryPath: '/mount/penguins',
          FileSystemAccessMode: 'rw',
        },
      },
    });
    expect(statementsOf(stack, 'TrainRole')).toContainEqual({ actions: ['fsx:DescribeFileSystems'], resources: ['*'] });
    const ports = [
      [988, 988],
      [1018, 1023],
    ];
    expect(portsInto(stack, 'TrainSecurityGroup')).toEqual(ports);
    expect(portsInto(stack, 'Files')).toEqual(expect.arrayContaining(ports));
  });

  test('fails for a job outside of any VPC', () => {
    const { stack, vpc } = set();
    const input = TrainingInput.fromEfs(new efs.FileSystem(stack, 'Files', { vpc }), '/penguins');
    expect(() => channelOf(input, {}, stack)).toThrow(
      "Stack/Train: 'inputs.train' is in a file system, which a job reaches in a VPC: give the job a 'vpc'",
    );
  });

  test('fails with the path of no directory', () => {
    const { stack, vpc } = set();
    const input = TrainingInput.fromEfs(new efs.FileSystem(stack, 'Files', { vpc }), 'penguins');
    expect(() => channelOf(input, { vpc }, stack)).toThrow(
      "Stack/Train: 'inputs.train.directory' must be the full path of a directory, which begins with '/', got 'penguins'",
    );
  });
});

describe('an input of something else fails', () => {
  const TRAINING = 'must be a training job, for example TrainingJob.fromTrainingJobName()';
  const EFS = 'must be a file system of EFS, for example FileSystem.fromFileSystemAttributes()';
  const FSX = 'must be a file system of FSx for Lustre, for example LustreFileSystem.fromLustreFileSystemAttributes()';

  test.each<[string, TrainingInput, string]>([
    ['no job', TrainingInput.fromTrainingJob(undefined as never), `${TRAINING}, got undefined`],
    ['the name of a job', TrainingInput.fromTrainingJob('penguins-7' as never), `${TRAINING}, got 'penguins-7'`],
    ['the id of a file system of EFS', TrainingInput.fromEfs('fs-1' as never, '/a'), `${EFS}, got 'fs-1'`],
    ['the id of a file system of FSx', TrainingInput.fromFsxLustre('fs-1' as never, '/a'), `${FSX}, got 'fs-1'`],
    [
      'an object with the id',
      TrainingInput.fromFsxLustre({ fileSystemId: 'fs-1' } as never, '/a'),
      `${FSX}, got {"fileSystemId":"fs-1"}`,
    ],
    ['no path', TrainingInput.fromAsset(undefined as never), 'must be a file or a folder that exists, got undefined'],
  ])('%s', (_, input, text) => {
    expect(() => trainingJob(newStack(), 'Train', { inputs: { train: input } })).toThrow(
      `Stack/Train: 'inputs.train' ${text}`,
    );
  });

  test('a file system of EFS as one of FSx', () => {
    const stack = newStack();
    const vpc = new ec2.Vpc(stack, 'Vpc');
    const input = TrainingInput.fromFsxLustre(new efs.FileSystem(stack, 'Files', { vpc }) as never, '/a');
    expect(() => trainingJob(stack, 'Train', { vpc, inputs: { train: input } })).toThrow(
      `Stack/Train: 'inputs.train' ${FSX}, got one of EFS: TrainingInput.fromEfs() is for that`,
    );
  });
});
