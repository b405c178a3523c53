import { Size, type Stack } from 'aws-cdk-lib';
import { isS3Uri, locationOf, takeKey, takeNetwork, takeRole, takeSeconds } from './aws-values';
import { RequestParts } from './request-parts';
import { PlainImage, takeChannels } from './training-parts';
import {
  HyperParameterTuningJob,
  MlInstanceType,
  ParameterRange,
  type ParameterScaling,
  TrainingAlgorithm,
  TuningObjective,
  TuningStrategy,
  type TuningTraining,
  TuningWarmStart,
} from '../../../../src';
import { bucketNamed } from '../../sample-job';

const CONFIG = 'HyperParameterTuningJobConfig';

interface Range {
  readonly Name: string;
  readonly MinValue: string;
  readonly MaxValue: string;
  readonly ScalingType?: ParameterScaling;
  readonly Values: string[];
  readonly ValueHint: string;
}

/** Makes the tuning job of a request, with properties for all that they can say, and overrides for the rest. */
export function makeTuningJob(stack: Stack, request: object): void {
  const parts = new RequestParts(request);
  const several = parts.take<object[]>('TrainingJobDefinitions')?.map((each) => new RequestParts({ Own: each }));
  const one = several ? undefined : 'TrainingJobDefinition';
  const [first, place] = several ? [several[0], 'Own'] : [parts, one!];
  const output = locationOf(stack, first.take(`${place}.OutputDataConfig.S3OutputPath`, isS3Uri));
  const shared = {
    role: takeRole(stack, first, `${place}.RoleArn`),
    outputBucket: output?.bucket ?? bucketNamed(stack, 'overridden'),
    outputPrefix: output?.key,
    outputEncryptionKey: takeKey(stack, first, `${place}.OutputDataConfig.KmsKeyId`),
    ...takeNetwork(stack, first, `${place}.VpcConfig.Subnets`, `${place}.VpcConfig.SecurityGroupIds`),
  };
  const criteria = `${CONFIG}.TuningJobCompletionCriteria`;
  const convergence = parts.take<string>(`${criteria}.ConvergenceDetected.CompleteOnConvergence`);
  const early = parts.take<string>(`${CONFIG}.TrainingJobEarlyStoppingType`);
  const autotune = parts.take<string>('Autotune.Mode');
  new HyperParameterTuningJob(stack, 'Job', {
    ...shared,
    hyperParameterTuningJobName: parts.take('HyperParameterTuningJobName'),
    training: one === undefined ? undefined : takeTraining(stack, parts, { place: one, config: CONFIG }),
    trainingDefinitions:
      several &&
      Object.fromEntries(several.map((each) => [each.take<string>('Own.DefinitionName')!, takeTraining(stack, each)])),
    strategy: takeStrategy(parts),
    maxTrainingJobs: parts.take(`${CONFIG}.ResourceLimits.MaxNumberOfTrainingJobs`),
    maxParallelTrainingJobs: parts.take(`${CONFIG}.ResourceLimits.MaxParallelTrainingJobs`),
    maxRuntime: takeSeconds(parts, `${CONFIG}.ResourceLimits.MaxRuntimeInSeconds`),
    earlyStopping: early === undefined ? undefined : early === 'Auto',
    completionCriteria: {
      targetObjectiveValue: parts.take(`${criteria}.TargetObjectiveMetricValue`),
      maxTrainingJobsNotImproving: parts.take(
        `${criteria}.BestObjectiveNotImproving.MaxNumberOfTrainingJobsNotImproving`,
      ),
      onConvergence: convergence === undefined ? undefined : convergence === 'Enabled',
    },
    randomSeed: parts.take(`${CONFIG}.RandomSeed`),
    warmStart: takeWarmStart(parts),
    autotune: autotune === undefined ? undefined : true,
    requestOverrides: parts.rest,
  });
}

/** Where a training is in a request, and what else has parts of it. */
interface TrainingPlace {
  readonly place: string;
  readonly config?: string;
}

function takeTraining(
  stack: Stack,
  all: RequestParts,
  { place, config }: TrainingPlace = { place: 'Own' },
): TuningTraining {
  const parts = { take: <Value>(path: string) => all.take<Value>(`${place}.${path}`) };
  const within = new RequestParts({ InputDataConfig: parts.take('InputDataConfig') });
  const metrics = parts.take<{ Name: string; Regex: string }[]>('AlgorithmSpecification.MetricDefinitions');
  const options = { metricDefinitions: metrics && Object.fromEntries(metrics.map(({ Name, Regex }) => [Name, Regex])) };
  const image = parts.take<string>('AlgorithmSpecification.TrainingImage');
  const name = parts.take<string>('AlgorithmSpecification.AlgorithmName');
  const maxWait = takeSeconds(all, `${place}.StoppingCondition.MaxWaitTimeInSeconds`);
  if (maxWait) parts.take('EnableManagedSpotTraining');
  const checkpoints = locationOf(stack, parts.take<string>('CheckpointConfig.S3Uri'));
  const volume = parts.take<number>('ResourceConfig.VolumeSizeInGB');
  const type = parts.take<string>('ResourceConfig.InstanceType');
  const configs = parts.take<{ [member: string]: never }[]>('HyperParameterTuningResourceConfig.InstanceConfigs');
  if (configs) parts.take('HyperParameterTuningResourceConfig.AllocationStrategy');
  return {
    algorithm: name
      ? TrainingAlgorithm.fromAlgorithmName(name, options)
      : TrainingAlgorithm.fromImage(new PlainImage(image!), options),
    inputMode: parts.take('AlgorithmSpecification.TrainingInputMode'),
    staticHyperparameters: parts.take('StaticHyperParameters'),
    environment: parts.take('Environment'),
    inputs: takeChannels(stack, within),
    instanceType: type === undefined ? undefined : MlInstanceType.of(type),
    instanceCount: parts.take('ResourceConfig.InstanceCount'),
    volumeSize: volume === undefined ? undefined : Size.gibibytes(volume),
    instanceConfigs: configs?.map(({ InstanceType, InstanceCount, VolumeSizeInGB }) => ({
      instanceType: MlInstanceType.of(InstanceType),
      instanceCount: InstanceCount,
      volumeSize: Size.gibibytes(VolumeSizeInGB),
    })),
    maxRuntime: takeSeconds(all, `${place}.StoppingCondition.MaxRuntimeInSeconds`),
    spot: maxWait && { maxWait },
    checkpoints: checkpoints && {
      bucket: checkpoints.bucket,
      prefix: checkpoints.key,
      localPath: parts.take('CheckpointConfig.LocalPath'),
    },
    maxRetryAttempts: parts.take('RetryStrategy.MaximumRetryAttempts'),
    networkIsolation: parts.take('EnableNetworkIsolation'),
    interContainerEncryption: parts.take('EnableInterContainerTrafficEncryption'),
    objective: takeObjective(all, config ? `${config}.HyperParameterTuningJobObjective` : `${place}.TuningObjective`),
    ranges: takeRanges(all, config ? `${config}.ParameterRanges` : `${place}.HyperParameterRanges`),
  };
}

function takeObjective(parts: RequestParts, path: string): TuningObjective {
  const { Type, MetricName } = parts.take<{ Type: string; MetricName: string }>(path)!;
  return Type === 'Maximize' ? TuningObjective.maximize(MetricName) : TuningObjective.minimize(MetricName);
}

/** The ranges; lists without any are left to overrides. */
function takeRanges(parts: RequestParts, path: string): { [name: string]: ParameterRange } {
  const take = (list: string) => parts.take<Range[]>(`${path}.${list}`, (ranges) => ranges.length > 0) ?? [];
  const numeric = (make: typeof ParameterRange.integer) => (range: Range) =>
    [range.Name, make(Number(range.MinValue), Number(range.MaxValue), { scaling: range.ScalingType })] as const;
  return Object.fromEntries([
    ...take('IntegerParameterRanges').map(numeric(ParameterRange.integer)),
    ...take('ContinuousParameterRanges').map(numeric(ParameterRange.continuous)),
    ...take('CategoricalParameterRanges').map(
      ({ Name, Values }) => [Name, ParameterRange.categorical(Values)] as const,
    ),
    ...take('AutoParameters').map(({ Name, ValueHint }) => [Name, ParameterRange.auto(ValueHint)] as const),
  ]);
}

function takeStrategy(parts: RequestParts): TuningStrategy {
  const strategy = parts.take<string>(`${CONFIG}.Strategy`)!;
  if (strategy !== 'Hyperband') return TuningStrategy.of(strategy);
  const hyperband = `${CONFIG}.StrategyConfig.HyperbandStrategyConfig`;
  return TuningStrategy.hyperband({
    minResource: parts.take(`${hyperband}.MinResource`),
    maxResource: parts.take(`${hyperband}.MaxResource`),
  });
}

function takeWarmStart(parts: RequestParts): TuningWarmStart | undefined {
  const type = parts.take<string>('WarmStartConfig.WarmStartType');
  if (type === undefined) return undefined;
  const parents = parts
    .take<{ HyperParameterTuningJobName: string }[]>('WarmStartConfig.ParentHyperParameterTuningJobs')!
    .map(({ HyperParameterTuningJobName: name }) => ({
      hyperParameterTuningJobName: name,
      hyperParameterTuningJobStatus: 'Completed',
    })) as never;
  return type === 'TransferLearning'
    ? TuningWarmStart.transferLearning(parents)
    : TuningWarmStart.identicalDataAndAlgorithm(parents);
}
