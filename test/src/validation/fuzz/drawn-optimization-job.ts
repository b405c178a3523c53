import { CreateOptimizationJobRequest$ } from '@aws-sdk/client-sagemaker';
import type { DrawnKind } from './drawn-kind';
import type { PropsDraw } from './drawn-props';
import {
  MlInstanceType,
  Optimization,
  OptimizationJob,
  OptimizationModel,
  QuantizationFormat,
  SpeculativeDecodingData,
  TrainingImage,
} from '../../../../src';
import { OPTIMIZATION_JOB_DEFINITION } from '../../../../src/sagemaker/optimization/optimization-job-definition';

export const OPTIMIZATION_JOBS: DrawnKind = {
  construct: OptimizationJob,
  definition: OPTIMIZATION_JOB_DEFINITION,
  schema: CreateOptimizationJobRequest$,
  props: (draw) =>
    draw.props(
      OPTIMIZATION_JOB_DEFINITION,
      {
        model: () => model(draw),
        optimizations: () =>
          draw.draws.chance(0.7)
            ? [draw.orOdd(optimization(draw))]
            : [draw.orOdd(optimization(draw)), draw.orOdd(optimization(draw))],
        deploymentInstanceType: () =>
          draw.call(
            MlInstanceType.of,
            draw.mostly(['ml.g5.2xlarge', 'ml.inf2.48xlarge'], ['ml.m5.large', 'g5.2xlarge']),
          ),
      },
      {
        ...draw.access,
        optimizationJobName: () => draw.mostly(['own-name', '1st'], ['own name', '-', 'a'.repeat(64)]),
        maxInstanceCount: () => draw.number(),
        environment: () => draw.map(),
        maxRuntime: () => draw.seconds(),
        maxPendingTime: () => draw.seconds(),
        useOutputBucketKey: () => draw.flag(),
        trainingPlanArn: () =>
          draw.mostly(
            [`arn:aws:sagemaker:us-east-1:111122223333:training-plan/plan`],
            ['plan', 'arn:aws:iam::1:role/r'],
          ),
      },
    ),
};

function model(draw: PropsDraw): unknown {
  return draw.draws.chance(0.8)
    ? draw.call(
        OptimizationModel.fromBucket,
        draw.bucket(),
        draw.text(),
        draw.options({ acceptEula: () => draw.flag() }),
      )
    : draw.call(OptimizationModel.fromSageMakerModel, draw.mostly(['mistral'], ['a model', 'a'.repeat(64)]));
}

function optimization(draw: PropsDraw): unknown {
  const container = {
    image: () =>
      draw.call(
        TrainingImage.fromDeepLearningContainer,
        'djl-inference',
        draw.mostly(['0.36.0-lmi25.0.0-cu130'], ['a b']),
      ),
    overrideEnvironment: () => draw.map(),
  };
  return draw.draws.pick([
    () =>
      draw.call(
        Optimization.quantization,
        draw.options({
          ...container,
          format: () => draw.call(QuantizationFormat.of, draw.mostly(['awq', 'fp8', 'smoothquant'], ['int3', ''])),
        }),
      ),
    () => draw.call(Optimization.compilation, draw.options(container)),
    () => draw.call(Optimization.sharding, draw.options({ ...container, tensorParallelDegree: () => draw.number() })),
    () =>
      draw.call(
        Optimization.speculativeDecoding,
        draw.options({
          trainingData: () => draw.call(SpeculativeDecodingData.fromBucket, draw.bucket(), draw.text()),
          technique: () => draw.mostly(['EAGLE'], ['eagle']),
        }),
      ),
  ])();
}
