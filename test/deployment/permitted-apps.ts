import * as path from 'node:path';
import { type App, CfnOutput, Duration, RemovalPolicy, Size, Stack, Tags } from 'aws-cdk-lib';
import { FoundationModelIdentifier } from 'aws-cdk-lib/aws-bedrock';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as fsx from 'aws-cdk-lib/aws-fsx';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sagemaker from 'aws-cdk-lib/aws-sagemaker';
import type { RehearsalOptions } from '../../rehearsal/rehearsal';
import {
  BatchInferenceInput,
  BatchInferenceModel,
  CompilationJob,
  CustomizationBaseModel,
  CustomizationData,
  HyperParameterTuningJob,
  IngestionDataSource,
  EvaluationDataset,
  EvaluationSource,
  EvaluationTaskType,
  EvaluatorModel,
  JobEngine,
  ModelCustomization,
  ModelCustomizationJob,
  ModelImportJob,
  ModelImportSource,
  ModelData,
  ModelInvocationJob,
  Optimization,
  OptimizationJob,
  OptimizationModel,
  SpeculativeDecodingData,
  TeacherModel,
  TrainingAlgorithm,
  TrainingImage,
  TrainingInput,
  TrainingJob,
  TransformInput,
  TransformJob,
  type JobOptions,
} from '../../src';
import { batchJob, NOVA } from '../src/sample-batch-job';
import { customizationJob } from '../src/sample-customization-job';
import { evaluationJob } from '../src/sample-evaluation-job';
import { importJob } from '../src/sample-import-job';
import { dataSourceInApp, ingestionJob } from '../src/sample-ingestion-job';
import { bucketNamed, compilationJob, MODEL } from '../src/sample-job';
import { optimizationJob } from '../src/sample-optimization-job';
import { trainingJob } from '../src/sample-training-job';
import { modelRole, transformJob } from '../src/sample-transform-job';
import { tuningJob, tuningTraining } from '../src/sample-tuning-job';

/**
 * A stage of an app's life: its jobs are created; get other tags; begin to be replaced, which is cancelled; or are
 * replaced by others, which nobody waits for, so that they still run when the stacks are deleted.
 */
export type Stage = 'created' | 'tagged' | 'cancelled' | 'failed' | 'replaced';

const STAGES: readonly Stage[] = ['created', 'tagged', 'replaced'];

/** An app whose life uses what its policies allow. */
export interface PermittedApp {
  /** What is special about its jobs. */
  readonly name: string;
  readonly make: (app: App, stage: Stage) => void;
  /** @default - it is created, tagged and replaced */
  readonly stages?: readonly Stage[];
  /** How it is rehearsed. */
  readonly options?: RehearsalOptions;
  /** Whether its jobs take no longer in one stage than in another. @default false */
  readonly isBrief?: boolean;
}

const ACCOUNT = '111122223333';
const ELSEWHERE = '444455556666';
const ARN = `arn:aws:sagemaker:us-east-1:${ACCOUNT}`;
const FUNCTIONS = `arn:aws:lambda:us-east-1:${ACCOUNT}:function`;

/** What every job of an app is told about the stage. */
function optionsOf(stage: Stage): Pick<JobOptions, 'rerunKey' | 'waitForCompletion'> {
  if (stage === 'cancelled' || stage === 'failed') return { rerunKey: stage };
  return stage === 'replaced' ? { rerunKey: stage, waitForCompletion: false } : {};
}

/** A name serves one request only. */
function nameIn(stage: Stage): string {
  return `penguins-${['cancelled', 'failed', 'replaced'].includes(stage) ? stage : 'first'}`;
}

function stackOf(app: App, stage: Stage, id = 'App'): Stack {
  const stack = new Stack(app, id);
  // another tag of a model is another model, and another job
  const jobsOnly = { excludeResourceTypes: ['AWS::SageMaker::Model'] };
  Tags.of(stack).add('stage', stage === 'created' ? stage : 'later', jobsOnly);
  if (stage !== 'tagged') Tags.of(stack).add('further', 'yes', jobsOnly);
  return stack;
}

/** A bucket of the stack, whose objects a key of the stack encrypts. */
function encryptedBucket(stack: Stack, id: string): s3.Bucket {
  return new s3.Bucket(stack, id, { encryption: s3.BucketEncryption.KMS });
}

function network(stack: Stack): ec2.Vpc {
  const subnetType = ec2.SubnetType.PRIVATE_ISOLATED;
  return new ec2.Vpc(stack, 'Vpc', { maxAzs: 2, subnetConfiguration: [{ name: 'jobs', subnetType }] });
}

function isolated(stack: Stack): { readonly vpc: ec2.Vpc; readonly vpcSubnets: ec2.SubnetSelection } {
  return { vpc: network(stack), vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED } };
}

/** The smallest app: one job. */
export const ONE_JOB: PermittedApp = {
  name: 'one compilation job',
  stages: ['created'],
  make: (app, stage) => compilationJob(stackOf(app, stage), 'Compile', optionsOf(stage)),
};

/** Together, these use all that the library may ever allow. */
export const PERMITTED_APPS: readonly PermittedApp[] = [
  {
    name: 'compilation jobs',
    stages: ['created', 'tagged', 'cancelled', 'replaced'],
    make: (app, stage) => {
      const stack = stackOf(app, stage);
      const options = optionsOf(stage);
      compilationJob(stack, 'Plain', options);
      compilationJob(stack, 'Asset', { ...options, modelData: ModelData.fromAsset(MODEL) });
      compilationJob(stack, 'Encrypted', {
        ...options,
        ...isolated(stack),
        modelData: ModelData.fromBucket(encryptedBucket(stack, 'Models'), 'model.tar.gz'),
        outputEncryptionKey: new kms.Key(stack, 'Key'),
      });
      compilationJob(stack, 'Packaged', {
        ...options,
        framework: undefined,
        modelData: ModelData.fromModelPackageVersion(`${ARN}:model-package/penguins/1`),
      });
      compilationJob(stack, 'EncryptedBucket', { ...options, outputBucket: encryptedBucket(stack, 'Artifacts') });
      compilationJob(stack, 'OwnBucket', {
        ...options,
        outputBucket: undefined,
        outputEncryptionKey: new kms.Key(stack, 'OwnKey'),
      });
      compilationJob(stack, 'Named', { ...options, compilationJobName: nameIn(stage) });
    },
  },
  {
    name: 'training jobs',
    make: (app, stage) => {
      const stack = stackOf(app, stage);
      const options = optionsOf(stage);
      const trained = trainingJob(stack, 'Plain', { ...options, keepAlivePeriod: Duration.hours(6) });
      trainingJob(stack, 'Named', { ...options, trainingJobName: nameIn(stage), keepAlivePeriod: Duration.hours(6) });
      const repository = ecr.Repository.fromRepositoryName(stack, 'Repository', 'trainer');
      trainingJob(stack, 'Image', {
        ...options,
        algorithm: TrainingAlgorithm.fromImage(TrainingImage.fromEcrRepository(repository)),
        inputs: { train: TrainingInput.fromAsset(MODEL) },
      });
      trainingJob(stack, 'Algorithm', {
        ...options,
        algorithm: TrainingAlgorithm.fromAlgorithmName('scorer'),
        inputs: {
          listed: TrainingInput.fromManifest(bucketNamed(stack, 'lists'), 'manifest.json', { dataPrefix: 'data/' }),
          hub: TrainingInput.fromHubDataset(`${ARN}:hub-content/hub/DataSet/d/1.0.0`),
        },
        remoteDebug: true,
      });
      // a job that nobody waits for has no results
      if (stage === 'replaced') return;
      trainingJob(stack, 'Further', { ...options, inputs: { model: TrainingInput.fromTrainingJob(trained) } });
    },
  },
  {
    name: 'training jobs with images of AWS and of local files',
    make: (app, stage) => {
      const stack = stackOf(app, stage);
      const withImage = (id: string, image: TrainingImage) =>
        trainingJob(stack, id, {
          ...optionsOf(stage),
          algorithm: TrainingAlgorithm.fromImage(image),
          hyperparameters: { num_round: '10' },
        });
      withImage('BuiltIn', TrainingImage.fromBuiltInAlgorithm('sagemaker-xgboost', '1.3-1'));
      withImage('Container', TrainingImage.fromDeepLearningContainer('pytorch-training', '2.1.0-cpu-py310'));
      withImage('Local', TrainingImage.fromAsset(path.join(__dirname, 'image')));
    },
  },
  {
    name: 'training jobs with keys, in a VPC',
    make: (app, stage) => {
      const stack = stackOf(app, stage);
      const options = optionsOf(stage);
      const inVpc = isolated(stack);
      const provider = `arn:aws:lambda:us-east-1:${ACCOUNT}:function:credentials`;
      const credentialsProvider = LambdaFunction.fromFunctionArn(stack, 'Provider', provider);
      const { vpc, vpcSubnets } = inVpc;
      const [subnet] = vpc.isolatedSubnets;
      const fastFiles = new fsx.LustreFileSystem(stack, 'FastFiles', {
        vpc,
        vpcSubnet: subnet,
        storageCapacityGiB: 1200,
        lustreConfiguration: { deploymentType: fsx.LustreDeploymentType.SCRATCH_2 },
      });
      trainingJob(stack, 'Files', {
        ...options,
        ...inVpc,
        algorithm: TrainingAlgorithm.fromImage(
          TrainingImage.fromRegistry('registry.example.com/train:1', { credentialsProvider }),
        ),
        inputs: {
          files: TrainingInput.fromEfs(new efs.FileSystem(stack, 'EfsFiles', { vpc, vpcSubnets }), '/a'),
          fast: TrainingInput.fromFsxLustre(fastFiles, '/fsx/a'),
        },
      });
      trainingJob(stack, 'Encrypted', {
        ...options,
        inputs: { train: TrainingInput.fromBucket(encryptedBucket(stack, 'Data'), 'train/') },
        outputEncryptionKey: new kms.Key(stack, 'OutputKey'),
        volumeEncryptionKey: new kms.Key(stack, 'VolumeKey'),
        checkpoints: { bucket: encryptedBucket(stack, 'Checkpoints') },
      });
    },
  },
  {
    name: 'training jobs that are watched by rules',
    make: (app, stage) => {
      const stack = stackOf(app, stage);
      const repository = ecr.Repository.fromRepositoryName(stack, 'Rules', 'rules');
      const rule = {
        name: 'Loss',
        image: TrainingImage.fromEcrRepository(repository),
        output: { bucket: bucketNamed(stack, 'findings') },
      };
      trainingJob(stack, 'Watched', {
        ...optionsOf(stage),
        debugHook: { bucket: bucketNamed(stack, 'tensors'), prefix: 'debug' },
        debugRules: [rule],
        tensorBoard: { bucket: encryptedBucket(stack, 'Board') },
        profiler: { bucket: bucketNamed(stack, 'profiles') },
        inputs: {
          train: TrainingInput.fromBucket(bucketNamed(stack, 'data'), 'penguins/', {
            acceptEula: true,
            hubContentArn: `${ARN}:hub-content/hub/ModelReference/m`,
          }),
        },
        volumeSize: Size.gibibytes(10),
      });
    },
  },
  {
    name: 'tuning jobs',
    make: (app, stage) => {
      const stack = stackOf(app, stage);
      const options = optionsOf(stage);
      tuningJob(stack, 'Plain', options);
      tuningJob(stack, 'Named', { ...options, hyperParameterTuningJobName: nameIn(stage) });
      tuningJob(stack, 'Encrypted', {
        ...options,
        ...isolated(stack),
        trainingDefinitions: {
          algorithm: tuningTraining(stack, { algorithm: TrainingAlgorithm.fromAlgorithmName('scorer') }),
          image: tuningTraining(stack, {
            algorithm: TrainingAlgorithm.fromImage(TrainingImage.fromBuiltInAlgorithm('sagemaker-xgboost', '1.3-1')),
            inputs: {
              train: TrainingInput.fromBucket(encryptedBucket(stack, 'Data'), 'train/'),
              local: TrainingInput.fromAsset(MODEL),
            },
            volumeEncryptionKey: new kms.Key(stack, 'VolumeKey'),
            checkpoints: { bucket: encryptedBucket(stack, 'Checkpoints') },
          }),
        },
        outputEncryptionKey: new kms.Key(stack, 'OutputKey'),
      });
    },
  },
  {
    name: 'optimization jobs',
    options: { existingModels: ['mistral'] },
    make: (app, stage) => {
      const stack = stackOf(app, stage);
      const options = optionsOf(stage);
      const image = TrainingImage.fromDeepLearningContainer('djl-inference', '0.36.0-lmi25.0.0-cu130');
      optimizationJob(stack, 'Plain', options);
      optimizationJob(stack, 'Named', { ...options, optimizationJobName: nameIn(stage) });
      optimizationJob(stack, 'Encrypted', {
        ...options,
        ...isolated(stack),
        model: OptimizationModel.fromBucket(encryptedBucket(stack, 'Models'), 'mistral/'),
        optimizations: [Optimization.quantization({ image })],
        outputEncryptionKey: new kms.Key(stack, 'OutputKey'),
      });
      optimizationJob(stack, 'Guess', {
        ...options,
        model: OptimizationModel.fromSageMakerModel('mistral'),
        optimizations: [
          Optimization.speculativeDecoding({
            trainingData: SpeculativeDecodingData.fromManifest(bucketNamed(stack, 'talks'), 'list.json', {
              dataPrefix: 'chats/',
            }),
          }),
        ],
      });
    },
  },
  {
    name: 'transform jobs',
    options: { existingModels: ['penguins'] },
    make: (app, stage) => {
      const stack = stackOf(app, stage);
      const options = optionsOf(stage);
      const role = modelRole(stack);
      const models = encryptedBucket(stack, 'Models');
      const model = new sagemaker.CfnModel(stack, 'Model', { executionRoleArn: role.roleArn });
      const own = { ...options, modelName: model.attrModelName, modelRole: role };
      transformJob(stack, 'Plain', own);
      transformJob(stack, 'Named', { ...own, transformJobName: nameIn(stage) });
      transformJob(stack, 'Encrypted', {
        ...own,
        input: TransformInput.fromBucket(models, 'records/'),
        outputEncryptionKey: new kms.Key(stack, 'OutputKey'),
        volumeEncryptionKey: new kms.Key(stack, 'VolumeKey'),
        dataCapture: { bucket: bucketNamed(stack, 'capture'), encryptionKey: new kms.Key(stack, 'CaptureKey') },
      });
      transformJob(stack, 'Listed', {
        ...own,
        input: TransformInput.fromManifest(bucketNamed(stack, 'lists'), 'manifest.json', { dataPrefix: 'data/' }),
      });
      transformJob(stack, 'OtherRole', options);
    },
  },
  {
    name: 'batch inference jobs',
    make: (app, stage) => {
      const stack = stackOf(app, stage);
      const options = { ...optionsOf(stage), timeout: Duration.hours(24) };
      batchJob(stack, 'Plain', options);
      batchJob(stack, 'Named', { ...options, modelInvocationJobName: nameIn(stage) });
      batchJob(stack, 'Profile', {
        ...options,
        model: BatchInferenceModel.inferenceProfile(`us.${NOVA}`),
        input: BatchInferenceInput.fromBucket(bucketNamed(stack, 'records'), 'reviews/'),
      });
      batchJob(stack, 'Everywhere', { ...options, model: BatchInferenceModel.inferenceProfile(`global.${NOVA}`) });
      batchJob(stack, 'Application', {
        ...options,
        model: BatchInferenceModel.applicationInferenceProfile(
          `arn:aws:bedrock:us-east-1:${ACCOUNT}:application-inference-profile/abcdefghijkl`,
          { foundationModels: [new FoundationModelIdentifier(NOVA)] },
        ),
      });
      batchJob(stack, 'Custom', {
        ...options,
        model: BatchInferenceModel.customModel(
          `arn:aws:bedrock:us-east-1:${ACCOUNT}:custom-model/${NOVA}:300k/abcdefghijkl`,
        ),
      });
      batchJob(stack, 'Encrypted', {
        ...options,
        ...isolated(stack),
        input: BatchInferenceInput.fromBucket(encryptedBucket(stack, 'Records'), 'reviews/'),
        outputEncryptionKey: new kms.Key(stack, 'Key'),
      });
      batchJob(stack, 'Foreign', {
        ...options,
        input: BatchInferenceInput.fromBucket(bucketNamed(stack, 'theirs'), 'reviews/', { bucketOwner: ELSEWHERE }),
        outputBucketOwner: ELSEWHERE,
      });
    },
  },
  {
    name: 'model customization jobs',
    // what goes back to the first request finds its job, and looks for the model
    stages: ['created', 'replaced', 'tagged'],
    make: (app, stage) => {
      const stack = stackOf(app, stage);
      const options = { ...optionsOf(stage), ...(stage !== 'replaced' && { waitTimeout: Duration.minutes(50) }) };
      customizationJob(stack, 'Plain', options);
      customizationJob(stack, 'Named', { ...options, modelCustomizationJobName: nameIn(stage) });
      const grader = LambdaFunction.fromFunctionArn(stack, 'Grader', `${FUNCTIONS}:grade`);
      customizationJob(stack, 'Reinforced', {
        ...options,
        customization: ModelCustomization.reinforcementFineTuning(grader),
        trainingData: CustomizationData.fromInvocationLogs(encryptedBucket(stack, 'Logs'), 'calls/'),
      });
      customizationJob(stack, 'Distilled', {
        ...options,
        customization: ModelCustomization.distillation(TeacherModel.inferenceProfile('us.amazon.nova-pro-v1:0')),
      });
      customizationJob(stack, 'Everywhere', {
        ...options,
        customization: ModelCustomization.distillation(TeacherModel.inferenceProfile(`global.${NOVA}`)),
      });
      customizationJob(stack, 'Further', {
        ...options,
        baseModel: CustomizationBaseModel.customModel(
          `arn:aws:bedrock:us-east-1:${ACCOUNT}:custom-model/${NOVA}:300k/abcdefghijkl`,
        ),
      });
      customizationJob(stack, 'Encrypted', {
        ...options,
        ...isolated(stack),
        validationData: [CustomizationData.fromBucket(encryptedBucket(stack, 'Validation'), 'validation.jsonl')],
        customModelEncryptionKey: new kms.Key(stack, 'ModelKey'),
        outputBucket: encryptedBucket(stack, 'Metrics'),
      });
    },
  },
  {
    name: 'custom models that go with their jobs, and are asked',
    stages: ['created'],
    make: (app, stage) => {
      const stack = stackOf(app, stage);
      const options = { waitTimeout: Duration.minutes(50) };
      const tuned = customizationJob(stack, 'Tune', {
        ...options,
        customModelRemovalPolicy: RemovalPolicy.DESTROY,
      });
      batchJob(stack, 'Ask', { ...options, model: BatchInferenceModel.fromCustomizationJob(tuned) });
    },
  },
  {
    name: 'a custom model with a key, which one stack asks and another customizes further',
    stages: ['created'],
    make: (app, stage) => {
      const options = { waitTimeout: Duration.minutes(50) };
      const made = stackOf(app, stage, 'Made');
      const customModelEncryptionKey = new kms.Key(made, 'ModelKey');
      const tuned = customizationJob(made, 'Tune', { ...options, customModelEncryptionKey });
      const [asking, tuning] = ['Asking', 'Tuning'].map((id) => stackOf(app, stage, id));
      batchJob(asking, 'Ask', { ...options, model: BatchInferenceModel.fromCustomizationJob(tuned) });
      customizationJob(tuning, 'Next', { ...options, baseModel: CustomizationBaseModel.fromCustomizationJob(tuned) });
    },
  },
  {
    name: 'model import jobs',
    // nobody can stop one: a deletion waits for it
    isBrief: true,
    // what goes back to the first request finds its job, and looks for the model
    stages: ['created', 'replaced', 'tagged'],
    make: (app, stage) => {
      const stack = stackOf(app, stage);
      const options = { ...optionsOf(stage), ...(stage !== 'replaced' && { waitTimeout: Duration.minutes(50) }) };
      importJob(stack, 'Plain', options);
      importJob(stack, 'Named', { ...options, modelImportJobName: nameIn(stage) });
      importJob(stack, 'Encrypted', {
        ...options,
        ...isolated(stack),
        modelSource: ModelImportSource.fromBucket(encryptedBucket(stack, 'Models'), 'llama/'),
        importedModelEncryptionKey: new kms.Key(stack, 'ModelKey'),
      });
    },
  },
  {
    name: 'imported models that go with their jobs',
    stages: ['created'],
    make: (app, stage) => {
      importJob(stackOf(app, stage), 'Import', {
        waitTimeout: Duration.minutes(50),
        importedModelRemovalPolicy: RemovalPolicy.DESTROY,
      });
    },
  },
  {
    name: 'evaluation jobs',
    make: (app, stage) => {
      const stack = stackOf(app, stage);
      const options = { ...optionsOf(stage), ...(stage !== 'replaced' && { waitTimeout: Duration.minutes(50) }) };
      // of a model, with and without one that judges, and of a knowledge base
      evaluationJob(stack, 'Plain', options);
      evaluationJob(stack, 'Named', { ...options, evaluationJobName: nameIn(stage) });
      evaluationJob(stack, 'Profiled', {
        ...options,
        sources: [EvaluationSource.inferenceProfile('us.amazon.nova-lite-v1:0')],
        evaluatorModel: EvaluatorModel.inferenceProfile('us.amazon.nova-pro-v1:0'),
        datasets: [
          EvaluationDataset.builtIn('Builtin.BoolQ', {
            taskType: EvaluationTaskType.CUSTOM,
            metrics: ['Builtin.Correctness'],
          }),
        ],
      });
      evaluationJob(stack, 'Asked', {
        ...options,
        sources: [EvaluationSource.retrieve('KB12345678')],
        evaluatorModel: EvaluatorModel.inferenceProfile('us.amazon.nova-pro-v1:0'),
        datasets: [
          EvaluationDataset.fromBucket(bucketNamed(stack, 'prompts'), 'asked.jsonl', {
            taskType: EvaluationTaskType.CUSTOM,
            metrics: ['Builtin.ContextRelevance'],
          }),
        ],
      });
    },
  },
  {
    name: 'evaluation jobs whose metrics are required',
    isBrief: true,
    make: (app, stage) => {
      const stack = stackOf(app, stage);
      const required = evaluationJob(stack, 'Required', {
        rerunKey: optionsOf(stage).rerunKey,
        waitTimeout: Duration.minutes(50),
        outputBucket: encryptedBucket(stack, 'Results'),
        encryptionKey: new kms.Key(stack, 'Key'),
        datasets: [
          EvaluationDataset.fromBucket(encryptedBucket(stack, 'Prompts'), 'birds.jsonl', {
            taskType: EvaluationTaskType.QUESTION_AND_ANSWER,
            metrics: ['Builtin.Accuracy'],
          }),
        ],
      });
      required.requireMetric('Builtin.Accuracy', { atLeast: 0.5 });
    },
  },
  {
    name: 'ingestion jobs',
    // one at a time goes through a knowledge base
    options: { jobs: { '*': { duration: 60 } } },
    make: (app, stage) => {
      const stack = stackOf(app, stage);
      const role = new iam.Role(stack, 'Reader', { assumedBy: new iam.ServicePrincipal('bedrock.amazonaws.com') });
      const documents = encryptedBucket(stack, 'Documents');
      const toRead = [documents.bucketArn, documents.arnForObjects('*')];
      role.addToPolicy(new iam.PolicyStatement({ actions: ['s3:ListBucket', 's3:GetObject'], resources: toRead }));
      documents.encryptionKey!.grant(role, 'kms:Decrypt');
      const model = 'amazon.titan-embed-text-v2:0';
      const resources = [`arn:aws:bedrock:${stack.region}::foundation-model/${model}`];
      role.addToPolicy(new iam.PolicyStatement({ actions: ['bedrock:InvokeModel'], resources }));
      const source = dataSourceInApp(stack, { role, model, bucket: documents.bucketName });
      ingestionJob(stack, 'Own', { ...optionsOf(stage), dataSource: IngestionDataSource.fromCfnDataSource(source) });
      ingestionJob(stack, 'Elsewhere', optionsOf(stage));
    },
  },
  {
    name: 'roles that jobs bring',
    make: (app, stage) => {
      const stack = stackOf(app, stage);
      const options = optionsOf(stage);
      const role = (id: string, service: string) =>
        new iam.Role(stack, id, { assumedBy: new iam.ServicePrincipal(`${service}.amazonaws.com`) });
      compilationJob(stack, 'Compile', { ...options, role: role('CompileRole', 'sagemaker') });
      trainingJob(stack, 'Train', { ...options, role: role('TrainRole', 'sagemaker') });
      tuningJob(stack, 'Tune', { ...options, role: role('TuneRole', 'sagemaker') });
      batchJob(stack, 'Batch', { ...options, role: role('BatchRole', 'bedrock') });
      customizationJob(stack, 'Customize', { ...options, role: role('CustomizeRole', 'bedrock') });
    },
  },
  {
    name: 'an engine with a key, in a VPC, for jobs of hours',
    stages: ['created', 'tagged', 'failed'],
    options: { jobs: { '*': { duration: 3600 } }, quotas: { trainingJobs: 1 } },
    make: (app, stage) => {
      const stack = stackOf(app, stage);
      const { vpc, vpcSubnets } = isolated(stack);
      JobEngine.of(stack, {
        vpc,
        vpcSubnets,
        securityGroups: [new ec2.SecurityGroup(stack, 'Group', { vpc })],
        encryptionKey: new kms.Key(stack, 'EngineKey'),
      });
      // only one has a place: the other waits for its own beyond its resource's answer
      const hours = { ...optionsOf(stage), maxRuntime: Duration.hours(4) };
      trainingJob(stack, 'Train', hours);
      trainingJob(stack, 'TrainLater', hours);
    },
  },
  {
    name: 'jobs of another stack than the engine',
    stages: ['created', 'tagged', 'failed', 'replaced'],
    make: (app, stage) => {
      const engine = new JobEngine(stackOf(app, stage, 'Engine'), 'Jobs');
      const stack = stackOf(app, stage);
      const options = { ...optionsOf(stage), engine };
      const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('sagemaker.amazonaws.com') });
      compilationJob(stack, 'Compile', { ...options, role });
      compilationJob(stack, 'Named', { ...options, compilationJobName: nameIn(stage) });
      batchJob(stack, 'Batch', options);
    },
  },
  {
    name: 'a customization of another stack than the engine',
    // what goes back to the first request finds its job, and looks for the model
    stages: ['created', 'replaced', 'tagged'],
    make: (app, stage) => {
      const engine = new JobEngine(stackOf(app, stage, 'Engine'), 'Jobs');
      const stack = stackOf(app, stage);
      customizationJob(stack, 'Tune', {
        ...optionsOf(stage),
        ...(stage !== 'replaced' && { waitTimeout: Duration.minutes(50) }),
        engine,
        customModelEncryptionKey: new kms.Key(stack, 'ModelKey'),
      });
    },
  },
  {
    name: 'a model that is hosted',
    stages: ['created'],
    make: (app, stage) => {
      const stack = stackOf(app, stage);
      const role = modelRole(stack);
      const compiled = compilationJob(stack, 'Compile', { outputBucket: encryptedBucket(stack, 'Artifacts') });
      const { inferenceImage: image, modelArtifacts: modelDataUrl } = compiled;
      const read = compiled.grantRead(role);
      const primaryContainer = { image, modelDataUrl };
      const model = new sagemaker.CfnModel(stack, 'Model', { executionRoleArn: role.roleArn, primaryContainer });
      read.applyBefore(model);
    },
  },
  {
    name: 'jobs that were made elsewhere',
    stages: ['created'],
    options: { existingModels: ['penguins'] },
    make: (app, stage) => {
      const made = stackOf(app, stage, 'Made');
      const [compilationJobName, trainingJobName, transformJobName, hyperParameterTuningJobName, optimizationJobName] =
        Array<string>(5).fill(nameIn(stage));
      const jobs = [
        compilationJob(made, 'Compile', { compilationJobName }),
        trainingJob(made, 'Train', { trainingJobName }),
        transformJob(made, 'Score', { transformJobName }),
        tuningJob(made, 'Tune', { hyperParameterTuningJobName }),
        optimizationJob(made, 'Optimize', { optimizationJobName }),
      ];
      const batch = batchJob(made, 'Batch', { rerunKey: nameIn(stage) });
      const customization = customizationJob(made, 'Customize', { rerunKey: nameIn(stage) });
      const imports = importJob(made, 'Import', { rerunKey: nameIn(stage) });
      const stack = stackOf(app, stage);
      jobs.forEach((job) => stack.node.addDependency(job));
      const compiled = CompilationJob.fromCompilationJobName(stack, 'Compiled', compilationJobName);
      const trained = TrainingJob.fromTrainingJobName(stack, 'Trained', trainingJobName);
      const scored = TransformJob.fromTransformJobName(stack, 'Scored', transformJobName);
      const tuned = HyperParameterTuningJob.fromHyperParameterTuningJobName(
        stack,
        'Tuned',
        hyperParameterTuningJobName,
      );
      const optimized = OptimizationJob.fromOptimizationJobName(stack, 'Optimized', optimizationJobName);
      const answered = ModelInvocationJob.fromModelInvocationJobArn(stack, 'Answered', batch.modelInvocationJobArn);
      const customized = ModelCustomizationJob.fromModelCustomizationJobArn(
        stack,
        'Customized',
        customization.modelCustomizationJobArn,
      );
      const imported = ModelImportJob.fromModelImportJobArn(stack, 'Imported', imports.modelImportJobArn);
      compilationJob(stack, 'Further', { modelData: ModelData.fromTrainingJob(trained) });
      new CfnOutput(stack, 'Status', {
        value: [
          compiled.compilationJobStatus,
          trained.trainingJobStatus,
          scored.transformJobStatus,
          tuned.hyperParameterTuningJobStatus,
          optimized.optimizationJobStatus,
          answered.modelInvocationJobStatus,
          customized.modelCustomizationJobStatus,
          imported.modelImportJobStatus,
        ].join(),
      });
    },
  },
];

export function stagesOf({ stages = STAGES }: PermittedApp): readonly Stage[] {
  return stages;
}
