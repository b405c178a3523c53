import { CreateTrainingJobRequest$ } from '@aws-sdk/client-sagemaker';
import { Duration, Size, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as kms from 'aws-cdk-lib/aws-kms';
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { MlInstanceType } from '../../../../src/sagemaker/ml-instance-type';
import { TrainingAlgorithm } from '../../../../src/sagemaker/training/training-algorithm';
import { TrainingImage } from '../../../../src/sagemaker/training/training-image';
import { TrainingInput } from '../../../../src/sagemaker/training/training-input';
import {
  TrainingInputCompression,
  TrainingInputDistribution,
  TrainingInputMode,
  TrainingRecordWrapper,
} from '../../../../src/sagemaker/training/training-input-options';
import { TrainingOutputCompression } from '../../../../src/sagemaker/training/training-output-compression';
import { testEveryMember } from '../../every-request-member';
import { bucketNamed } from '../../sample-job';
import { PLAIN_IMAGE, trainingJob, trainingProperties } from '../../sample-training-job';

/** What is left to `requestOverrides`: members that no classic training job has. */
const LEFT_TO_OVERRIDES = [
  /^ServerlessJobConfig\./,
  /^MlflowConfig\./,
  /^ModelPackageConfig\./,
  /^SessionChainingConfig\./,
  /^ResourceConfig\.TrainingPlanArn$/,
  /^ResourceConfig\.InstancePlacementConfig\./,
  /^ResourceConfig\.InstancePreferences\[\]\./,
  // the API answers with these; a request has no use for them
  /^ResourceConfig\.SelectedInstance(Type|Count)$/,
];

const keyIn = (stack: Stack) => kms.Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:us-east-1:111122223333:key/k');

/** Together these jobs have every property, and every option of every property. */
const JOBS: ((stack: Stack) => Parameters<typeof trainingJob>[2])[] = [
  (stack) => {
    const credentialsProvider = LambdaFunction.fromFunctionArn(
      stack,
      'Provider',
      'arn:aws:lambda:us-east-1:111122223333:function:credentials',
    );
    const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 });
    const rule = {
      name: 'Rule',
      image: PLAIN_IMAGE,
      parameters: { a: 'b' },
      instanceType: MlInstanceType.M5_LARGE,
      volumeSize: Size.gibibytes(10),
      localPath: '/rule',
    };
    return {
      vpc,
      algorithm: TrainingAlgorithm.fromImage(
        TrainingImage.fromRegistry('registry.example.com/train:1', { credentialsProvider }),
        {
          entrypoint: ['sh'],
          arguments: ['train.sh'],
          metricDefinitions: { loss: 'loss=(.*)' },
          enableMetricsTimeSeries: true,
        },
      ),
      hyperparameters: { a: 'b' },
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
        files: TrainingInput.fromEfs(new efs.FileSystem(stack, 'Files', { vpc }), '/a'),
        hub: TrainingInput.fromHubDataset('arn:aws:sagemaker:us-east-1:111122223333:hub-content/hub/DataSet/d/1.0.0'),
      },
      outputEncryptionKey: keyIn(stack),
      outputCompression: TrainingOutputCompression.NONE,
      instanceCount: 2,
      volumeEncryptionKey: kms.Key.fromKeyArn(stack, 'VolumeKey', 'arn:aws:kms:us-east-1:111122223333:key/v'),
      maxPendingTime: Duration.hours(2),
      spot: { maxWait: Duration.hours(1) },
      checkpoints: { bucket: bucketNamed(stack, 'checkpoints'), localPath: '/c' },
      networkIsolation: true,
      interContainerEncryption: true,
      maxRetryAttempts: 1,
      debugHook: { localPath: '/d', parameters: { a: 'b' }, collections: { losses: { a: 'b' } } },
      debugRules: [rule],
      tensorBoard: { localPath: '/t' },
      profiler: { enabled: true, interval: Duration.seconds(1), parameters: { a: 'b' } },
      profilerRules: [{ ...rule, name: 'Other' }],
      experiment: { experimentName: 'e', trialName: 't', trialComponentDisplayName: 'c', runName: 'r' },
      infraCheck: true,
    };
  },
  (stack) => ({
    algorithm: TrainingAlgorithm.fromAlgorithmName('scorer'),
    instanceType: undefined,
    instanceGroups: [{ name: 'workers', instanceType: MlInstanceType.M5_LARGE }],
    inputs: { train: TrainingInput.fromBucket(bucketNamed(stack, 'data'), 'a/', { instanceGroupNames: ['workers'] }) },
    remoteDebug: true,
  }),
  // spot instances are not kept, nor are groups
  () => ({ keepAlivePeriod: Duration.minutes(1) }),
];

testEveryMember({
  request: CreateTrainingJobRequest$,
  nameMember: 'TrainingJobName',
  jobs: JOBS.map((propsIn) => (stack) => trainingJob(stack, 'Train', propsIn(stack))),
  requestIn: (stack) => trainingProperties(stack).Request,
  leftToOverrides: LEFT_TO_OVERRIDES,
});
