import { Duration, Stack } from 'aws-cdk-lib';
import { cleanUp, newRehearsal, synthesize } from './deployment';
import { trainingJob } from '../src/sample-training-job';

afterEach(cleanUp);

test('delete ends the warm pool of a job, which would keep its record and go on billing', async () => {
  const assembly = synthesize((app) =>
    trainingJob(new Stack(app, 'App'), 'Train', { keepAlivePeriod: Duration.minutes(60) }),
  );
  const rehearsal = newRehearsal();
  await rehearsal.deploy(assembly);
  const { ok, elapsedMs } = await rehearsal.destroy(assembly);

  expect(ok).toBe(true);
  expect(elapsedMs).toBeLessThan(60_000);
  expect(rehearsal.sagemaker.existingJobs).toEqual([]);
  const [{ input }] = rehearsal.sagemaker.calls.filter(({ operation }) => operation === 'UpdateTrainingJob');
  expect(input).toMatchObject({ ResourceConfig: { KeepAlivePeriodInSeconds: 0 } });
});

test('so does the rollback of a job that its own program has let fail: its record stays', async () => {
  const assembly = synthesize((app) =>
    trainingJob(new Stack(app, 'App'), 'Train', { keepAlivePeriod: Duration.minutes(60) }),
  );
  const rehearsal = newRehearsal({ jobs: { Train: { failure: 'AlgorithmError: no data' } } });
  const { ok, elapsedMs } = await rehearsal.deploy(assembly);

  expect(ok).toBe(false);
  expect(elapsedMs).toBeLessThan(600_000);
  const [{ input }] = rehearsal.sagemaker.calls.filter(({ operation }) => operation === 'UpdateTrainingJob');
  expect(input).toMatchObject({ ResourceConfig: { KeepAlivePeriodInSeconds: 0 } });
  expect(rehearsal.sagemaker.existingJobs).toHaveLength(1);
});
