import { join } from 'node:path';
import type { Stack } from 'aws-cdk-lib';
import { FoundationModelIdentifier } from 'aws-cdk-lib/aws-bedrock';
import { SecurityGroup } from 'aws-cdk-lib/aws-ec2';
import { FileSystem as Efs } from 'aws-cdk-lib/aws-efs';
import { LustreFileSystem } from 'aws-cdk-lib/aws-fsx';
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { batchJob } from './sample-batch-job';
import { customizationJob } from './sample-customization-job';
import { importJob } from './sample-import-job';
import { bucketNamed, compilationJob, newStack } from './sample-job';
import { optimizationJob } from './sample-optimization-job';
import { PLAIN_IMAGE, trainingJob } from './sample-training-job';
import { transformJob } from './sample-transform-job';
import { tuningJob, tuningTraining } from './sample-tuning-job';
import { sampleVpc } from './sample-vpc';
import * as library from '../../src';

/* What the compilers of some languages let pass in the place of options: a person reads of it in our words. */

const EXAMPLES = join(__dirname, '..', '..', 'examples');
const CUSTOM_MODEL = 'arn:aws:bedrock:eu-west-1:111122223333:custom-model/amazon.nova-lite-v1:0:300k/abcdef123456';
const PROFILE = 'arn:aws:bedrock:eu-west-1:111122223333:application-inference-profile/abcdefghijkl';
const TUNED = 'arn:aws:bedrock:eu-west-1:111122223333:model-customization-job/amazon.nova-lite-v1:0:300k/abcdef123456';

/** Makes a job with something that was given options; the last argument is what is in their place. */
type MadeWith = (stack: Stack, options: never) => unknown;

const bucket = (stack: Stack) => bucketNamed(stack, 'data');
const trained = (stack: Stack) => library.TrainingJob.fromTrainingJobName(stack, 'Trained', 'churn');
const customized = (stack: Stack) =>
  library.ModelCustomizationJob.fromModelCustomizationJobArn(stack, 'Customized', TUNED);
const train = (stack: Stack, input: library.TrainingInput) =>
  trainingJob(stack, 'Job', { inputs: { train: input }, vpc: sampleVpc(stack) });
const tuned = (stack: Stack) => [
  library.HyperParameterTuningJob.fromHyperParameterTuningJobName(stack, 'Tuned', 'churn'),
];

const FACTORIES: { readonly [name: string]: MadeWith } = {
  'BatchInferenceInput.fromAsset': (stack, options) =>
    batchJob(stack, 'Job', {
      input: library.BatchInferenceInput.fromAsset(join(EXAMPLES, 'batch-inference', 'records.jsonl'), options),
    }),
  'BatchInferenceInput.fromBucket': (stack, options) =>
    batchJob(stack, 'Job', { input: library.BatchInferenceInput.fromBucket(bucket(stack), 'records.jsonl', options) }),
  'BatchInferenceModel.applicationInferenceProfile': (stack, options) =>
    batchJob(stack, 'Job', { model: library.BatchInferenceModel.applicationInferenceProfile(PROFILE, options) }),
  'BatchInferenceModel.customModel': (stack, options) =>
    batchJob(stack, 'Job', { model: library.BatchInferenceModel.customModel(CUSTOM_MODEL, options) }),
  'BatchInferenceModel.fromCustomizationJob': (stack, options) =>
    batchJob(stack, 'Job', { model: library.BatchInferenceModel.fromCustomizationJob(customized(stack), options) }),
  'BatchInferenceModel.inferenceProfile': (stack, options) =>
    batchJob(stack, 'Job', {
      model: library.BatchInferenceModel.inferenceProfile('eu.amazon.nova-lite-v1:0', options),
    }),
  'CompilationTarget.device': (stack, options) =>
    compilationJob(stack, 'Job', {
      target: library.CompilationTarget.device(library.TargetDevice.ML_C5, options),
    }),
  'CompilationTarget.platform': (stack, options) =>
    compilationJob(stack, 'Job', {
      target: library.CompilationTarget.platform(
        { os: library.TargetPlatformOs.LINUX, arch: library.TargetPlatformArch.X86_64 },
        options,
      ),
    }),
  'CustomizationBaseModel.customModel': (stack, options) =>
    customizationJob(stack, 'Job', { baseModel: library.CustomizationBaseModel.customModel(CUSTOM_MODEL, options) }),
  'CustomizationBaseModel.fromCustomizationJob': (stack, options) =>
    customizationJob(stack, 'Job', {
      baseModel: library.CustomizationBaseModel.fromCustomizationJob(customized(stack), options),
    }),
  'CustomizationData.fromAsset': (stack, options) =>
    customizationJob(stack, 'Job', {
      trainingData: library.CustomizationData.fromAsset(join(EXAMPLES, 'customize', 'reviews.jsonl'), options),
    }),
  'CustomizationData.fromBucket': (stack, options) =>
    customizationJob(stack, 'Job', {
      trainingData: library.CustomizationData.fromBucket(bucket(stack), 'train.jsonl', options),
    }),
  'CustomizationData.fromInvocationLogs': (stack, options) =>
    customizationJob(stack, 'Job', {
      trainingData: library.CustomizationData.fromInvocationLogs(bucket(stack), 'logs/', options),
    }),
  'ModelCustomization.distillation': (stack, options) =>
    customizationJob(stack, 'Job', {
      customization: library.ModelCustomization.distillation(
        library.TeacherModel.foundationModel(new FoundationModelIdentifier('amazon.nova-pro-v1:0')),
        options,
      ),
    }),
  'ModelCustomization.reinforcementFineTuning': (stack, options) =>
    customizationJob(stack, 'Job', {
      customization: library.ModelCustomization.reinforcementFineTuning(
        LambdaFunction.fromFunctionArn(stack, 'Grader', 'arn:aws:lambda:eu-west-1:111122223333:function:grader'),
        options,
      ),
    }),
  'ModelImportSource.fromBucket': (stack, options) =>
    importJob(stack, 'Job', { modelSource: library.ModelImportSource.fromBucket(bucket(stack), 'llama/', options) }),
  'Optimization.compilation': (stack, options) =>
    optimizationJob(stack, 'Job', { optimizations: [library.Optimization.compilation(options)] }),
  'Optimization.quantization': (stack, options) =>
    optimizationJob(stack, 'Job', { optimizations: [library.Optimization.quantization(options)] }),
  'Optimization.sharding': (stack, options) =>
    optimizationJob(stack, 'Job', { optimizations: [library.Optimization.sharding(options)] }),
  'Optimization.speculativeDecoding': (stack, options) =>
    optimizationJob(stack, 'Job', { optimizations: [library.Optimization.speculativeDecoding(options)] }),
  'OptimizationModel.fromBucket': (stack, options) =>
    optimizationJob(stack, 'Job', { model: library.OptimizationModel.fromBucket(bucket(stack), 'llama/', options) }),
  'OptimizationModel.fromTrainingJob': (stack, options) =>
    optimizationJob(stack, 'Job', { model: library.OptimizationModel.fromTrainingJob(trained(stack), options) }),
  'ParameterRange.continuous': (stack, options) =>
    tuningJob(stack, 'Job', {
      training: tuningTraining(stack, { ranges: { eta: library.ParameterRange.continuous(0, 1, options) } }),
    }),
  'ParameterRange.integer': (stack, options) =>
    tuningJob(stack, 'Job', {
      training: tuningTraining(stack, { ranges: { eta: library.ParameterRange.integer(0, 1, options) } }),
    }),
  'SpeculativeDecodingData.fromManifest': (stack, options) =>
    optimizationJob(stack, 'Job', {
      optimizations: [
        library.Optimization.speculativeDecoding({
          trainingData: library.SpeculativeDecodingData.fromManifest(bucket(stack), 'data.manifest', options),
        }),
      ],
    }),
  'TeacherModel.inferenceProfile': (stack, options) =>
    customizationJob(stack, 'Job', {
      customization: library.ModelCustomization.distillation(
        library.TeacherModel.inferenceProfile('us.amazon.nova-pro-v1:0', options),
      ),
    }),
  'TrainingAlgorithm.fromAlgorithmName': (stack, options) =>
    trainingJob(stack, 'Job', { algorithm: library.TrainingAlgorithm.fromAlgorithmName('churn', options) }),
  'TrainingAlgorithm.fromImage': (stack, options) =>
    trainingJob(stack, 'Job', { algorithm: library.TrainingAlgorithm.fromImage(PLAIN_IMAGE, options) }),
  'TrainingImage.fromAsset': (stack, options) =>
    trainingJob(stack, 'Job', {
      algorithm: library.TrainingAlgorithm.fromImage(library.TrainingImage.fromAsset(EXAMPLES, options)),
    }),
  'TrainingImage.fromRegistry': (stack, options) =>
    trainingJob(stack, 'Job', {
      vpc: sampleVpc(stack),
      algorithm: library.TrainingAlgorithm.fromImage(
        library.TrainingImage.fromRegistry('registry.example.com/train:1', options),
      ),
    }),
  'TrainingInput.fromAsset': (stack, options) =>
    train(stack, library.TrainingInput.fromAsset(join(EXAMPLES, 'batch-inference'), options)),
  'TrainingInput.fromAugmentedManifest': (stack, options) =>
    train(stack, library.TrainingInput.fromAugmentedManifest(bucket(stack), 'a.manifest', ['source-ref'], options)),
  'TrainingInput.fromBucket': (stack, options) =>
    train(stack, library.TrainingInput.fromBucket(bucket(stack), 'penguins/', options)),
  'TrainingInput.fromEfs': (stack, options) =>
    train(
      stack,
      library.TrainingInput.fromEfs(
        Efs.fromFileSystemAttributes(stack, 'Efs', {
          fileSystemId: 'fs-12345678',
          securityGroup: SecurityGroup.fromSecurityGroupId(stack, 'Files', 'sg-12345678'),
        }),
        '/data',
        options,
      ),
    ),
  'TrainingInput.fromFsxLustre': (stack, options) =>
    train(
      stack,
      library.TrainingInput.fromFsxLustre(
        LustreFileSystem.fromLustreFileSystemAttributes(stack, 'Fsx', {
          dnsName: 'fs-12345678.fsx.eu-west-1.amazonaws.com',
          fileSystemId: 'fs-12345678',
          securityGroup: SecurityGroup.fromSecurityGroupId(stack, 'Files', 'sg-12345678'),
        }),
        '/fsx/data',
        options,
      ),
    ),
  'TrainingInput.fromHubDataset': (stack, options) =>
    train(
      stack,
      library.TrainingInput.fromHubDataset(
        'arn:aws:sagemaker:eu-west-1:111122223333:hub-content/hub/DataSet/reviews/1.0.0',
        options,
      ),
    ),
  'TrainingInput.fromManifest': (stack, options) =>
    train(stack, library.TrainingInput.fromManifest(bucket(stack), 'a.manifest', options)),
  'TrainingInput.fromTrainingJob': (stack, options) =>
    train(stack, library.TrainingInput.fromTrainingJob(trained(stack), options)),
  'TransformInput.fromAsset': (stack, options) =>
    transformJob(stack, 'Job', {
      input: library.TransformInput.fromAsset(join(EXAMPLES, 'batch-inference'), options),
    }),
  'TransformInput.fromBucket': (stack, options) =>
    transformJob(stack, 'Job', { input: library.TransformInput.fromBucket(bucket(stack), 'penguins/', options) }),
  'TransformInput.fromManifest': (stack, options) =>
    transformJob(stack, 'Job', { input: library.TransformInput.fromManifest(bucket(stack), 'a.manifest', options) }),
  'TuningStrategy.hyperband': (stack, options) =>
    tuningJob(stack, 'Job', { strategy: library.TuningStrategy.hyperband(options) }),
  'TuningWarmStart.identicalDataAndAlgorithm': (stack, options) =>
    tuningJob(stack, 'Job', { warmStart: library.TuningWarmStart.identicalDataAndAlgorithm(tuned(stack), options) }),
  'TuningWarmStart.transferLearning': (stack, options) =>
    tuningJob(stack, 'Job', { warmStart: library.TuningWarmStart.transferLearning(tuned(stack), options) }),
};

/** What is no object of options, and how a message shows it. */
const WRONG: readonly (readonly [options: unknown, shown: string])[] = [
  ['Linear', "'Linear'"],
  [5, '5'],
  [true, 'true'],
  [['a'], '["a"]'],
  [null, 'null'],
];

test.each(Object.keys(FACTORIES))('%s takes options alone', (name) => {
  for (const [options, got] of WRONG) {
    expect(() => FACTORIES[name](newStack(), options as never)).toThrow(
      new RegExp(`^Stack/Job: '[\\w.[\\]]+' must be an object, got ${got.replace(/[[\]]/g, '\\$&')}$`),
    );
  }
});

test.each<[string, string, MadeWith]>([
  [
    "'training.ranges.eta'",
    'a range',
    (stack, options) =>
      tuningJob(stack, 'Job', {
        training: tuningTraining(stack, { ranges: { eta: library.ParameterRange.continuous(0, 1, options) } }),
      }),
  ],
  ["'strategy'", 'a strategy', FACTORIES['TuningStrategy.hyperband']],
  ["'optimizations[0].trainingData'", 'data', FACTORIES['SpeculativeDecodingData.fromManifest']],
])('%s is told where what is in the place of the options of %s is none', (member, _, make) => {
  expect(() => make(newStack(), 'Linear' as never)).toThrow(
    new Error(`Stack/Job: ${member} must be an object, got 'Linear'`),
  );
});

test.each<[string, string, MadeWith]>([
  ['a metric', "Stack/Job: 'props'", (stack, options) => compilationJob(stack, 'Job').metricDuration(options)],
  [
    'a metric of an engine',
    "Stack/Jobs: 'props'",
    (stack, options) => new library.JobEngine(stack, 'Jobs').metricTicks(options),
  ],
  ['an engine', "Stack: 'props'", (stack, options) => library.JobEngine.of(stack, options)],
  [
    'an engine that is there already',
    "Stack: 'props'",
    (stack, options) => [library.JobEngine.of(stack), library.JobEngine.of(stack, options)],
  ],
  ['a dashboard', "Stack/Jobs: 'props'", (stack, options) => new library.JobsDashboard(stack, 'Jobs', options)],
  [
    'a query',
    "Stack/Jobs: 'options'",
    (stack, options) => new library.JobEngine(stack, 'Jobs').addLogQuery('Query', options),
  ],
  ['a rule', "Stack/Job: 'options'", (stack, options) => trainingJob(stack, 'Job').onCompleted('Rule', options)],
  [
    'a model',
    "Stack/Model: 'options'",
    (stack, options) => compilationJob(stack, 'Job').createModel(stack, 'Model', options),
  ],
  [
    'a reference',
    "Stack/Made: 'options'",
    (stack, options) => library.TrainingJob.fromTrainingJobName(stack, 'Made', 'churn', options),
  ],
  [
    'an ingestion',
    "Stack: 'attributes'",
    (stack, attributes) => library.IngestionJob.fromIngestionJobAttributes(stack, 'Made', attributes),
  ],
])('%s takes options alone', (_, member, make) => {
  for (const [options, got] of WRONG) {
    expect(() => make(newStack(), options as never)).toThrow(new Error(`${member} must be an object, got ${got}`));
  }
});
