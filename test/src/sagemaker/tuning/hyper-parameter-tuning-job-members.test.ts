import { CreateHyperParameterTuningJobRequest$ } from '@aws-sdk/client-sagemaker';
import { Duration, Size, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as kms from 'aws-cdk-lib/aws-kms';
import {
  HyperParameterTuningJob,
  type HyperParameterTuningJobProps,
  MlInstanceType,
  ParameterRange,
  ParameterScaling,
  TrainingAlgorithm,
  TrainingInput,
  TrainingInputCompression,
  TrainingInputDistribution,
  TrainingInputMode,
  TrainingOutputCompression,
  TrainingRecordWrapper,
  TuningStrategy,
  TuningWarmStart,
  type TuningTraining,
} from '../../../../src';
import { testEveryMember } from '../../every-request-member';
import { bucketNamed } from '../../sample-job';
import { tuningJob, tuningProperties, tuningTraining } from '../../sample-tuning-job';

/** What is left to `requestOverrides`. */
const LEFT_TO_OVERRIDES = [
  // training plans, placement and preferences, as with training jobs
  /\.ResourceConfig\.TrainingPlanArn$/,
  /\.ResourceConfig\.InstancePlacementConfig\./,
  /\.ResourceConfig\.InstancePreferences\[\]\./,
  // the API answers with these; a request has no use for them
  /\.ResourceConfig\.SelectedInstance(Type|Count)$/,
  // what ResourceConfig says of one kind of instances
  /\.HyperParameterTuningResourceConfig\.(InstanceType|InstanceCount|VolumeSizeInGB)$/,
  // one training has these in the configuration of the job, where all ranges are
  /^TrainingJobDefinition\.(DefinitionName|TuningObjective\.\w+|HyperParameterRanges\..*)$/,
];

const keyIn = (stack: Stack) => kms.Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:us-east-1:111122223333:key/k');
const scaling = ParameterScaling.LINEAR;

/** A training with every property, but for what takes the place of another. */
function everything(stack: Stack, vpc: ec2.IVpc, name: string): Partial<TuningTraining> {
  return {
    ranges: {
      integer: ParameterRange.integer(1, 8, { scaling }),
      continuous: ParameterRange.continuous(0.1, 0.5, { scaling }),
      categorical: ParameterRange.categorical(['a', 'b']),
      automatic: ParameterRange.auto('4'),
    },
    staticHyperparameters: { epochs: '3' },
    environment: { A: 'b' },
    inputs: {
      s3: TrainingInput.fromBucket(bucketNamed(stack, 'data'), 'a/', {
        contentType: 'text/csv',
        inputMode: TrainingInputMode.PIPE,
        compression: TrainingInputCompression.GZIP,
        recordWrapper: TrainingRecordWrapper.RECORD_IO,
        shuffleSeed: 1,
        distribution: TrainingInputDistribution.FULLY_REPLICATED,
        acceptEula: true,
        hubContentArn: 'arn:aws:sagemaker:us-east-1:111122223333:hub-content/hub/ModelReference/m',
      }),
      augmented: TrainingInput.fromAugmentedManifest(bucketNamed(stack, 'data'), 'a.jsonl', ['label'], {
        inputMode: TrainingInputMode.PIPE,
      }),
      files: TrainingInput.fromEfs(new efs.FileSystem(stack, `Files${name}`, { vpc }), '/a'),
      hub: TrainingInput.fromHubDataset('arn:aws:sagemaker:us-east-1:111122223333:hub-content/hub/DataSet/d/1.0.0'),
    },
    outputCompression: TrainingOutputCompression.NONE,
    instanceCount: 2,
    volumeSize: Size.gibibytes(40),
    volumeEncryptionKey: kms.Key.fromKeyArn(stack, `Volume${name}`, 'arn:aws:kms:us-east-1:111122223333:key/v'),
    keepAlivePeriod: Duration.minutes(1),
    maxPendingTime: Duration.hours(2),
    spot: { maxWait: Duration.hours(1) },
    checkpoints: { bucket: bucketNamed(stack, 'checkpoints'), localPath: '/c' },
    networkIsolation: true,
    interContainerEncryption: true,
    maxRetryAttempts: 1,
  };
}

/** One whose instances are of several kinds, for an algorithm that is a resource. */
function otherwise(stack: Stack, _vpc: ec2.IVpc, name: string): Partial<TuningTraining> {
  const instanceType = MlInstanceType.M5_LARGE;
  return {
    algorithm: TrainingAlgorithm.fromAlgorithmName('scorer'),
    instanceType: undefined,
    instanceConfigs: [{ instanceType, instanceCount: 1, volumeSize: Size.gibibytes(30) }],
    volumeEncryptionKey: kms.Key.fromKeyArn(stack, `Volume${name}`, 'arn:aws:kms:us-east-1:111122223333:key/v'),
  };
}

function grouped(stack: Stack): Partial<TuningTraining> {
  const inputs = {
    train: TrainingInput.fromBucket(bucketNamed(stack, 'data'), 'a/', { instanceGroupNames: ['workers'] }),
  };
  return {
    instanceType: undefined,
    instanceGroups: [{ name: 'workers', instanceType: MlInstanceType.M5_LARGE }],
    inputs,
  };
}

type Make = (stack: Stack, vpc: ec2.IVpc) => Partial<HyperParameterTuningJobProps>;

const TRAININGS = [everything, otherwise, grouped];

/** Together these jobs have every property, and every option of every property. */
const JOBS: Make[] = [
  ...TRAININGS.map((make): Make => (stack, vpc) => ({
    training: tuningTraining(stack, make(stack, vpc, 'One')),
    strategy: TuningStrategy.hyperband({ minResource: 1, maxResource: 10 }),
    completionCriteria: { targetObjectiveValue: 0.5, maxTrainingJobsNotImproving: 3, onConvergence: true },
    earlyStopping: false,
    randomSeed: 7,
    autotune: true,
    warmStart: TuningWarmStart.identicalDataAndAlgorithm([
      HyperParameterTuningJob.fromHyperParameterTuningJobName(stack, 'Earlier', 'earlier'),
    ]),
  })),
  (stack, vpc) => ({
    trainingDefinitions: Object.fromEntries(
      TRAININGS.map((make, index) => [`t${index}`, tuningTraining(stack, make(stack, vpc, `T${index}`))]),
    ),
  }),
];

testEveryMember({
  request: CreateHyperParameterTuningJobRequest$,
  nameMember: 'HyperParameterTuningJobName',
  jobs: JOBS.map((propsIn) => (stack) => {
    const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 });
    tuningJob(stack, 'Tune', { vpc, outputEncryptionKey: keyIn(stack), ...propsIn(stack, vpc) });
  }),
  requestIn: (stack) => tuningProperties(stack).Request,
  leftToOverrides: LEFT_TO_OVERRIDES,
});
