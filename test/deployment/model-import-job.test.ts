import { Duration, Stack } from 'aws-cdk-lib';
import { cleanUp, newRehearsal, synthesize } from './deployment';
import { failuresOf } from './long-batch-job';
import { callsOf, deployed, importApp, IMPORTED_MODEL_GOES, statusesOf } from './model-making-apps';
import { ModelImportJob, ModelImportSource } from '../../src';
import { removeSavedModels, savedModel } from '../src/bedrock/import/saved-model';

afterEach(async () => {
  await cleanUp();
  removeSavedModels();
});

test('a local folder is uploaded, and looked at', async () => {
  const app = importApp({ modelSource: ModelImportSource.fromAsset(savedModel()) });
  expect(statusesOf(await deployed(app))).toEqual(['Completed']);
});

describe('a job that takes too long', () => {
  test('goes on, as nobody can stop it, and what it makes goes with the stack that is rolled back', async () => {
    const rehearsal = newRehearsal({ jobs: { Import: { duration: 4000 } } });
    const { ok, stacks } = await rehearsal.deploy(importApp(IMPORTED_MODEL_GOES));

    expect(ok).toBe(false);
    expect(failuresOf(stacks.App)[0]).toContain('and nobody can stop it: it goes on');
    expect(statusesOf(rehearsal)).toEqual(['Completed']);
    expect(callsOf(rehearsal, 'DeleteImportedModel')).toHaveLength(1);
  });

  test('is told of by the result, where conditions wait', async () => {
    const rehearsal = newRehearsal({ jobs: { Import: { duration: 7200 } } });
    const { ok, stacks } = await rehearsal.deploy(
      importApp({ ...IMPORTED_MODEL_GOES, waitTimeout: Duration.minutes(100) }),
    );

    expect(ok).toBe(false);
    expect(failuresOf(stacks.App)[0]).toContain('and nobody can stop it: it goes on');
    expect(callsOf(rehearsal, 'DeleteImportedModel')).toHaveLength(1);
  });
});

test('a stack that is deleted while a job runs waits for its end', async () => {
  const rehearsal = newRehearsal({ jobs: { Import: { duration: 1800 } } });
  await rehearsal.deploy(importApp({ ...IMPORTED_MODEL_GOES, waitTimeout: undefined, waitForCompletion: false }));
  expect((await rehearsal.destroy(importApp(IMPORTED_MODEL_GOES))).ok).toBe(true);

  expect(statusesOf(rehearsal)).toEqual(['Completed']);
  expect(callsOf(rehearsal, 'DeleteImportedModel')).toHaveLength(1);
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
