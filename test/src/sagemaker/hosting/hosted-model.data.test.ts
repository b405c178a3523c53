import { Template } from 'aws-cdk-lib/assertions';
import {
  HyperParameterTuningJob,
  Optimization,
  TrainingImage,
  TrainingJob,
  TrainingOutputCompression,
} from '../../../../src';
import { compilationJob, newStack } from '../../sample-job';
import { optimizationJob } from '../../sample-optimization-job';
import { trainingJob } from '../../sample-training-job';

const { GZIP, NONE } = TrainingOutputCompression;
const image = TrainingImage.fromRegistry('registry.example.com/serve:1', { vpcAccess: false });

describe('how a model lies in S3', () => {
  test.each([
    ['training', TrainingJob.fromTrainingJobName],
    ['tuning', HyperParameterTuningJob.fromHyperParameterTuningJobName],
  ])('is said of a %s that was made elsewhere, whose model is an archive otherwise', (_, elsewhere) => {
    const stack = newStack();
    const job = elsewhere(stack, 'Made', 'penguins-7');
    job.createModel(stack, 'Folder', { image, modelCompression: NONE });
    job.createModel(stack, 'Archive', { image });

    const uri = stack.resolve(job.modelArtifacts) as object;
    const template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::SageMaker::Model', {
      PrimaryContainer: {
        ModelDataSource: { S3DataSource: { S3Uri: uri, S3DataType: 'S3Prefix', CompressionType: 'None' } },
      },
    });
    template.hasResourceProperties('AWS::SageMaker::Model', { PrimaryContainer: { ModelDataUrl: uri } });
  });

  test('may be said of a job of the app as it is', () => {
    const stack = newStack();
    const trained = trainingJob(stack, 'Train', { outputCompression: NONE });
    expect(() => trained.createModel(stack, 'Model', { image, modelCompression: NONE })).not.toThrow();
  });

  test('is no other than the job writes it', () => {
    const stack = newStack();
    const trained = trainingJob(stack, 'Train', { outputCompression: NONE });
    expect(() => trained.createModel(stack, 'Model', { image, modelCompression: GZIP })).toThrow(
      "Stack/Model: 'modelCompression' must not be GZIP: the job writes a folder of files",
    );
    const compiled = compilationJob(stack, 'Compile');
    expect(() => compiled.createModel(stack, 'Compiled', { modelCompression: NONE })).toThrow(
      "Stack/Compiled: 'modelCompression' must not be NONE: the job writes one archive",
    );
  });

  test('is one of two ways', () => {
    const stack = newStack();
    const options = { modelCompression: 'None' as TrainingOutputCompression };
    expect(() => compilationJob(stack, 'Compile').createModel(stack, 'Model', options)).toThrow(
      "'modelCompression' must be GZIP or NONE, got 'None'",
    );
  });
});

test('a sharded model is streamed from S3, and cannot be cut off from it', () => {
  const stack = newStack();
  const sharded = optimizationJob(stack, 'Shard', {
    optimizations: [Optimization.sharding({ tensorParallelDegree: 1 })],
  });
  expect(() => sharded.createModel(stack, 'Model', { networkIsolation: true })).toThrow(
    "Stack/Model: 'networkIsolation' must not be true: the pieces of a sharded model are streamed from S3 when it is loaded",
  );
  expect(() => sharded.createModel(stack, 'Open')).not.toThrow();

  const quantized = optimizationJob(stack, 'Quantize', { optimizations: [Optimization.quantization()] });
  expect(() => quantized.createModel(stack, 'Closed', { networkIsolation: true })).not.toThrow();
});
