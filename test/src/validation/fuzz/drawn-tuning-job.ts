import { CreateHyperParameterTuningJobRequest$ } from '@aws-sdk/client-sagemaker';
import { Duration, Size } from 'aws-cdk-lib';
import type { DrawnKind } from './drawn-kind';
import type { PropsDraw } from './drawn-props';
import {
  HyperParameterTuningJob,
  MlInstanceType,
  ParameterRange,
  TrainingAlgorithm,
  TrainingImage,
  TrainingInput,
  TuningObjective,
  TuningStrategy,
  TuningWarmStart,
} from '../../../../src';
import { HYPER_PARAMETER_TUNING_JOB_DEFINITION } from '../../../../src/sagemaker/tuning/hyper-parameter-tuning-job-definition';

export const TUNING_JOBS: DrawnKind = {
  construct: HyperParameterTuningJob,
  definition: HYPER_PARAMETER_TUNING_JOB_DEFINITION,
  schema: CreateHyperParameterTuningJobRequest$,
  props: (draw) => {
    const { draws } = draw;
    const several = () =>
      Object.fromEntries(['a', draw.mostly(['b'], ['b c', ''])].map((name) => [name, draw.orOdd(training(draw))]));
    return draw.props(
      HYPER_PARAMETER_TUNING_JOB_DEFINITION,
      draws.chance(0.8) ? { training: () => training(draw) } : { trainingDefinitions: several },
      {
        ...draw.access,
        hyperParameterTuningJobName: () => draw.mostly(['own-name', '1st'], ['own name', '-', 'a'.repeat(33)]),
        strategy: () => strategy(draw),
        maxTrainingJobs: () => draw.number(),
        maxParallelTrainingJobs: () => draw.number(),
        maxRuntime: () => draw.seconds(),
        earlyStopping: () => draw.flag(),
        completionCriteria: () =>
          draw.options({
            targetObjectiveValue: () => draw.mostly([0.5, 0, -1], [NaN]),
            maxTrainingJobsNotImproving: () => draw.number(),
            onConvergence: () => draw.flag(),
          }),
        randomSeed: () => draw.number(),
        warmStart: () => warmStart(draw),
        autotune: () => draw.flag(),
        useOutputBucketKey: () => draw.flag(),
      },
    );
  },
};

function training(draw: PropsDraw): object {
  return {
    algorithm: draw.orOdd(algorithm(draw)),
    ...(draw.draws.chance(0.8)
      ? { instanceType: draw.orOdd(instanceType(draw)), ...draw.options({ instanceCount: () => draw.number() }) }
      : { instanceConfigs: draw.orOdd([draw.orOdd(instanceConfig(draw))]) }),
    objective: draw.orOdd(draw.call(TuningObjective.maximize, draw.mostly(['loss', 'validation:auc'], ['']))),
    ranges: draw.orOdd({
      eta: draw.orOdd(range(draw)),
      [draw.mostly(['depth'], ['a'.repeat(257)])]: draw.orOdd(range(draw)),
    }),
    ...draw.options({
      staticHyperparameters: () => draw.map(),
      environment: () => draw.map(),
      inputs: () => ({ train: draw.orOdd(draw.call(TrainingInput.fromBucket, draw.bucket(), draw.text())) }),
      inputMode: () => draw.mostly(['File', 'Pipe'], ['file']),
      volumeEncryptionKey: () => draw.key(),
      outputCompression: () => draw.mostly(['GZIP', 'NONE'], ['gzip']),
      checkpoints: () => ({ bucket: draw.orOdd(draw.bucket()), prefix: draw.text() }),
      networkIsolation: () => draw.flag(),
      maxRetryAttempts: () => draw.number(),
      maxRuntime: () => draw.seconds(),
      maxPendingTime: () => draw.seconds(),
      spot: () => ({ maxWait: draw.orOdd(Duration.days(draw.mostly([1, 28], [0]))) }),
    }),
  };
}

function instanceConfig(draw: PropsDraw): object {
  return {
    instanceType: draw.orOdd(instanceType(draw)),
    volumeSize: draw.orOdd(Size.gibibytes(draw.number())),
    ...draw.options({ instanceCount: () => draw.number() }),
  };
}

function algorithm(draw: PropsDraw): unknown {
  const options = draw.options({
    metricDefinitions: () => ({ loss: draw.orOdd('loss=(.*)'), 'validation:auc': draw.orOdd(draw.text()) }),
    entrypoint: () => draw.mostly([undefined], [['a']]),
  });
  return draw.draws.pick([
    () => draw.call(TrainingAlgorithm.fromAlgorithmName, draw.mostly(['algorithm', 'a-1'], ['-', '']), options),
    () => {
      const image = draw.call(TrainingImage.fromBuiltInAlgorithm, 'sagemaker-xgboost', '1.3-1');
      return draw.call(TrainingAlgorithm.fromImage, image, options);
    },
  ])();
}

function instanceType(draw: PropsDraw): unknown {
  return draw.call(MlInstanceType.of, draw.mostly(['ml.m5.xlarge', 'ml.g5.xlarge'], ['ml.m5.xlagre', '']));
}

function range(draw: PropsDraw): unknown {
  const scaling = () => draw.mostly(['Auto', 'Linear', 'Logarithmic'], ['linear', 'ReverseLogarithmic']);
  const options = draw.options({ scaling });
  return draw.draws.pick([
    () => draw.call(ParameterRange.continuous, draw.mostly([0.01, 1], [-1, 1e-9]), draw.mostly([1, 20], [0]), options),
    () => draw.call(ParameterRange.integer, draw.mostly([1, 2], [0.5]), draw.mostly([2, 20], [0]), options),
    () => draw.call(ParameterRange.categorical, draw.mostly([['a'], ['a', 'b']], [[]])),
    () => draw.call(ParameterRange.auto, draw.text()),
  ])();
}

function strategy(draw: PropsDraw): unknown {
  const hyperband = () =>
    draw.call(
      TuningStrategy.hyperband,
      draw.options({ minResource: () => draw.number(), maxResource: () => draw.number() }),
    );
  return draw.draws.pick([
    hyperband,
    ...[TuningStrategy.BAYESIAN, TuningStrategy.RANDOM].map((value) => () => value),
    () => draw.mostly([TuningStrategy.RANDOM], [TuningStrategy.GRID]),
    () => draw.call(TuningStrategy.of, draw.mostly(['Random'], ['random', ''])),
  ])();
}

function warmStart(draw: PropsDraw): unknown {
  const name = draw.mostly(['earlier', 'a-1'], ['-', 'a'.repeat(33)]);
  const earlier = { hyperParameterTuningJobName: name, hyperParameterTuningJobStatus: 'Completed' };
  return draw.call(TuningWarmStart.transferLearning, [draw.orOdd(earlier)]);
}
