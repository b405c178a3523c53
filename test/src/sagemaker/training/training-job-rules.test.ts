import { Aws, Duration, Fn, Lazy, Size, Token } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import { MlInstanceType } from '../../../../src/sagemaker/ml-instance-type';
import { TrainingInput } from '../../../../src/sagemaker/training/training-input';
import {
  TrainingInputCompression,
  TrainingInputMode,
  TrainingRecordWrapper,
} from '../../../../src/sagemaker/training/training-input-options';
import { TrainingOutputCompression } from '../../../../src/sagemaker/training/training-output-compression';
import { bucketNamed, newStack } from '../../sample-job';
import { trainingJob, trainingRequestOf } from '../../sample-training-job';

type Props = Parameters<typeof trainingJob>[2];

const make = (props: Props) => () => trainingJob(newStack(), 'Train', props);
const fails = (props: Props, message: string) => expect(make(props)).toThrow(`Stack/Train: ${message}`);

describe('fails where the compiler does not', () => {
  const duration = 'a duration, for example Duration.hours()';
  test.each([
    ['algorithm', undefined, 'an algorithm, for example TrainingAlgorithm.fromImage()', 'undefined'],
    ['algorithm', 'xgboost', 'an algorithm, for example TrainingAlgorithm.fromImage()', "'xgboost'"],
    ['instanceType', 'ml.m5.large', 'a type of instance, for example MlInstanceType.M5_XLARGE', "'ml.m5.large'"],
    ['volumeSize', 30, 'a size, for example Size.gibibytes()', '30'],
    ['maxRuntime', 900, duration, '900'],
    ['maxPendingTime', 7200, duration, '7200'],
    ['keepAlivePeriod', 60, duration, '60'],
  ])('%s is %j', (member, value, allowed, got) => {
    fails({ [member]: value }, `'${member}' must be ${allowed}, got ${got}`);
  });

  test('an input is a text', () => {
    const inputs = { train: 's3://data/' } as unknown as { train: TrainingInput };
    fails({ inputs }, "'inputs.train' must be an input, for example TrainingInput.fromBucket(), got 's3://data/'");
  });

  test('a value is none of those that the API has', () => {
    fails(
      { inputMode: 'file' as TrainingInputMode },
      "'inputMode' (AlgorithmSpecification.TrainingInputMode) must be one of Pipe, File, FastFile, got 'file': did you mean 'File'?",
    );
    fails(
      { outputCompression: 'Gzip' as TrainingOutputCompression },
      "'outputCompression' (OutputDataConfig.CompressionType) must be one of GZIP, NONE, got 'Gzip': did you mean 'GZIP'?",
    );
  });

  test('a hyperparameter is a list', () => {
    const hyperparameters = { gpus: [0, 1] } as unknown as { gpus: string };
    fails({ hyperparameters }, "'hyperparameters.gpus' must be a string, got [0,1]");
  });
});

test('a hyperparameter may be a number, of which CloudFormation makes a text', () => {
  const hyperparameters = { num_round: 50 } as unknown as { num_round: string };
  expect(make({ hyperparameters })).not.toThrow();
});

describe('a member that an override takes away', () => {
  const overridden = (requestOverrides: { readonly [member: string]: unknown }, props: Props = {}) =>
    make({ ...props, requestOverrides });

  test('does not count beside the one that takes its place', () => {
    const algorithm = { AlgorithmName: 'scorer', TrainingImage: null };
    expect(overridden({ AlgorithmSpecification: algorithm })).not.toThrow();
    expect(overridden({ AlgorithmSpecification: { AlgorithmName: null } })).not.toThrow();
  });

  test('is missing where it is needed', () => {
    expect(overridden({ AlgorithmSpecification: { TrainingImage: null } })).toThrow(/exactly one of .* got none$/);
    expect(overridden({ ResourceConfig: { InstanceType: null } })).toThrow(
      "Stack/Train: 'requestOverrides.ResourceConfig.InstanceType' must be given, for example MlInstanceType.M5_XLARGE, or 'instanceGroups', got undefined",
    );
  });

  test('makes no job serverless', () => {
    expect(overridden({ ServerlessJobConfig: null, ResourceConfig: { InstanceType: null } })).toThrow(
      /'requestOverrides.ResourceConfig.InstanceType' must be given/,
    );
  });
});

describe('the name', () => {
  test.each(['a', '1', 'a--b', 'x'.repeat(63), Lazy.string({ produce: () => '-' })])('may be %s', (name) => {
    expect(make({ trainingJobName: name })).not.toThrow();
  });

  test.each(['-a', 'a-', 'a b', 'a_b'])('fails with %s', (name) => {
    fails(
      { trainingJobName: name },
      `'trainingJobName' must be 1 to 63 characters: letters, digits and hyphens, beginning and ending with a letter or digit, got '${name}'`,
    );
  });
});

describe('texts', () => {
  test('may be tokens, and as long as the API takes them', () => {
    const token = Lazy.string({ produce: () => '' });
    const hyperparameters = { ['k'.repeat(256)]: 'v'.repeat(2500), token };
    expect(make({ hyperparameters, environment: { A_1: 'v'.repeat(512), B: token } })).not.toThrow();
  });

  test('fail with one hyperparameter too many', () => {
    const hyperparameters = Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`p${index}`, '']));
    fails({ hyperparameters }, "'hyperparameters' must be 0 to 100 entries, got 101");
  });

  test('fail with a value that is too long', () => {
    const value = 'v'.repeat(513);
    fails(
      { environment: { A: value } },
      `'environment.A' must be 0 to 512 characters (it has 513), got '${value.slice(0, 200)}…'`,
    );
  });

  test('fail with a line break in a hyperparameter', () => {
    fails(
      { hyperparameters: { a: 'b\nc' } },
      "'hyperparameters.a' must be 0 to 2500 characters without line breaks, got 'b\nc'",
    );
  });

  test('fail with the name of no environment variable', () => {
    fails(
      { environment: { '1A': '' } },
      "'environment.1A' must be a name of 1 to 512 characters: letters, digits and underscores, not beginning with a digit, got '1A'",
    );
  });
});

describe('time', () => {
  const run = "'maxRuntime' (StoppingCondition.MaxRuntimeInSeconds) must be";
  const pending =
    "'maxPendingTime' (StoppingCondition.MaxPendingTimeInSeconds) must be a whole number from 1800 to 2419200";
  const retries = "'maxRetryAttempts' (RetryStrategy.MaximumRetryAttempts) must be a whole number from 1 to 30";

  test.each([
    [{ maxRuntime: Duration.seconds(0) }, `${run} a whole number of at least 1, got 0`],
    [{ maxRuntime: Duration.millis(1500) }, `${run} a whole number of at least 1, got 1.5`],
    [{ maxRuntime: Duration.days(29) }, `${run} a whole number from 1 to 2419200 (28 days, in seconds), got 2505600`],
    [{ maxPendingTime: Duration.minutes(29) }, `${pending}, got 1740`],
    [
      { spot: { maxWait: Duration.minutes(29) } },
      "'spot.maxWait' (StoppingCondition.MaxWaitTimeInSeconds) must be at least as long as 'maxRuntime' (StoppingCondition.MaxRuntimeInSeconds), 1800 seconds, which it includes, got 1740",
    ],
    [
      { keepAlivePeriod: Duration.hours(7) },
      "'keepAlivePeriod' (ResourceConfig.KeepAlivePeriodInSeconds) must be a whole number from 0 to 21600, got 25200",
    ],
    [{ maxRetryAttempts: 0 }, `${retries}, got 0`],
    [{ maxRetryAttempts: 31 }, `${retries}, got 31`],
  ])('fails with %j', (props, message) => {
    fails(props, message);
  });

  test('may be what is not known yet', () => {
    const maxRuntime = Duration.seconds(Token.asNumber({ Ref: 'Seconds' }));
    expect(make({ maxRuntime, spot: { maxWait: Duration.minutes(1) } })).not.toThrow();
  });

  test('may be a wait that is as long as the run', () => {
    expect(make({ spot: { maxWait: Duration.minutes(30) } })).not.toThrow();
  });

  test('fails where nobody sees that a job was stopped at its limit', () => {
    fails(
      { acceptStoppedAtTimeLimit: true, waitForCompletion: false },
      "'acceptStoppedAtTimeLimit' must not be given where 'waitForCompletion' is false: nobody sees how the job ends",
    );
  });
});

describe('instances', () => {
  const group = { name: 'workers', instanceType: MlInstanceType.M5_LARGE };

  test('may be groups, each of its own type', () => {
    const instanceGroups = [group, { ...group, name: 'leader', instanceCount: 2 }];
    expect(make({ instanceType: undefined, instanceGroups })).not.toThrow();
  });

  test('fail without a type', () => {
    fails(
      { instanceType: undefined },
      "'instanceType' (ResourceConfig.InstanceType) must be given, for example MlInstanceType.M5_XLARGE, or 'instanceGroups', got undefined",
    );
  });

  test('fail with a type, and with groups', () => {
    const rest = "must not be given with 'instanceType', which the groups have";
    fails({ instanceGroups: [group] }, `'instanceGroups' (ResourceConfig.InstanceGroups) ${rest}`);
    fails(
      { instanceGroups: [group], instanceCount: 2 },
      "'instanceGroups' (ResourceConfig.InstanceGroups) must not be given with 'instanceType' and 'instanceCount', which the groups have",
    );
  });

  const overridden = [{ InstanceGroupName: 'a', InstanceType: 'ml.m5.large', InstanceCount: 1 }];
  const requestOverrides = { ResourceConfig: { InstanceGroups: overridden } };

  test('fail with a type, and with groups that an override gives', () => {
    fails(
      { requestOverrides },
      "'requestOverrides.ResourceConfig.InstanceGroups' must not be given with 'instanceType', which the groups have",
    );
  });

  test('are groups that an override gives', () => {
    expect(trainingRequestOf({ instanceType: undefined, requestOverrides }).ResourceConfig).toEqual({
      InstanceGroups: overridden,
      VolumeSizeInGB: 30,
    });
    const perhaps = Fn.conditionIf('HasGroups', overridden, Aws.NO_VALUE);
    expect(make({ requestOverrides: { ResourceConfig: { InstanceGroups: perhaps } } })).not.toThrow();
  });

  test.each([
    [[], "'instanceGroups' (ResourceConfig.InstanceGroups) must be 1 to 5 items, got 0"],
    [
      [{ ...group, name: '' }],
      "'instanceGroups[0].name' (ResourceConfig.InstanceGroups[0].InstanceGroupName) must be 1 to 64 characters without line breaks (it has 0), got ''",
    ],
    [
      [{ ...group, instanceCount: 0 }],
      "'instanceGroups[0].instanceCount' (ResourceConfig.InstanceGroups[0].InstanceCount) must be a whole number of at least 1, got 0",
    ],
  ])('fail with the groups %j', (instanceGroups, message) => {
    fails({ instanceType: undefined, instanceGroups }, message);
  });

  test.each([
    [
      { instanceCount: 0 },
      "'instanceCount' (ResourceConfig.InstanceCount) must be a whole number of at least 1, got 0",
    ],
    [
      { instanceCount: 1.5 },
      "'instanceCount' (ResourceConfig.InstanceCount) must be a whole number of at least 0, got 1.5",
    ],
    [
      { volumeSize: Size.gibibytes(0) },
      "'volumeSize' (ResourceConfig.VolumeSizeInGB) must be a whole number of at least 1, got 0",
    ],
  ])('fail with %j', (props, message) => {
    fails(props, message);
  });

  test.each(['ml.g5.xlarge', 'ml.p4d.24xlarge', 'ml.p6-b200.48xlarge', 'ml.trn1.2xlarge'])(
    'fail with a key for the storage that %s has itself',
    (type) => {
      const stack = newStack();
      const volumeEncryptionKey = kms.Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:us-east-1:111122223333:key/k');
      const instanceType = MlInstanceType.of(type);
      expect(() => trainingJob(stack, 'Train', { instanceType, volumeEncryptionKey })).toThrow(
        `Stack/Train: 'volumeEncryptionKey' (ResourceConfig.VolumeKmsKeyId) must not be given for ${type}, which has storage of its own that it encrypts by itself`,
      );
    },
  );
});

describe('channels', () => {
  const bucket = bucketNamed(newStack(), 'data');
  const from = (options: Parameters<typeof TrainingInput.fromBucket>[2]) => ({
    inputs: { train: TrainingInput.fromBucket(bucket, 'a/', options) },
  });

  test('fail with a name that the API does not take', () => {
    fails(
      { inputs: { 'a+b': TrainingInput.fromBucket(bucket, 'a/') } },
      "'inputs.a+b' (InputDataConfig[0].ChannelName) must be 1 to 64 characters: letters, digits, dots, hyphens and underscores, got 'a+b'",
    );
  });

  test('fail where there are more than 20', () => {
    const input = TrainingInput.fromBucket(bucket, 'a/');
    const inputs = Object.fromEntries(Array.from({ length: 21 }, (_, index) => [`c${index}`, input]));
    fails({ inputs }, "'inputs' (InputDataConfig) must be 1 to 20 items, got 21");
  });

  test('fail with compressed data that is not streamed', () => {
    fails(
      from({ compression: TrainingInputCompression.GZIP }),
      "'inputs.train.compression' (InputDataConfig[0].CompressionType) must be left out, or 'None', for the input mode File: it needs Pipe, got 'Gzip'",
    );
  });

  test('fail with records that are not streamed', () => {
    const recordWrapper = TrainingRecordWrapper.RECORD_IO;
    fails(
      from({ recordWrapper, inputMode: TrainingInputMode.FAST_FILE }),
      "'inputs.train.recordWrapper' (InputDataConfig[0].RecordWrapperType) must be left out, or 'None', for the input mode FastFile: it needs Pipe, got 'RecordIO'",
    );
  });

  test('may be compressed where the job streams them', () => {
    const props = { ...from({ compression: TrainingInputCompression.GZIP }), inputMode: TrainingInputMode.PIPE };
    expect(make(props)).not.toThrow();
  });

  test('fail with a manifest in the mode FAST_FILE', () => {
    fails(
      { inputs: { train: TrainingInput.fromManifest(bucket, 'a') }, inputMode: TrainingInputMode.FAST_FILE },
      "'inputs.train' (InputDataConfig[0].DataSource.S3DataSource.S3DataType) must be S3Prefix for the input mode FastFile, got 'ManifestFile'",
    );
  });

  test('fail with an augmented manifest that is not streamed', () => {
    const inputs = { train: TrainingInput.fromAugmentedManifest(bucket, 'a', ['source-ref']) };
    fails(
      { inputs },
      "'inputs.train' (InputDataConfig[0].DataSource.S3DataSource.S3DataType) must be another kind of data for the input mode File: an augmented manifest needs Pipe, got 'AugmentedManifestFile'",
    );
    expect(make({ inputs, inputMode: TrainingInputMode.PIPE })).not.toThrow();
  });

  test('fail with a group of instances that is not there', () => {
    fails(
      from({ instanceGroupNames: ['workers'] }),
      "'inputs.train.instanceGroupNames' (InputDataConfig[0].DataSource.S3DataSource.InstanceGroupNames) must be left out without 'instanceGroups', got 'workers'",
    );
    const instanceGroups = [{ name: 'leader', instanceType: MlInstanceType.M5_LARGE }];
    fails(
      { ...from({ instanceGroupNames: ['workers'] }), instanceType: undefined, instanceGroups },
      "'inputs.train.instanceGroupNames' (InputDataConfig[0].DataSource.S3DataSource.InstanceGroupNames) must be of leader, got 'workers'",
    );
  });
});
