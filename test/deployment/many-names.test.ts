import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { callsOf, cleanUp, eventsOf, newRehearsal, synthesize } from './deployment';
import { CompilationJob, IngestionDataSource } from '../../src';
import { ingestionJob } from '../src/sample-ingestion-job';
import { compilationJob } from '../src/sample-job';

afterEach(cleanUp);

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

/** Jobs by their ids, with names of their own: more of them than have room in the role of the handler. */
const appOf = (names: { readonly [id: string]: string }) =>
  synthesize((root) => {
    const stack = new Stack(root, 'App');
    const role = new iam.Role(stack, 'Mine', { assumedBy: new iam.ServicePrincipal('sagemaker.amazonaws.com') });
    role.addToPolicy(new iam.PolicyStatement({ actions: ['s3:*', 'logs:*'], resources: ['*'] }));
    for (const [id, compilationJobName] of Object.entries(names)) {
      const outputPrefix = `compiled/${id}`;
      compilationJob(stack, id, { role, compilationJobName, outputPrefix, stackOutputs: false });
    }
  });

/** The longest names, with capitals: an update of all of them needs as much room once more. */
const namesOf = (indexes: number[], word: string) =>
  Object.fromEntries(indexes.map((index) => [`Job${index}`, `${word}-${index}-${'x'.repeat(63)}`.slice(0, 63)]));

const NAMES = namesOf(numbers(12), 'Penguins');

describe('jobs with names of their own that share a policy', () => {
  test('are added, renamed and removed, and in the end deleted: the handler may do so for each until it is gone', async () => {
    const rehearsal = newRehearsal({ concurrency: 20 });
    const kept = numbers(12).slice(1, 11);
    const next = { ...namesOf(kept, 'Renamed'), Job20: 'Added-20' };
    const app = appOf(next);
    const deployments = [await rehearsal.deploy(appOf(NAMES)), await rehearsal.deploy(app)];

    expect(deployments.map(({ ok }) => ok)).toEqual([true, true]);
    expect(callsOf(rehearsal, 'DeleteCompilationJob').sort()).toEqual(Object.values(NAMES).sort());
    expect((await rehearsal.destroy(app)).ok).toBe(true);
    expect(callsOf(rehearsal, 'DeleteCompilationJob')).toHaveLength(12 + 11);
    expect(rehearsal.iam.denials).toEqual([]);
  });

  test('are as they were after an update that has failed, and what it has made is gone', async () => {
    // the other is done by then
    const Job20 = { failure: 'ClientError: no', duration: 1_800 };
    const rehearsal = newRehearsal({ concurrency: 20, jobs: { Job11: { duration: 60 }, Job20 } });
    const app = appOf(NAMES);
    await rehearsal.deploy(app);
    const { ok } = await rehearsal.deploy(appOf({ ...NAMES, Job11: 'Renamed-11', Job20: 'Added-20' }));

    expect(ok).toBe(false);
    expect(callsOf(rehearsal, 'DeleteCompilationJob')).toEqual(['Renamed-11']);
    expect(rehearsal.iam.denials).toEqual([]);
    expect((await rehearsal.destroy(app)).ok).toBe(true);
  });
});

test('12 of the longest names, 4 knowledge bases and 25 references are deployed with one engine', async () => {
  const names = numbers(12).map((index) => `Penguins-${String(index).padStart(54, '0')}`);
  const rehearsal = newRehearsal({ concurrency: 100 });
  const assembly = synthesize((root) => {
    const stack = new Stack(root, 'App');
    const role = new iam.Role(stack, 'Mine', { assumedBy: new iam.ServicePrincipal('sagemaker.amazonaws.com') });
    role.addToPolicy(new iam.PolicyStatement({ actions: ['s3:*', 'logs:*'], resources: ['*'] }));
    const jobs = names.map((compilationJobName, index) => {
      const outputPrefix = `compiled/${index}`;
      return compilationJob(stack, `Job${index}`, { role, compilationJobName, outputPrefix, stackOutputs: false });
    });
    for (const index of numbers(4)) {
      const base = `KB${String(index).padStart(8, '0')}`;
      const dataSource = IngestionDataSource.fromIds(base, 'DS12345678');
      ingestionJob(stack, `Ingest${index}`, { dataSource, stackOutputs: false });
    }
    for (const index of numbers(25)) {
      const reference = CompilationJob.fromCompilationJobName(stack, `Reference${index}`, names[index % 12]);
      reference.node.addDependency(...jobs);
    }
  });
  const { ok, stacks } = await rehearsal.deploy(assembly);
  expect(eventsOf(stacks.App, /./).filter((event) => event.startsWith('CREATE_FAILED'))).toEqual([]);
  expect(ok).toBe(true);
});
