import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { App, Duration, Stack, Tags } from 'aws-cdk-lib';
import { FoundationModelIdentifier } from 'aws-cdk-lib/aws-bedrock';
import { CfnModel } from 'aws-cdk-lib/aws-sagemaker';
import { publicMaps } from './public-maps';
import { customizationJob } from './sample-customization-job';
import { evaluationJob, NOVA } from './sample-evaluation-job';
import { compilationJob } from './sample-job';
import { optimizationJob } from './sample-optimization-job';
import { PLAIN_IMAGE, trainingJob } from './sample-training-job';
import { transformJob } from './sample-transform-job';
import { tuningJob, tuningTraining } from './sample-tuning-job';
import {
  CompilationTarget,
  CompilerOptions,
  CustomizationData,
  DataInputConfig,
  EvaluationSource,
  EvaluatorModel,
  Framework,
  ModelCustomization,
  Optimization,
  ParameterRange,
  TargetDevice,
  TeacherModel,
  TrainingAlgorithm,
  TrainingImage,
  TrainingInput,
  type TrainingJobProps,
  type TuningTraining,
} from '../../src';

/** Brings the keys of a map into some order. */
type Order = <Value>(map: { [key: string]: Value }) => { [key: string]: Value };

type Keys = readonly string[];

/** All orders that so few keys have, and with them those of any language and any run. */
const ORDERS: readonly ((keys: Keys) => Keys)[] = [
  (keys) => keys,
  (keys) => [...keys].reverse(),
  ([first, ...others]) => [...others, first],
  (keys) => [keys[keys.length - 1], ...keys.slice(0, -1)],
];

const DATA = path.join(__dirname, '..', '..', 'examples', 'compile-and-host', 'model');
const IMAGE = path.join(__dirname, '..', 'deployment', 'image');

const names = (order: Order) => order({ b: '1', a: '2', Z: '3', ä: '4', '10': '5', '9': '6' });
const variables = (order: Order) => order({ B: '1', A: '2', a: '3', _: '4' });

function train(props: (order: Order) => Partial<TrainingJobProps>) {
  return (stack: Stack, order: Order) => void trainingJob(stack, 'Train', props(order));
}

function tune(training: (order: Order) => Partial<TuningTraining>) {
  return (stack: Stack, order: Order) =>
    void tuningJob(stack, 'Tune', { training: tuningTraining(stack, training(order)) });
}

const rule = (order: Order) => ({ name: 'Rule', image: PLAIN_IMAGE, parameters: names(order) });

/** For each map of the public API, a job with such a map. */
const JOBS: { readonly [map: string]: (stack: Stack, order: Order) => void } = {
  'CompilerOptions.fromObject': (stack, order) => {
    const compilerOptions = CompilerOptions.fromObject(
      order({
        mcpu: 'skylake-avx512',
        mattr: ['+neon'],
        deep: order({ b: 1, a: order({ d: 1, c: [{ f: 1, e: 2 }] }) }),
      }),
    );
    const target = CompilationTarget.device(TargetDevice.ML_C5, { compilerOptions });
    compilationJob(stack, 'Compile', { framework: Framework.TENSORFLOW, target });
  },
  'CustomizationDataConfig.invocationLogsConfig': (stack, order) => {
    class Logs extends CustomizationData {
      public override bind() {
        const filters = { equals: { team: 'birds' } };
        return {
          invocationLogsConfig: order<unknown>({
            invocationLogSource: { s3Uri: 's3://calls/logs' },
            requestMetadataFilters: filters,
            usePromptResponse: true,
          }),
        };
      }
    }
    const customization = ModelCustomization.distillation(
      TeacherModel.foundationModel(new FoundationModelIdentifier('amazon.nova-pro-v1:0')),
    );
    customizationJob(stack, 'Customize', { customization, trainingData: new Logs() });
  },
  'DataInputConfig.fromObject': (stack, order) => {
    const image = order<unknown>({ shape: [1, 3, 8, 8], default_shape: [1, 3, 8, 8], type: 'Tensor' });
    compilationJob(stack, 'Compile', {
      framework: Framework.TENSORFLOW,
      target: CompilationTarget.device(TargetDevice.COREML),
      dataInputConfig: DataInputConfig.fromObject(order<unknown>({ z: image, a: [1, 3], m: [2] })),
    });
  },
  'EvaluationModelOptions.inferenceParams': (stack, order) => {
    const inferenceParams = order<unknown>({ temperature: 0.5, inferenceConfig: order({ topP: 0.9, maxTokens: 5 }) });
    evaluationJob(stack, 'Evaluate', { sources: [EvaluationSource.foundationModel(NOVA, { inferenceParams })] });
  },
  'EvaluationRetrievalOptions.configuration': (stack, order) => {
    const search = order<unknown>({
      numberOfResults: 3,
      filter: order({ equals: order({ key: 'year', value: 2030 }) }),
    });
    const configuration = order<unknown>({
      knowledgeBaseRetrievalConfiguration: order({ vectorSearchConfiguration: search }),
    });
    evaluationJob(stack, 'Evaluate', {
      sources: [EvaluationSource.retrieve('KB12345678', { configuration })],
      evaluatorModel: EvaluatorModel.foundationModel(NOVA),
    });
  },
  'HostedModelOptions.environment': (stack, order) => {
    compilationJob(stack, 'Compile').createModel(stack, 'Model', { environment: variables(order) });
  },
  'HyperParameterTuningJobProps.trainingDefinitions': (stack, order) => {
    const inputs = () => order({ validation: TrainingInput.fromAsset(DATA), train: TrainingInput.fromAsset(DATA) });
    const training = () => tuningTraining(stack, { inputs: inputs() });
    tuningJob(stack, 'Tune', { trainingDefinitions: order({ trees: training(), linear: training(), B: training() }) });
  },
  'JobOptions.requestOverrides': (stack, order) => {
    compilationJob(stack, 'Compile', {
      requestOverrides: order<unknown>({
        StoppingCondition: order({ MaxWaitTimeInSeconds: 9, MaxPendingTimeInSeconds: 7200 }),
        NewerThings: order<unknown>({ b: 1, a: [order({ d: 1, c: 2 })] }),
        AlsoNewer: 5,
        VpcConfig: order({ Subnets: ['s-1', 's-2'], SecurityGroupIds: ['g-2', 'g-1'] }),
      }),
    });
  },
  'ModelCustomizationConfig.customizationConfig': (stack, order) => {
    class Distillation extends ModelCustomization {
      public override bind() {
        const teacherModelConfig = order<unknown>({
          teacherModelIdentifier: 'amazon.nova-pro-v1:0',
          maxResponseLengthForInference: 9,
        });
        return {
          customizationType: 'DISTILLATION',
          customizationConfig: { distillationConfig: { teacherModelConfig } },
        };
      }
    }
    customizationJob(stack, 'Customize', { customization: new Distillation() });
  },
  'ModelCustomizationJobProps.hyperparameters': (stack, order) => {
    customizationJob(stack, 'Customize', { hyperparameters: names(order) });
  },
  'OptimizationJobProps.environment': (stack, order) => {
    optimizationJob(stack, 'Optimize', { environment: variables(order) });
  },
  'OptimizationOptions.overrideEnvironment': (stack, order) => {
    const optimizations = [Optimization.quantization({ overrideEnvironment: variables(order) })];
    optimizationJob(stack, 'Optimize', { optimizations });
  },
  'TrainingAlgorithmOptions.metricDefinitions': train((order) => ({
    algorithm: TrainingAlgorithm.fromImage(PLAIN_IMAGE, { metricDefinitions: names(order) }),
  })),
  'TrainingDebugHook.collections': train((order) => ({
    debugHook: { collections: order({ losses: names(order), gradients: names(order), b: {} }) },
  })),
  'TrainingDebugHook.parameters': train((order) => ({ debugHook: { parameters: names(order) } })),
  'TrainingJobProps.environment': train((order) => ({ environment: variables(order) })),
  'TrainingJobProps.hyperparameters': train((order) => ({
    hyperparameters: names(order),
    maxRuntime: Duration.hours(30),
  })),
  'TrainingOptions.inputs': (stack, order) => {
    const asset = () => TrainingInput.fromAsset(DATA);
    trainingJob(stack, 'Train', {
      inputs: order({ validation: asset(), train: asset(), Test: asset(), 'a.b': asset() }),
    });
  },
  'TrainingProfiler.parameters': train((order) => ({ profiler: { parameters: names(order) } })),
  'TrainingRule.parameters': train((order) => ({ debugRules: [rule(order)] })),
  'TransformJobProps.environment': (stack, order) => {
    transformJob(stack, 'Score', { environment: variables(order) });
  },
  'TuningTraining.environment': tune((order) => ({ environment: variables(order) })),
  'TuningTraining.ranges': tune((order) => ({
    ranges: order({
      b: ParameterRange.integer(1, 2),
      a: ParameterRange.integer(1, 3),
      z: ParameterRange.categorical(['2', '1']),
    }),
  })),
  'TuningTraining.staticHyperparameters': tune((order) => ({ staticHyperparameters: names(order) })),
};

/** Maps in options of the CDK, which the jobs hand on. */
const HANDED_ON: typeof JOBS = {
  'DockerImageAssetOptions.buildArgs': train((order) => ({
    algorithm: TrainingAlgorithm.fromImage(
      TrainingImage.fromAsset(IMAGE, { buildArgs: variables(order), buildSecrets: variables(order) }),
    ),
  })),
  'the tags of a job': (stack, order) => {
    const job = trainingJob(stack, 'Train', { maxRuntime: Duration.hours(30) });
    Object.entries(names(order)).forEach(([key, value]) => Tags.of(job).add(key, value));
  },
};

/** The template of a stack, and its assets, as texts: not even the order of their members may differ. */
function synthesized(make: (stack: Stack, order: Order) => void, keysOf: (keys: Keys) => Keys): string[] {
  const app = new App();
  const order: Order = (map) => Object.fromEntries(keysOf(Object.keys(map)).map((key) => [key, map[key]]));
  make(new Stack(app, 'Stack'), order);
  const { directory, artifacts } = app.synth();
  const files = artifacts.flatMap(({ manifest }) => {
    const { templateFile, file } = (manifest.properties ?? {}) as { templateFile?: string; file?: string };
    return templateFile ?? file ?? [];
  });
  return files.map((file) => readFileSync(path.join(directory, file), 'utf8'));
}

test('the maps of the public API are those that are shuffled here', () => {
  expect(Object.keys(JOBS).sort()).toEqual(publicMaps());
});

test.each(Object.entries({ ...JOBS, ...HANDED_ON }))('%s in any order makes the same template', (_, make) => {
  const [first, ...others] = ORDERS.map((keysOf) => synthesized(make, keysOf));

  expect(first.length).toBeGreaterThan(0);
  for (const other of others) expect(other).toEqual(first);
});

test('a wait is the same wait whatever the order of the members in a model that the job uses', () => {
  const idsOf = (keysOf: (keys: Keys) => Keys) => {
    const files = synthesized((stack, order) => {
      const trained = trainingJob(stack, 'Train');
      const { attrModelName } = new CfnModel(stack, 'Model', {
        executionRoleArn: 'arn:aws:iam::111122223333:role/model',
        primaryContainer: { image: 'i', modelDataUrl: trained.modelArtifacts, environment: variables(order) },
      });
      transformJob(stack, 'Score', { modelName: attrModelName, waitTimeout: Duration.hours(30) });
    }, keysOf);
    return files.flatMap((file) => Object.keys((JSON.parse(file) as { Resources?: object }).Resources ?? {}));
  };
  const [first, ...others] = ORDERS.map(idsOf);

  for (const other of others) expect(other).toEqual(first);
});
