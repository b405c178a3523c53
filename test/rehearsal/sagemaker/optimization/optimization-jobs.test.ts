import type { JsonObject } from '../../../../rehearsal/json-value';
import { uploaded, uriOf } from '../../fixture-batch';
import { optimizationRequest, SageMakerFixture } from '../../fixture-sagemaker';

const KIND = 'OptimizationJob';

function created(more: JsonObject = {}, fixture = new SageMakerFixture()): SageMakerFixture {
  fixture.call('CreateOptimizationJob', optimizationRequest(more));
  return fixture;
}

/** How the job ends. */
async function endOf(more: JsonObject, fixture = new SageMakerFixture()): Promise<JsonObject> {
  await created(more, fixture).clock.advance(600_000);
  return fixture.describe(KIND);
}

const sharded = (OverrideEnvironment: JsonObject) => ({ ModelShardingConfig: { OverrideEnvironment } });

describe('a request is refused', () => {
  test.each([
    ['without a model', { ModelSource: {} }, 'Exactly one of S3 and SageMakerModel'],
    [
      'with two models',
      { ModelSource: { S3: { S3Uri: 's3://in/' }, SageMakerModel: { ModelName: 'model' } } },
      'Exactly one of S3 and SageMakerModel',
    ],
    ['without a technique', { OptimizationConfigs: [] }, 'At least one optimization must be provided'],
    [
      'for a model that there is not',
      { ModelSource: { SageMakerModel: { ModelName: 'Other' } } },
      'Could not find model "arn:aws:sagemaker:us-east-1:111122223333:model/other".',
    ],
  ])('%s', (_, more, message) => {
    expect(() => created(more)).toThrow(message);
  });

  test('where the name is taken', () => {
    const fixture = created();
    expect(() => created({}, fixture)).toThrow(/Optimization job names must be unique .*optimization-job\/job/);
  });
});

describe('a job', () => {
  test('is taken for a model of SageMaker that there is', async () => {
    const ModelSource = { SageMakerModel: { ModelName: 'model' } };
    expect(await endOf({ ModelSource })).toMatchObject({ OptimizationJobStatus: 'COMPLETED' });
  });

  test.each([
    [
      'with another technique',
      [sharded({ OPTION_TENSOR_PARALLEL_DEGREE: '1' }), { ModelQuantizationConfig: {} }],
      'Quantize first',
    ],
    ['over no GPUs', [sharded({ OPTION_TENSOR_PARALLEL_DEGREE: '0' })], 'non-zero tensor_parallel_degree'],
    ['over nobody knows how many GPUs', [sharded({})], 'non-zero tensor_parallel_degree'],
  ])('fails that shards a model %s', async (_, OptimizationConfigs, reason) => {
    expect(await endOf({ OptimizationConfigs })).toMatchObject({
      OptimizationJobStatus: 'FAILED',
      FailureReason: expect.stringContaining(reason),
    });
  });

  test('completes that shards a model as the environment says it', async () => {
    const OptimizationEnvironment = { OPTION_TENSOR_PARALLEL_DEGREE: '1' };
    const end = await endOf({ OptimizationConfigs: [sharded({})], OptimizationEnvironment });
    expect(end).toMatchObject({ OptimizationJobStatus: 'COMPLETED' });
  });

  test('fails whose model is not among what was uploaded', async () => {
    const assets = uploaded({ 'mistral/config.json': '{}' });
    const of = (key: string) => endOf({ ModelSource: { S3: { S3Uri: uriOf(key) } } }, new SageMakerFixture({ assets }));
    expect(await of('mistral/')).toMatchObject({ OptimizationJobStatus: 'COMPLETED' });
    expect(await of('llama/')).toMatchObject({
      OptimizationJobStatus: 'FAILED',
      FailureReason: expect.stringContaining('NoSuchKey (404)'),
    });
  });

  test('is stopped, and its record deleted', async () => {
    const fixture = created();
    await fixture.clock.advance(60_000);
    fixture.call('StopOptimizationJob', { OptimizationJobName: 'job' });
    expect(() => fixture.call('DeleteOptimizationJob', { OptimizationJobName: 'job' })).toThrow('in status STOPPING');
    await fixture.clock.advance(60_000);
    fixture.call('DeleteOptimizationJob', { OptimizationJobName: 'job' });
    expect(() => fixture.describe(KIND)).toThrow('Requested resource not found.');
  });

  test('that was made elsewhere has its results', () => {
    const fixture = new SageMakerFixture({ existing: () => ({}) });
    expect(fixture.describe(KIND)).toMatchObject({
      OptimizationJobStatus: 'COMPLETED',
      OutputConfig: { S3OutputLocation: 's3://made-elsewhere/job/' },
      DeploymentInstanceType: 'ml.g5.2xlarge',
    });
  });
});
