import { RemovalPolicy, type Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as fsx from 'aws-cdk-lib/aws-fsx';
import * as kms from 'aws-cdk-lib/aws-kms';
import { Function as LambdaFunction, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Bucket, type IBucket } from 'aws-cdk-lib/aws-s3';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import {
  BatchInferenceInput,
  BatchInferenceModel,
  CustomizationData,
  JobEngine,
  EvaluationDataset,
  EvaluationSource,
  EvaluationTaskType,
  ModelCustomization,
  ModelData,
  ModelImportSource,
  Optimization,
  OptimizationModel,
  SpeculativeDecodingData,
  TeacherModel,
  TrainingAlgorithm,
  TrainingImage,
  TrainingInput,
  TransformInput,
} from '../../src';
import { batchJob, NOVA } from '../src/sample-batch-job';
import { customizationJob } from '../src/sample-customization-job';
import { evaluationJob } from '../src/sample-evaluation-job';
import { importJob } from '../src/sample-import-job';
import { ingestionJob } from '../src/sample-ingestion-job';
import { bucketNamed, compilationJob, MODEL } from '../src/sample-job';
import { optimizationJob } from '../src/sample-optimization-job';
import { trainingJob } from '../src/sample-training-job';
import { modelRole, transformJob } from '../src/sample-transform-job';
import { tuningJob, tuningTraining } from '../src/sample-tuning-job';

const ARN = 'arn:aws:sagemaker:us-east-1:111122223333';

/** Jobs of every kind that use all that gives their roles or the handler a right: keys, VPCs, file systems, rules, …. */
export function everyFeature(stack: Stack): void {
  const vpc = new ec2.Vpc(stack, 'Vpc', { restrictDefaultSecurityGroup: false });
  JobEngine.of(stack, {
    vpc,
    encryptionKey: keyNamed(stack, 'engine'),
    deadLetterQueue: new Queue(stack, 'Dead', { encryptionMasterKey: keyNamed(stack, 'dead') }),
    tracing: Tracing.ACTIVE,
    stateMachineLogGroup: LogGroup.fromLogGroupName(stack, 'Events', '/aws/vendedlogs/jobs'),
  });
  makeCompilationJobs(stack, vpc);
  makeTrainingJobs(stack, vpc);
  makeTuningJob(stack, vpc);
  makeOptimizationJobs(stack, vpc);
  transformJob(stack, 'Score', {
    modelRole: modelRole(stack),
    input: TransformInput.fromManifest(encryptedBucket(stack, 'records'), 'manifest.json', { dataPrefix: 'data/' }),
    outputEncryptionKey: keyNamed(stack, 'output'),
    volumeEncryptionKey: keyNamed(stack, 'volume'),
    dataCapture: { bucket: bucketNamed(stack, 'capture'), encryptionKey: keyNamed(stack, 'capture') },
  });
  makeCustomizationJobs(stack, vpc);
  importJob(stack, 'Import', {
    vpc,
    modelSource: ModelImportSource.fromBucket(encryptedBucket(stack, 'weights'), 'llama/'),
    importedModelEncryptionKey: keyNamed(stack, 'imported'),
    importedModelRemovalPolicy: RemovalPolicy.DESTROY,
  });
  ingestionJob(stack, 'Ingest');
  makeEvaluationJobs(stack);
  batchJob(stack, 'Classify', {
    vpc,
    input: BatchInferenceInput.fromBucket(encryptedBucket(stack, 'reviews'), '2026/'),
    model: BatchInferenceModel.inferenceProfile(`us.${NOVA}`),
    outputEncryptionKey: keyNamed(stack, 'output'),
  });
}

function makeEvaluationJobs(stack: Stack): void {
  const required = evaluationJob(stack, 'Evaluate', {
    sources: [EvaluationSource.inferenceProfile(`us.${NOVA}`)],
    outputBucket: encryptedBucket(stack, 'scores'),
    encryptionKey: keyNamed(stack, 'evaluation'),
    datasets: [
      EvaluationDataset.fromBucket(encryptedBucket(stack, 'prompts'), 'birds.jsonl', {
        taskType: EvaluationTaskType.QUESTION_AND_ANSWER,
        metrics: ['Builtin.Accuracy'],
      }),
    ],
  });
  required.requireMetric('Builtin.Accuracy', { atLeast: 0.5 });
}

function makeCustomizationJobs(stack: Stack, vpc: ec2.IVpc): void {
  const grader = 'arn:aws:lambda:us-east-1:111122223333:function:grade';
  customizationJob(stack, 'Customize', {
    vpc,
    customization: ModelCustomization.reinforcementFineTuning(LambdaFunction.fromFunctionArn(stack, 'Grader', grader)),
    trainingData: CustomizationData.fromInvocationLogs(encryptedBucket(stack, 'calls'), 'logs/'),
    validationData: [CustomizationData.fromBucket(bucketNamed(stack, 'examples'), 'validation.jsonl')],
    customModelEncryptionKey: keyNamed(stack, 'custom'),
    customModelRemovalPolicy: RemovalPolicy.DESTROY,
    outputBucket: encryptedBucket(stack, 'losses'),
  });
  customizationJob(stack, 'Distil', {
    customization: ModelCustomization.distillation(TeacherModel.inferenceProfile(`us.${NOVA}`)),
  });
}

function makeCompilationJobs(stack: Stack, vpc: ec2.IVpc): void {
  compilationJob(stack, 'Compile', {
    vpc,
    modelData: ModelData.fromBucket(encryptedBucket(stack, 'models'), 'model.tar.gz'),
    outputEncryptionKey: keyNamed(stack, 'output'),
  });
  compilationJob(stack, 'Package', {
    framework: undefined,
    modelData: ModelData.fromModelPackageVersion(`${ARN}:model-package/penguins/1`),
  });
}

function makeTrainingJobs(stack: Stack, vpc: ec2.Vpc): void {
  const image = TrainingImage.fromEcrRepository(ecr.Repository.fromRepositoryName(stack, 'Repository', 'trainer'));
  const [vpcSubnet] = vpc.privateSubnets;
  trainingJob(stack, 'Train', {
    vpc,
    algorithm: TrainingAlgorithm.fromImage(image),
    inputs: {
      train: TrainingInput.fromBucket(encryptedBucket(stack, 'data'), 'train/'),
      local: TrainingInput.fromAsset(MODEL),
      files: TrainingInput.fromEfs(new efs.FileSystem(stack, 'Files', { vpc }), '/a'),
      fast: TrainingInput.fromFsxLustre(
        new fsx.LustreFileSystem(stack, 'FastFiles', {
          vpc,
          vpcSubnet,
          storageCapacityGiB: 1200,
          lustreConfiguration: { deploymentType: fsx.LustreDeploymentType.SCRATCH_2 },
        }),
        '/fsx/a',
      ),
    },
    outputEncryptionKey: keyNamed(stack, 'output'),
    volumeEncryptionKey: keyNamed(stack, 'volume'),
    checkpoints: { bucket: bucketNamed(stack, 'checkpoints') },
  });
  trainingJob(stack, 'Watched', {
    algorithm: TrainingAlgorithm.fromAlgorithmName('scorer'),
    inputs: { hub: TrainingInput.fromHubDataset(`${ARN}:hub-content/hub/DataSet/d/1.0.0`) },
    debugHook: { bucket: bucketNamed(stack, 'tensors') },
    debugRules: [{ name: 'Loss', image, output: { bucket: bucketNamed(stack, 'findings') } }],
    tensorBoard: { bucket: bucketNamed(stack, 'board') },
    profiler: { bucket: bucketNamed(stack, 'profiles') },
    remoteDebug: true,
  });
  const provider = 'arn:aws:lambda:us-east-1:111122223333:function:credentials';
  const credentialsProvider = LambdaFunction.fromFunctionArn(stack, 'Provider', provider);
  trainingJob(stack, 'Private', {
    vpc,
    algorithm: TrainingAlgorithm.fromImage(
      TrainingImage.fromRegistry('registry.example.com/train:1', { credentialsProvider }),
    ),
  });
}

function makeTuningJob(stack: Stack, vpc: ec2.IVpc): void {
  const image = TrainingImage.fromEcrRepository(ecr.Repository.fromRepositoryName(stack, 'Tuner', 'tuner'));
  tuningJob(stack, 'Tune', {
    vpc,
    trainingDefinitions: {
      images: tuningTraining(stack, {
        algorithm: TrainingAlgorithm.fromImage(image, { metricDefinitions: { loss: 'loss=(.*)' } }),
        inputs: { train: TrainingInput.fromBucket(encryptedBucket(stack, 'birds'), 'train/') },
        volumeEncryptionKey: keyNamed(stack, 'volume'),
        checkpoints: { bucket: bucketNamed(stack, 'checkpoints') },
      }),
      resources: tuningTraining(stack, { algorithm: TrainingAlgorithm.fromAlgorithmName('scorer') }),
    },
    outputEncryptionKey: keyNamed(stack, 'output'),
  });
}

function makeOptimizationJobs(stack: Stack, vpc: ec2.IVpc): void {
  const image = TrainingImage.fromEcrRepository(ecr.Repository.fromRepositoryName(stack, 'Optimizer', 'optimizer'));
  optimizationJob(stack, 'Optimize', {
    vpc,
    model: OptimizationModel.fromBucket(encryptedBucket(stack, 'languages'), 'mistral/'),
    optimizations: [Optimization.quantization({ image })],
    outputEncryptionKey: keyNamed(stack, 'output'),
  });
  optimizationJob(stack, 'Guess', {
    model: OptimizationModel.fromSageMakerModel('mistral'),
    optimizations: [
      Optimization.speculativeDecoding({
        trainingData: SpeculativeDecodingData.fromManifest(bucketNamed(stack, 'talks'), 'list.json', {
          dataPrefix: 'chats/',
        }),
      }),
    ],
  });
}

/** A key, made once a stack. */
function keyNamed(stack: Stack, name: string): kms.IKey {
  const id = `Key-${name}`;
  return (stack.node.tryFindChild(id) as kms.Key | undefined) ?? new kms.Key(stack, id);
}

/** A bucket from elsewhere, with a key of its own. */
function encryptedBucket(stack: Stack, bucketName: string): IBucket {
  return Bucket.fromBucketAttributes(stack, `Encrypted-${bucketName}`, {
    bucketName,
    encryptionKey: keyNamed(stack, bucketName),
  });
}
