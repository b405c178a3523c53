import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { cleanUp, newRehearsal, synthesize } from './deployment';
import { failuresOf } from './long-batch-job';
import { callsOf, CUSTOM_MODEL_GOES, deployed, keyIn, statusesOf, tuningApp } from './model-making-apps';
import { BatchInferenceModel, CustomizationBaseModel } from '../../src';
import { Supposition } from '../../unconfirmed/supposition';
import { batchJob } from '../src/sample-batch-job';
import { customizationJob } from '../src/sample-customization-job';

afterEach(cleanUp);

test('a job that fails says where its metrics are', async () => {
  const rehearsal = newRehearsal({ jobs: { Tune: { failure: 'The training dataset has fewer than 32 records' } } });
  const { stacks } = await rehearsal.deploy(tuningApp());

  const [job] = rehearsal.bedrock.customizationJobs;
  expect(failuresOf(stacks.App)).toEqual([
    expect.stringContaining(`| Job: ${job.arn} | Metrics: s3://metrics/model-customization-job-${job.id}/`),
  ]);
});

test('a job that takes too long is stopped', async () => {
  const rehearsal = newRehearsal({ jobs: { Tune: { duration: 7200 } } });
  const { ok } = await rehearsal.deploy(tuningApp());

  expect(ok).toBe(false);
  expect(statusesOf(rehearsal)).toEqual(['Stopped']);
});

describe('the custom model', () => {
  test('is not there where the job was stopped, so that nothing is deleted', async () => {
    const rehearsal = newRehearsal({ jobs: { Tune: { duration: 7200 } } });
    await rehearsal.deploy(tuningApp({ ...CUSTOM_MODEL_GOES, waitTimeout: undefined, waitForCompletion: false }));
    expect((await rehearsal.destroy(tuningApp(CUSTOM_MODEL_GOES))).ok).toBe(true);

    expect(statusesOf(rehearsal)).toEqual(['Stopped']);
    expect(callsOf(rehearsal, 'DeleteCustomModel')).toEqual([]);
  });

  test('is asked by a batch inference job, and customized further', async () => {
    const app = synthesize((scope) => {
      const stack = new Stack(scope, 'App');
      const tuned = customizationJob(stack, 'Tune', { waitTimeout: Duration.minutes(50) });
      const asked = batchJob(stack, 'Ask', { model: BatchInferenceModel.fromCustomizationJob(tuned) });
      new CfnOutput(stack, 'Answered', { value: asked.successRecordCount });
    });
    const rehearsal = newRehearsal();
    const { ok, stacks } = await rehearsal.deploy(app);

    expect(ok).toBe(true);
    expect(stacks.App.outputs.Answered).toBe('1000');
    expect(callsOf(rehearsal, 'CreateModelInvocationJob')[0].modelId).toBe(stacks.App.outputs.TuneCustomModelArn);
  });
});

describe('a model with a key', () => {
  const waitTimeout = Duration.minutes(50);
  const tunedIn = (stack: Stack) =>
    customizationJob(stack, 'Tune', { waitTimeout, customModelEncryptionKey: keyIn(stack) });

  test.each(['both', 'caller', 'role'])('is asked and customized further, whoever decrypts it: %s', async (who) => {
    const app = synthesize((scope) => {
      const stack = new Stack(scope, 'App');
      const tuned = tunedIn(stack);
      batchJob(stack, 'Ask', { model: BatchInferenceModel.fromCustomizationJob(tuned) });
      customizationJob(stack, 'Next', { waitTimeout, baseModel: CustomizationBaseModel.fromCustomizationJob(tuned) });
    });

    await deployed(app, { supposition: Supposition.read([`custom-model-key=${who}`]) });
  });

  const HANDLER = /assumed-role\/\S*Handler\S* is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:/;
  const ROLE = /assumed-role\/\S*\/bedrock is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:/;
  const ask = (stack: Stack, arn: string) => batchJob(stack, 'Ask', { model: BatchInferenceModel.customModel(arn) });
  const customize = (stack: Stack, arn: string) =>
    customizationJob(stack, 'Next', { waitTimeout, baseModel: CustomizationBaseModel.customModel(arn) });

  test.each([
    ['caller', 'asked', HANDLER, ask],
    ['caller', 'customized further', HANDLER, customize],
    ['role', 'asked', ROLE, ask],
    ['role', 'customized further', ROLE, customize],
  ])('is not used by another stack that is not told of the key (by %s, %s)', async (who, _, reason, make) => {
    const app = synthesize((scope) => {
      const { customModelArn } = tunedIn(new Stack(scope, 'Made'));
      make(new Stack(scope, 'Used'), customModelArn);
    });
    const supposition = Supposition.read([`custom-model-key=${who}`]);
    const { stacks } = await newRehearsal({ supposition }).deploy(app);

    expect(failuresOf(stacks.Made)).toEqual([]);
    expect(failuresOf(stacks.Used)).toEqual([expect.stringMatching(reason)]);
  });
});
