import type { Courses } from '../../../simulation/aws/account';
import { FixedFaults } from '../../../simulation/fault-plan';
import type { PlannedFault } from '../../../simulation/fault-plan';
import { jobResource, longTemplate, plainResource } from '../../../simulation/scenarios/sample-templates';
import { World } from '../../../simulation/world';
import { Supposition } from '../../../unconfirmed/supposition';

const job = (version: string) => ({ Job: jobResource({ kind: 'CompilationJob', version }) });

/** What CloudFormation asks for, as `phase: type logical-id name-of-the-job`. */
async function requestsOf(
  play: (world: World) => Promise<void>,
  courses: Courses = {},
  faults: PlannedFault[] = [],
): Promise<{ readonly asked: string[]; readonly status: string }> {
  const world: World = new World({ plan: new FixedFaults(faults, () => world.interrupt()) });
  world.account.courses = courses;
  await world.run(() => play(world));
  expect(world.monitor.violations).toEqual([]);
  const versions = new Map(world.account.jobs.map(({ arn, version }) => [arn, version]));
  const asked = world.requests.map(({ phase, type, logicalId, physicalId }) =>
    [`${phase}:`, type, logicalId, versions.get(physicalId ?? '') ?? physicalId].filter(Boolean).join(' '),
  );
  return { asked, status: world.stacks[0].status };
}

test('a replaced resource is deleted when the update is done', async () => {
  const { asked, status } = await requestsOf(async (world) => {
    const stack = world.newStack();
    await stack.create(job('A'));
    await stack.update(job('B'));
  });

  expect([...asked, status]).toEqual([
    'forward: Create Job',
    'forward: Update Job Job.A',
    'clean-up: Delete Job Job.A',
    'UPDATE_COMPLETE',
  ]);
});

test('a resource that has not changed is left alone', async () => {
  const { asked } = await requestsOf(async (world) => {
    const stack = world.newStack();
    await stack.create(job('A'));
    await stack.update(job('A'));
  });

  expect(asked).toEqual(['forward: Create Job']);
});

test('what a failed creation has made is deleted by the id that the failure told', async () => {
  const { asked, status } = await requestsOf(async (world) => void (await world.newStack().create(job('A'))), {
    'Job.A': [{ failure: 'ClientError: no' }],
  });

  expect([...asked, status]).toEqual(['forward: Create Job', 'rollback: Delete Job Job.A', 'ROLLBACK_COMPLETE']);
});

test('a failed update is taken back, with the properties swapped', async () => {
  const { asked, status } = await requestsOf(
    async (world) => {
      const stack = world.newStack();
      await stack.create(job('A'));
      await stack.update(job('B'));
      expect(world.requests.at(-1)!.properties).toEqual(world.requests[0].properties);
    },
    { 'Job.B': [{ failure: 'ClientError: no' }] },
  );

  expect([...asked, status]).toEqual([
    'forward: Create Job',
    'forward: Update Job Job.A',
    'rollback: Update Job Job.A',
    'UPDATE_ROLLBACK_COMPLETE',
  ]);
});

test('a resource that was replaced before another has failed goes back, and the new one is deleted', async () => {
  const withLast = (version: string, fails: boolean) => ({
    ...job(version),
    Last: plainResource(version, fails, ['Job']),
  });
  const { asked, status } = await requestsOf(async (world) => {
    const stack = world.newStack();
    await stack.create(withLast('A', false));
    await stack.update(withLast('B', true));
  });

  expect([...asked, status]).toEqual([
    'forward: Create Job',
    'forward: Update Job Job.A',
    'rollback: Update Job Job.B',
    'clean-up: Delete Job Job.B',
    'UPDATE_ROLLBACK_COMPLETE',
  ]);
});

test('what a rollback has replaced that fails is deleted when it goes on', async () => {
  const both = (version: string) => ({
    ...job(version),
    Other: jobResource({ kind: 'TransformJob', version, logicalId: 'Other' }),
  });
  const statuses: string[] = [];
  const { asked } = await requestsOf(async (world) => {
    const stack = world.newStack();
    await stack.create(both('A'));
    world.account.deny('DescribeTransformJob', 1000);
    statuses.push(await stack.update(both('B')));
    await world.scheduler.sleep(1000, 'the permission is back');
    statuses.push(await stack.continueRollback());
  });

  expect(statuses).toEqual(['UPDATE_ROLLBACK_FAILED', 'UPDATE_ROLLBACK_COMPLETE']);
  expect(asked.filter((request) => request.endsWith('Job.B'))).toEqual([
    'rollback: Update Job Job.B',
    'clean-up: Delete Job Job.B',
  ]);
});

test('who gives up on a creation has what was begun deleted, by an id that CloudFormation has made up', async () => {
  const { asked, status } = await requestsOf(async (world) => void (await world.newStack().create(job('A'))), {}, [
    { point: 7, fault: 'interrupt' },
  ]);

  expect([...asked, status]).toEqual(['forward: Create Job', 'delete: Delete Job Shop-Job-1ABCDEF', 'DELETE_COMPLETE']);
});

test('a deletion in the clean-up is tried three times', async () => {
  const { asked, status } = await requestsOf(
    async (world) => {
      const stack = world.newStack();
      await stack.create(job('A'));
      await stack.update(job('B'));
    },
    {},
    // from there on, no tick of the execution finds a function
    [{ point: 30, fault: 'gone' }],
  );

  expect(asked.filter((request) => request.startsWith('clean-up')).length).toBeGreaterThanOrEqual(1);
  expect(status).toBe('UPDATE_COMPLETE');
});

test('the result follows on the job and its conditions, and goes before them', async () => {
  const { asked } = await requestsOf(async (world) => {
    const stack = world.newStack();
    await stack.create(longTemplate({ kind: 'CompilationJob', version: 'A', waitSeconds: 4000 }));
    const { status } = world.conditions.describe({ stack: stack.id, condition: 'JobCondition1A4000' });
    expect(status).toBe('CREATE_COMPLETE');
    await stack.delete();
  });

  expect(asked).toEqual([
    'forward: Create Job',
    'forward: Create JobResult',
    'delete: Delete JobResult JobResult',
    'delete: Delete Job Job.A',
  ]);
});

test('without rollback, what has failed is made anew, what is left of it goes, and what was made gets no request', async () => {
  const both = (owner: string) => ({
    ...job('A'),
    Other: jobResource({ kind: 'TransformJob', version: 'A', logicalId: 'Other', tags: { owner } }, ['Job']),
  });
  const statuses: string[] = [];
  const { asked } = await requestsOf(
    async (world) => {
      const stack = world.newStack();
      statuses.push(await stack.create(both('a'), { hasNoRollback: true }));
      statuses.push(await stack.update(both('a'), { hasNoRollback: true }));
    },
    { 'Other.A': [{ failure: 'ClientError: no' }, {}] },
  );

  expect(statuses).toEqual(['CREATE_FAILED', 'UPDATE_COMPLETE']);
  expect(asked).toEqual([
    'forward: Create Job',
    'forward: Create Other',
    'forward: Create Other',
    'clean-up: Delete Other Other.A',
  ]);
});

test('an update is refused where a dependency would move from one condition to another, if that is so', async () => {
  const templateOf = (version: string) => {
    const template = longTemplate({ kind: 'CompilationJob', version, waitSeconds: 4000 });
    return { ...template, Last: plainResource('1', false, Object.keys(template)) };
  };
  const supposition = Supposition.read(['depends-on-moved=refused']);
  const world = new World({ plan: new FixedFaults(), supposition });
  await world.run(async () => {
    const stack = world.newStack();
    await stack.create(templateOf('A'));
    expect(await stack.update(templateOf('B'))).toBe('UPDATE_ROLLBACK_COMPLETE');
  });

  expect(world.stacks[0].refusals).toEqual(['Circular dependency between resources']);
  expect(world.requests.map(({ type }) => type)).toEqual(['Create', 'Create']);
});
