import { CfnOutput, Duration, RemovalPolicy, Stack, Tags } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { cleanUp, newRehearsal, synthesize } from './deployment';
import { failuresOf } from './long-batch-job';
import type { Rehearsal } from '../../rehearsal/rehearsal';
import { BatchInferenceModel, CustomizationBaseModel, type ModelCustomizationJobProps } from '../../src';
import { Supposition } from '../../unconfirmed/supposition';
import { batchJob } from '../src/sample-batch-job';
import { customizationJob } from '../src/sample-customization-job';

const MODEL = /^arn:aws:bedrock:us-east-1:\d{12}:custom-model\/amazon\.nova-lite-v1:0:300k\/[a-z0-9]{12}$/;

afterEach(cleanUp);

/** An app with one stack `App` and one job `Tune`, which its resource waits for by itself. */
const appWith = (props: Partial<ModelCustomizationJobProps> = {}, tag = 'one'): string =>
  synthesize((app) => {
    const stack = new Stack(app, 'App');
    const job = customizationJob(stack, 'Tune', { waitTimeout: Duration.minutes(50), ...props });
    Tags.of(job).add('stage', tag);
  });

const DESTROY = { customModelRemovalPolicy: RemovalPolicy.DESTROY };

const callsOf = ({ bedrock }: Rehearsal, operation: string) =>
  bedrock.calls.filter((call) => call.operation === operation && call.error === undefined).map(({ input }) => input);
const statusesOf = ({ bedrock }: Rehearsal) => bedrock.customizationJobs.map(({ status }) => status);

async function deployed(app: string, options: ConstructorParameters<typeof Rehearsal>[0] = {}): Promise<Rehearsal> {
  const rehearsal = newRehearsal(options);
  expect((await rehearsal.deploy(app)).ok).toBe(true);
  return rehearsal;
}

test('a job makes a model of its own, and the stack knows it', async () => {
  const rehearsal = newRehearsal();
  const { ok, stacks } = await rehearsal.deploy(appWith());

  expect(ok).toBe(true);
  expect(stacks.App.outputs).toEqual({
    TuneModelCustomizationJobArn: rehearsal.bedrock.jobs[0].arn,
    TuneCustomModelArn: expect.stringMatching(MODEL),
  });
  const [request] = callsOf(rehearsal, 'CreateModelCustomizationJob');
  expect(request).toMatchObject({
    jobName: expect.stringMatching(/^app--tune--[0-9a-f]{12}$/),
    customModelName: String(request.jobName).replaceAll('--', '-'),
    jobTags: [{ key: 'stage', value: 'one' }],
    customModelTags: [{ key: 'stage', value: 'one' }],
  });
});

test('a job of hours is waited for by conditions', async () => {
  const rehearsal = newRehearsal({ jobs: { Tune: { duration: 20 * 3600 } } });
  const { ok, stacks } = await rehearsal.deploy(appWith({ waitTimeout: undefined }));

  expect(ok).toBe(true);
  expect(stacks.App.outputs.TuneCustomModelArn).toMatch(MODEL);
});

test('a job that fails fails the deployment, with its reason, a hint and the place of its metrics', async () => {
  const rehearsal = newRehearsal({ jobs: { Tune: { failure: 'The training dataset has fewer than 32 records' } } });
  const { ok, stacks } = await rehearsal.deploy(appWith());

  expect(ok).toBe(false);
  const [job] = rehearsal.bedrock.customizationJobs;
  expect(failuresOf(stacks.App)).toEqual([
    expect.stringContaining(
      `The model customization job ended as Failed: The training dataset has fewer than 32 records | Hint: the model takes no fewer records`,
    ),
  ]);
  expect(failuresOf(stacks.App)[0]).toContain(
    `| Job: ${job.arn} | Metrics: s3://metrics/model-customization-job-${job.id}/`,
  );
});

test('a job that takes too long is stopped', async () => {
  const rehearsal = newRehearsal({ jobs: { Tune: { duration: 7200 } } });
  const { ok } = await rehearsal.deploy(appWith());

  expect(ok).toBe(false);
  expect(statusesOf(rehearsal)).toEqual(['Stopped']);
});

test.each(['refused', 'failed-job'] as const)('a role that IAM has not spread is waited out: %s', async (symptom) => {
  const rehearsal = await deployed(appWith(), { rolePropagation: { seconds: 60, symptom } });

  expect(statusesOf(rehearsal).filter((status) => status === 'Completed')).toHaveLength(1);
});

test('other tags change those of the job, and run none', async () => {
  const rehearsal = await deployed(appWith());
  const { ok } = await rehearsal.deploy(appWith({}, 'two'));

  expect(ok).toBe(true);
  expect(callsOf(rehearsal, 'TagResource')).toEqual([
    { resourceARN: rehearsal.bedrock.jobs[0].arn, tags: [{ key: 'stage', value: 'two' }] },
  ]);
  expect(rehearsal.bedrock.jobs).toHaveLength(1);
});

describe('the custom model', () => {
  test('stays when another takes its place, and when the stack is deleted', async () => {
    const rehearsal = await deployed(appWith());
    await rehearsal.deploy(appWith({ hyperparameters: { epochCount: '2' } }));
    const { ok } = await rehearsal.destroy(appWith({ hyperparameters: { epochCount: '2' } }));

    expect(ok).toBe(true);
    expect(statusesOf(rehearsal)).toEqual(['Completed', 'Completed']);
    expect(callsOf(rehearsal, 'DeleteCustomModel')).toEqual([]);
  });

  test('goes then, if it is to', async () => {
    const rehearsal = await deployed(appWith(DESTROY));
    const next = appWith({ ...DESTROY, hyperparameters: { epochCount: '2' } });
    expect((await rehearsal.deploy(next)).ok).toBe(true);
    const models = rehearsal.bedrock.customizationJobs.map(({ customModelArn }) => customModelArn);
    expect(callsOf(rehearsal, 'DeleteCustomModel')).toEqual([{ modelIdentifier: models[0] }]);
    expect((await rehearsal.destroy(next)).ok).toBe(true);

    expect(callsOf(rehearsal, 'DeleteCustomModel').map(({ modelIdentifier }) => modelIdentifier)).toEqual(models);
  });

  test('is not there where the job was stopped, so that nothing is deleted', async () => {
    const rehearsal = newRehearsal({ jobs: { Tune: { duration: 7200 } } });
    await rehearsal.deploy(appWith({ ...DESTROY, waitTimeout: undefined, waitForCompletion: false }));
    expect((await rehearsal.destroy(appWith(DESTROY))).ok).toBe(true);

    expect(statusesOf(rehearsal)).toEqual(['Stopped']);
    expect(callsOf(rehearsal, 'DeleteCustomModel')).toEqual([]);
  });

  test('that is in use for some minutes is waited for', async () => {
    const supposition = Supposition.read(['custom-model-deletion=in-use']);
    const rehearsal = await deployed(appWith(DESTROY), { supposition });

    expect((await rehearsal.destroy(appWith(DESTROY))).ok).toBe(true);
    expect(callsOf(rehearsal, 'DeleteCustomModel')).toHaveLength(1);
  });

  test.each([
    ['denied', 'explicit deny in a service control policy'],
    ['other-words', 'is retained'],
  ])('that does not go fails the deletion, which says why: %s', async (alternative, reason) => {
    const supposition = Supposition.read([`custom-model-deletion=${alternative}`]);
    const rehearsal = await deployed(appWith(DESTROY), { supposition });
    const { ok, stacks } = await rehearsal.destroy(appWith(DESTROY));

    expect(ok).toBe(false);
    const failed = stacks.App.events.find(({ status }) => status === 'DELETE_FAILED')!;
    expect(failed.reason).toContain(reason);
  });

  test('that the service names late is waited for', async () => {
    const supposition = Supposition.read(['custom-model-named=late']);
    const { outputs } = (await newRehearsal({ supposition }).deploy(appWith())).stacks.App;

    expect(outputs.TuneCustomModelArn).toMatch(MODEL);
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

test.each(['both', 'caller', 'role'])('the key of the model is used as %s', async (who) => {
  const app = synthesize((scope) => {
    const stack = new Stack(scope, 'App');
    customizationJob(stack, 'Tune', {
      waitTimeout: Duration.minutes(50),
      customModelEncryptionKey: new Key(stack, 'Key'),
    });
  });

  await deployed(app, { supposition: Supposition.read([`custom-model-key=${who}`]) });
});

describe('a model with a key', () => {
  const waitTimeout = Duration.minutes(50);
  const tunedIn = (stack: Stack) =>
    customizationJob(stack, 'Tune', { waitTimeout, customModelEncryptionKey: new Key(stack, 'Key') });

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
