import { CreateTrainingJobRequest$ } from '@aws-sdk/client-sagemaker';
import { Duration, Size } from 'aws-cdk-lib';
import type { DrawnKind } from './drawn-kind';
import type { PropsDraw } from './drawn-props';
import { TrainingAlgorithm, TrainingImage, TrainingInput, MlInstanceType, TrainingJob } from '../../../../src';
import { TRAINING_JOB_DEFINITION } from '../../../../src/sagemaker/training/training-job-definition';

const IMAGE = '111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1';

export const TRAINING_JOBS: DrawnKind = {
  construct: TrainingJob,
  definition: TRAINING_JOB_DEFINITION,
  schema: CreateTrainingJobRequest$,
  props: (draw) => {
    const { draws } = draw;
    return draw.props(
      TRAINING_JOB_DEFINITION,
      { algorithm: () => algorithm(draw), instanceType: () => instanceType(draw) },
      {
        ...draw.access,
        ...monitoring(draw),
        trainingJobName: () => draw.mostly(['own-name', '1st'], ['own name', '-', 'a'.repeat(64)]),
        hyperparameters: () => draw.map(),
        environment: () => draw.map(),
        inputs: () =>
          Object.fromEntries(
            draws
              .some(['train', 'validation', draw.mostly(['third'], ['a b', ''])], 0.5)
              .map((name) => [name, draw.orOdd(input(draw))]),
          ),
        inputMode: () => draw.mostly(['File', 'Pipe', 'FastFile'], ['file']),
        instanceCount: () => draw.number(),
        instanceGroups: () => [
          draw.orOdd({
            name: draw.orOdd('a'),
            instanceType: draw.orOdd(instanceType(draw)),
            instanceCount: draw.number(),
          }),
        ],
        volumeSize: () => Size.gibibytes(draw.number()),
        volumeEncryptionKey: () => draw.key(),
        keepAlivePeriod: () => draw.seconds(),
        outputCompression: () => draw.mostly(['GZIP', 'NONE'], ['gzip']),
        checkpoints: () => ({ bucket: draw.orOdd(draw.bucket()), ...folder(draw) }),
        networkIsolation: () => draw.flag(),
        interContainerEncryption: () => draw.flag(),
        maxRetryAttempts: () => draw.number(),
        acceptStoppedAtTimeLimit: () => draw.flag(),
        maxRuntime: () => draw.seconds(),
        maxPendingTime: () => draw.seconds(),
        spot: () => ({ maxWait: draw.orOdd(Duration.days(draw.mostly([1, 28], [0]))) }),
      },
    );
  },
};

function algorithm(draw: PropsDraw): unknown {
  const options = draw.options({
    entrypoint: () => ['python3', draw.orOdd('train.py')],
    arguments: () => [],
    metricDefinitions: () => draw.map(),
    enableMetricsTimeSeries: () => draw.flag(),
  });
  return draw.draws.chance(0.8)
    ? draw.call(TrainingAlgorithm.fromImage, image(draw), options)
    : draw.call(TrainingAlgorithm.fromAlgorithmName, draw.mostly(['algorithm', 'a-1'], ['-', '']), options);
}

function image(draw: PropsDraw): unknown {
  return draw.draws.pick([
    () => draw.call(TrainingImage.fromRegistry, IMAGE, draw.options({ vpcAccess: () => draw.flag() })),
    () => draw.call(TrainingImage.fromDeepLearningContainer, 'pytorch-training', '2.0.0-cpu-py310'),
    () => draw.call(TrainingImage.fromBuiltInAlgorithm, 'sagemaker-xgboost', '1.3-1'),
  ])();
}

function instanceType(draw: PropsDraw): unknown {
  const wrong = ['ml.m5.xlagre', 'm5.large', ''];
  return draw.call(MlInstanceType.of, draw.mostly(['ml.m5.xlarge', 'ml.g5.xlarge', 'ml.m99.xlarge'], wrong));
}

function input(draw: PropsDraw): unknown {
  const options = draw.options({
    contentType: () => draw.text(),
    inputMode: () => draw.mostly(['File', 'Pipe'], ['FastFile', 'pipe']),
    compression: () => draw.draws.pick(['None', 'Gzip']),
    recordWrapper: () => draw.draws.pick(['None', 'RecordIO']),
    shuffleSeed: () => draw.number(),
    distribution: () => draw.draws.pick(['FullyReplicated', 'ShardedByS3Key']),
    instanceGroupNames: () => draw.mostly([undefined], [['a']]),
    acceptEula: () => draw.flag(),
    hubContentArn: () => 'arn:aws:sagemaker:us-east-1:aws:hub-content/hub/Model/model/1.0.0',
    dataPrefix: () => draw.text(),
  });
  return draw.draws.pick([
    () => draw.call(TrainingInput.fromBucket, draw.bucket(), draw.text(), options),
    () => draw.call(TrainingInput.fromManifest, draw.bucket(), 'manifest.json', options),
    () => draw.call(TrainingInput.fromAugmentedManifest, draw.bucket(), 'manifest.json', ['source', 'label'], options),
    () =>
      draw.call(
        TrainingInput.fromHubDataset,
        'arn:aws:sagemaker:us-east-1:111122223333:hub-content/hub/DataSet/data/1.0.0',
        options,
      ),
  ])();
}

function monitoring(draw: PropsDraw) {
  const rule = () => ({
    name: draw.orOdd('rule'),
    image: draw.orOdd(image(draw)),
    ...draw.options({
      parameters: () => draw.map(),
      instanceType: () => instanceType(draw),
      volumeSize: () => Size.gibibytes(draw.number()),
      localPath: () => draw.text(),
      output: () => folder(draw),
    }),
  });
  return {
    debugHook: () => ({
      ...folder(draw),
      ...draw.options({ parameters: () => draw.map(), collections: () => ({ weights: draw.map() }) }),
    }),
    debugRules: () => [draw.orOdd(rule())],
    tensorBoard: () => folder(draw),
    profiler: () => ({
      ...folder(draw),
      ...draw.options({
        enabled: () => draw.flag(),
        interval: () => Duration.millis(draw.mostly([100, 500], [0, 501])),
        parameters: () => draw.map(),
      }),
    }),
    profilerRules: () => [draw.orOdd(rule())],
    experiment: () => draw.options({ experimentName: () => draw.text(), runName: () => draw.text() }),
    remoteDebug: () => draw.flag(),
    infraCheck: () => draw.flag(),
  };
}

function folder(draw: PropsDraw): object {
  return draw.options({ bucket: () => draw.bucket(), prefix: () => draw.text(), localPath: () => draw.text() });
}
