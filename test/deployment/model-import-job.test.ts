import { Duration, RemovalPolicy, Stack, Tags } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { cleanUp, newRehearsal, synthesize } from './deployment';
import { failuresOf } from './long-batch-job';
import type { Rehearsal } from '../../rehearsal/rehearsal';
import { ModelImportJob, type ModelImportJobProps, ModelImportSource } from '../../src';
import { Supposition } from '../../unconfirmed/supposition';
import { removeSavedModels, savedModel } from '../src/bedrock/import/saved-model';
import { importJob } from '../src/sample-import-job';

const MODEL = /^arn:aws:bedrock:us-east-1:\d{12}:imported-model\/[a-z0-9]{12}$/;

afterEach(async () => {
  await cleanUp();
  removeSavedModels();
});

/** An app with one stack `App` and one job `Import`, which its resource waits for by itself. */
const appWith = (props: Partial<ModelImportJobProps> = {}, tag = 'one'): string =>
  synthesize((app) => {
    const stack = new Stack(app, 'App');
    const job = importJob(stack, 'Import', { waitTimeout: Duration.minutes(50), ...props });
    Tags.of(job).add('stage', tag);
  });

const DESTROY = { importedModelRemovalPolicy: RemovalPolicy.DESTROY };

const callsOf = ({ bedrock }: Rehearsal, operation: string) =>
  bedrock.calls.filter((call) => call.operation === operation && call.error === undefined).map(({ input }) => input);
const statusesOf = ({ bedrock }: Rehearsal) => bedrock.importJobs.map(({ status }) => status);

async function deployed(app: string, options: ConstructorParameters<typeof Rehearsal>[0] = {}): Promise<Rehearsal> {
  const rehearsal = newRehearsal(options);
  expect((await rehearsal.deploy(app)).ok).toBe(true);
  return rehearsal;
}

test('a job imports a model, and the stack knows it', async () => {
  const rehearsal = newRehearsal();
  const { ok, stacks } = await rehearsal.deploy(appWith());

  expect(ok).toBe(true);
  expect(stacks.App.outputs).toEqual({
    ImportModelImportJobArn: rehearsal.bedrock.jobs[0].arn,
    ImportImportedModelArn: expect.stringMatching(MODEL),
  });
  const [request] = callsOf(rehearsal, 'CreateModelImportJob');
  expect(request).toMatchObject({
    jobName: expect.stringMatching(/^app--import--[0-9a-f]{12}$/),
    importedModelName: String(request.jobName).replaceAll('--', '-'),
    jobTags: [{ key: 'stage', value: 'one' }],
    importedModelTags: [{ key: 'stage', value: 'one' }],
  });
});

test('a local folder is uploaded, and looked at', async () => {
  const app = appWith({ modelSource: ModelImportSource.fromAsset(savedModel()) });
  expect(statusesOf(await deployed(app))).toEqual(['Completed']);
});

test('a job of hours is waited for by a condition', async () => {
  const rehearsal = newRehearsal({ jobs: { Import: { duration: 3 * 3600 } } });
  const { ok, stacks } = await rehearsal.deploy(appWith({ waitTimeout: undefined }));

  expect(ok).toBe(true);
  expect(stacks.App.outputs.ImportImportedModelArn).toMatch(MODEL);
});

test('a job that fails fails the deployment, with its reason and a hint', async () => {
  const rehearsal = newRehearsal({ jobs: { Import: { failure: 'The architecture of the model is not supported' } } });
  const { ok, stacks } = await rehearsal.deploy(appWith());

  expect(ok).toBe(false);
  expect(failuresOf(stacks.App)).toEqual([
    expect.stringContaining(
      "The model import job ended as Failed: The architecture of the model is not supported | Hint: AWS's page on custom model import lists the architectures",
    ),
  ]);
});

describe('a job that takes too long', () => {
  test('goes on, as nobody can stop it, and what it makes goes with the stack that is rolled back', async () => {
    const rehearsal = newRehearsal({ jobs: { Import: { duration: 4000 } } });
    const { ok, stacks } = await rehearsal.deploy(appWith(DESTROY));

    expect(ok).toBe(false);
    expect(failuresOf(stacks.App)[0]).toContain('and nobody can stop it: it goes on');
    expect(statusesOf(rehearsal)).toEqual(['Completed']);
    expect(callsOf(rehearsal, 'DeleteImportedModel')).toHaveLength(1);
  });

  test('is told of by the result, where conditions wait', async () => {
    const rehearsal = newRehearsal({ jobs: { Import: { duration: 7200 } } });
    const { ok, stacks } = await rehearsal.deploy(appWith({ ...DESTROY, waitTimeout: Duration.minutes(100) }));

    expect(ok).toBe(false);
    expect(failuresOf(stacks.App)[0]).toContain('and nobody can stop it: it goes on');
    expect(callsOf(rehearsal, 'DeleteImportedModel')).toHaveLength(1);
  });
});

test('a stack that is deleted while a job runs waits for its end', async () => {
  const rehearsal = newRehearsal({ jobs: { Import: { duration: 1800 } } });
  await rehearsal.deploy(appWith({ ...DESTROY, waitTimeout: undefined, waitForCompletion: false }));
  expect((await rehearsal.destroy(appWith(DESTROY))).ok).toBe(true);

  expect(statusesOf(rehearsal)).toEqual(['Completed']);
  expect(callsOf(rehearsal, 'DeleteImportedModel')).toHaveLength(1);
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

describe('the imported model', () => {
  test('stays when another takes its place, and when the stack is deleted', async () => {
    const rehearsal = await deployed(appWith());
    await rehearsal.deploy(appWith({ rerunKey: '2' }));
    expect((await rehearsal.destroy(appWith({ rerunKey: '2' }))).ok).toBe(true);

    expect(statusesOf(rehearsal)).toEqual(['Completed', 'Completed']);
    expect(callsOf(rehearsal, 'DeleteImportedModel')).toEqual([]);
  });

  test('goes then, if it is to', async () => {
    const rehearsal = await deployed(appWith(DESTROY));
    const next = appWith({ ...DESTROY, rerunKey: '2' });
    expect((await rehearsal.deploy(next)).ok).toBe(true);
    const models = rehearsal.bedrock.importJobs.map(({ modelArn }) => modelArn);
    expect(callsOf(rehearsal, 'DeleteImportedModel')).toEqual([{ modelIdentifier: models[0] }]);
    expect((await rehearsal.destroy(next)).ok).toBe(true);

    expect(callsOf(rehearsal, 'DeleteImportedModel').map(({ modelIdentifier }) => modelIdentifier)).toEqual(models);
  });

  test('that is in use for some minutes is waited for', async () => {
    const supposition = Supposition.read(['custom-model-deletion=in-use']);
    const rehearsal = await deployed(appWith(DESTROY), { supposition });

    expect((await rehearsal.destroy(appWith(DESTROY))).ok).toBe(true);
    expect(callsOf(rehearsal, 'DeleteImportedModel')).toHaveLength(1);
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

    expect(outputs.ImportImportedModelArn).toMatch(MODEL);
  });

  test.each(['both', 'caller', 'role'])('has a key, which is used as %s', async (who) => {
    const app = synthesize((scope) => {
      const stack = new Stack(scope, 'App');
      importJob(stack, 'Import', {
        waitTimeout: Duration.minutes(50),
        importedModelEncryptionKey: new Key(stack, 'Key'),
      });
    });

    await deployed(app, { supposition: Supposition.read([`custom-model-key=${who}`]) });
  });
});

test('a job that was made elsewhere has the results that it has there', async () => {
  const arn = 'arn:aws:bedrock:us-east-1:123456789012:model-import-job/abcdef123456';
  const app = synthesize((scope) => {
    const stack = new Stack(scope, 'App');
    const made = ModelImportJob.fromModelImportJobArn(stack, 'Made', arn);
    stack.exportValue(made.importedModelArn, { name: 'Model' });
  });
  const { ok } = await newRehearsal({ existingJobs: { abcdef123456: {} } }).deploy(app);

  expect(ok).toBe(true);
});
