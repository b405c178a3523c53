import { App, Stack } from 'aws-cdk-lib';
import { FoundationModelIdentifier } from 'aws-cdk-lib/aws-bedrock';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { batchJob } from './sample-batch-job';
import { customizationJob } from './sample-customization-job';
import { importJob } from './sample-import-job';
import { ingestionJob } from './sample-ingestion-job';
import { bucketNamed, compilationJob } from './sample-job';
import { optimizationJob } from './sample-optimization-job';
import { trainingJob } from './sample-training-job';
import { transformJob } from './sample-transform-job';
import { tuningJob, tuningTraining } from './sample-tuning-job';
import {
  BatchInferenceInput,
  BatchInferenceModel,
  CompilationJob,
  CompilationTarget,
  CompilerOptions,
  CustomizationBaseModel,
  CustomizationData,
  DataInputConfig,
  Framework,
  IngestionDataSource,
  ModelData,
  ModelImportSource,
  ModelInvocationJob,
  OptimizationModel,
  TargetDevice,
  TeacherModel,
  TrainingAlgorithm,
  TrainingImage,
  TrainingInput,
  MlInstanceType,
  ModelCustomization,
  TrainingJob,
  TransformInput,
  TransformJob,
  TuningObjective,
} from '../../src';

type Make = (stack: Stack, lookup: string) => unknown;

const ENV = { account: '111122223333', region: 'eu-west-1' };
/** The name of a parameter, without slashes: the CDK itself refuses the stand-in for another as a bucket's name. */
const PARAMETER = 'ml-value';

/** What an app makes of a value that it looks up: the stack's template, and the errors that the synthesis comes to. */
function synthesized(make: Make, value?: string) {
  const context = { [`ssm:account=111122223333:parameterName=${PARAMETER}:region=eu-west-1`]: value };
  const app = new App({ context: value === undefined ? {} : context });
  const stack = new Stack(app, 'Stack', { env: ENV });
  make(stack, StringParameter.valueFromLookup(stack, PARAMETER));
  return app.synth();
}

/** Everything that a person may look up for a job, and a value that is refused once it is known. */
const USES: readonly (readonly [what: string, make: Make, wrong: string])[] = [
  [
    'the name of a compilation',
    (scope, compilationJobName) => compilationJob(scope, 'Job', { compilationJobName }),
    'a b',
  ],
  ['the name of a training', (scope, trainingJobName) => trainingJob(scope, 'Job', { trainingJobName }), 'a b'],
  ['the name of a transform', (scope, transformJobName) => transformJob(scope, 'Job', { transformJobName }), 'a b'],
  [
    'the name of a batch job',
    (scope, modelInvocationJobName) => batchJob(scope, 'Job', { modelInvocationJobName }),
    'a b',
  ],
  ['a part of a name', (scope, part) => trainingJob(scope, 'Job', { trainingJobName: `train-${part}-1` }), 'a b'],
  ['the name of a model', (scope, modelName) => transformJob(scope, 'Job', { modelName }), 'a/b'],
  ['a prefix', (scope, outputPrefix) => batchJob(scope, 'Job', { outputPrefix }), 'a b/'],
  ['a part of a prefix', (scope, part) => batchJob(scope, 'Job', { outputPrefix: `results/${part}/x` }), 'a b'],
  [
    'the key of records',
    (scope, key) =>
      batchJob(scope, 'Job', { input: BatchInferenceInput.fromBucket(bucketNamed(scope, 'records'), key) }),
    'records.csv',
  ],
  [
    'the key of a model archive',
    (scope, key) =>
      compilationJob(scope, 'Job', { modelData: ModelData.fromBucket(bucketNamed(scope, 'records'), key) }),
    'model.zip',
  ],
  [
    'the prefix of a channel',
    (scope, key) =>
      trainingJob(scope, 'Job', { inputs: { train: TrainingInput.fromBucket(bucketNamed(scope, 'records'), key) } }),
    's3://records/data',
  ],
  [
    'the key of a manifest',
    (scope, key) =>
      transformJob(scope, 'Job', { input: TransformInput.fromManifest(bucketNamed(scope, 'records'), key) }),
    'manifests/',
  ],
  [
    'the name of a bucket',
    (scope, name) => batchJob(scope, 'Job', { outputBucket: Bucket.fromBucketName(scope, 'Looked', name) }),
    'UPPER-CASE',
  ],
  [
    'an inference profile',
    (scope, id) => batchJob(scope, 'Job', { model: BatchInferenceModel.inferenceProfile(id) }),
    'amazon',
  ],
  [
    'the model of an inference profile',
    (scope, id) => batchJob(scope, 'Job', { model: BatchInferenceModel.inferenceProfile(`eu.${id}`) }),
    'A model',
  ],
  [
    'the profile of a teacher',
    (scope, id) =>
      customizationJob(scope, 'Job', {
        customization: ModelCustomization.distillation(TeacherModel.inferenceProfile(id)),
      }),
    'amazon',
  ],
  [
    'the foundation model of a teacher',
    (scope, id) =>
      customizationJob(scope, 'Job', {
        customization: ModelCustomization.distillation(TeacherModel.foundationModel(new FoundationModelIdentifier(id))),
      }),
    'nova',
  ],
  [
    'the model that is customized',
    (scope, id) =>
      customizationJob(scope, 'Job', {
        baseModel: CustomizationBaseModel.foundationModel(new FoundationModelIdentifier(id)),
      }),
    'nova',
  ],
  [
    'the custom model that is customized',
    (scope, arn) => customizationJob(scope, 'Job', { baseModel: CustomizationBaseModel.customModel(arn) }),
    'arn:x',
  ],
  [
    'the key of training data',
    (scope, key) =>
      customizationJob(scope, 'Job', { trainingData: CustomizationData.fromBucket(bucketNamed(scope, 'data'), key) }),
    's3://data/data.jsonl',
  ],
  [
    'the name of a custom model',
    (scope, customModelName) => customizationJob(scope, 'Job', { customModelName }),
    'a b',
  ],
  [
    'the name of an imported model',
    (scope, importedModelName) => importJob(scope, 'Job', { importedModelName }),
    'a b',
  ],
  [
    'the folder of a model that is imported',
    (scope, key) =>
      importJob(scope, 'Job', { modelSource: ModelImportSource.fromBucket(bucketNamed(scope, 'models'), key) }),
    'a'.repeat(2000),
  ],
  [
    'a knowledge base',
    (scope, id) => ingestionJob(scope, 'Job', { dataSource: IngestionDataSource.fromIds(id, 'DS12345678') }),
    'a b',
  ],
  [
    'the name of an optimization',
    (scope, optimizationJobName) => optimizationJob(scope, 'Job', { optimizationJobName }),
    'a b',
  ],
  [
    'the model that is optimized',
    (scope, name) => optimizationJob(scope, 'Job', { model: OptimizationModel.fromSageMakerModel(name) }),
    'a b',
  ],
  [
    'the name of a tuning',
    (scope, hyperParameterTuningJobName) => tuningJob(scope, 'Job', { hyperParameterTuningJobName }),
    'a b',
  ],
  [
    'the metric of a tuning',
    (scope, name) =>
      tuningJob(scope, 'Job', { training: tuningTraining(scope, { objective: TuningObjective.maximize(name) }) }),
    'x'.repeat(300),
  ],
  [
    'whom a role trusts',
    (scope, name) =>
      trainingJob(scope, 'Job', { role: new Role(scope, 'Role', { assumedBy: new ServicePrincipal(name) }) }),
    'lambda.amazonaws.com',
  ],
  [
    'a foundation model',
    (scope, id) =>
      batchJob(scope, 'Job', { model: BatchInferenceModel.foundationModel(new FoundationModelIdentifier(id)) }),
    'nova',
  ],
  ['a custom model', (scope, arn) => batchJob(scope, 'Job', { model: BatchInferenceModel.customModel(arn) }), 'arn:x'],
  [
    'an application inference profile',
    (scope, arn) =>
      batchJob(scope, 'Job', {
        model: BatchInferenceModel.applicationInferenceProfile(arn, {
          foundationModels: [new FoundationModelIdentifier('amazon.nova-lite-v1:0')],
        }),
      }),
    'arn:x',
  ],
  ['the owner of a bucket', (scope, outputBucketOwner) => batchJob(scope, 'Job', { outputBucketOwner }), '123'],
  [
    'a type of instances',
    (scope, type) => trainingJob(scope, 'Job', { instanceType: MlInstanceType.of(type) }),
    'm5.large',
  ],
  [
    'an algorithm',
    (scope, name) => trainingJob(scope, 'Job', { algorithm: TrainingAlgorithm.fromAlgorithmName(name) }),
    'a b',
  ],
  [
    'a built-in algorithm',
    (scope, name) =>
      trainingJob(scope, 'Job', {
        algorithm: TrainingAlgorithm.fromImage(TrainingImage.fromBuiltInAlgorithm(name, '1')),
      }),
    'xgb',
  ],
  [
    'the account of an image',
    (scope, account) =>
      trainingJob(scope, 'Job', {
        algorithm: TrainingAlgorithm.fromImage(TrainingImage.fromBuiltInAlgorithm('kmeans', '1', account)),
      }),
    '1',
  ],
  ['a framework', (scope, name) => compilationJob(scope, 'Job', { framework: Framework.of(name) }), 'xgboost'],
  ['the version of a framework', (scope, frameworkVersion) => compilationJob(scope, 'Job', { frameworkVersion }), 'x'],
  [
    'a device',
    (scope, device) => compilationJob(scope, 'Job', { target: CompilationTarget.device(TargetDevice.of(device)) }),
    'ml-c5',
  ],
  [
    'the options of a compiler',
    (scope, options) =>
      compilationJob(scope, 'Job', {
        target: CompilationTarget.device(TargetDevice.ML_C5, { compilerOptions: CompilerOptions.fromString(options) }),
      }),
    'x',
  ],
  [
    'the inputs of a model',
    (scope, input) =>
      compilationJob(scope, 'Job', {
        framework: Framework.ONNX,
        dataInputConfig: DataInputConfig.fromObject({ input: [input, 3] }),
      }),
    'x',
  ],
  ['a filter', (scope, inputFilter) => transformJob(scope, 'Job', { inputFilter, input: csv(scope) }), 'features'],
  ['a type of data', (scope, accept) => transformJob(scope, 'Job', { accept }), 'x'.repeat(257)],
  [
    'an override',
    (scope, value) =>
      compilationJob(scope, 'Job', { requestOverrides: { StoppingCondition: { MaxRuntimeInSeconds: value } } }),
    'soon',
  ],
  ['a compilation job', (scope, name) => CompilationJob.fromCompilationJobName(scope, 'Job', name), 'a b'],
  ['a training job', (scope, name) => TrainingJob.fromTrainingJobName(scope, 'Job', name), 'a b'],
  ['a transform job', (scope, name) => TransformJob.fromTransformJobName(scope, 'Job', name), 'a b'],
  ['a batch job', (scope, arn) => ModelInvocationJob.fromModelInvocationJobArn(scope, 'Job', arn), 'arn:x'],
];

const csv = (scope: Stack) =>
  TransformInput.fromBucket(bucketNamed(scope, 'records'), 'data/', { contentType: 'application/json' });

describe.each(USES)('%s that is looked up', (_, make, wrong) => {
  test('lets the first synthesis ask for it', () => {
    expect(synthesized(make).manifest.missing).toHaveLength(1);
  });

  test('is checked once it is known', () => {
    expect(() => synthesized(make, wrong)).toThrow(/^(Stack\/Job|Stack): |\[Stack\/Job\]/m);
  });
});
