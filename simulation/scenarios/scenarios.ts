import { type JobOptions } from './sample-jobs';
import { jobResource, plainResource, referenceResource, watchedTemplate } from './sample-templates';
import type { Scenario } from './scenario';
import { type KindKey, WORDINGS } from '../aws/job-wording';
import type { Template } from '../cloudformation/template';
import type { World } from '../world';

export const KINDS: readonly KindKey[] = ['CompilationJob', 'ModelInvocationJob', 'TrainingJob', 'TransformJob'];

const MALFUNCTION = 'ClientError: no such model';
/** Longer than an answer may be, in characters of three bytes. */
const LONG_REASON = `ClientError: ${'猫'.repeat(4000)}`;
/** From one operation to the next. */
const BETWEEN_SECONDS = 60;
const SHORT_WAIT_SECONDS = 60;
const LONG_JOB_SECONDS = 1200;
/** Longer than a custom resource may wait. */
const WATCHED_SECONDS = 4000;

/** The scenarios of a kind of job. */
export function scenariosOf(kind: KindKey): readonly Scenario[] {
  const job = (version: string, options: Partial<JobOptions> = {}): Template => ({
    Job: jobResource({ kind, version, ...options }),
  });
  const withLast = (version: string, fails: boolean, options: Partial<JobOptions> = {}): Template => ({
    ...job(version, options),
    Last: plainResource(version, fails, ['Job']),
  });
  const watched = (version: string, options: Partial<JobOptions> = {}) =>
    watchedTemplate({ kind, version, waitSeconds: WATCHED_SECONDS, ...options });
  const create = (template: Template) => async (world: World) => void (await world.newStack().create(template));
  const update =
    (...templates: Template[]) =>
    async ({ stacks: [stack], scheduler }: World) => {
      for (const template of templates) {
        await scheduler.sleep(BETWEEN_SECONDS, 'the next operation begins');
        await stack.update(template);
      }
    };
  const remove = async ({ stacks: [stack] }: World): Promise<void> => {
    // whoever sees a deletion fail tries again
    if ((await stack.delete()) === 'DELETE_FAILED') await stack.delete();
  };
  const again = (template: Template) => async (world: World) => {
    const stack = world.newStack();
    if ((await stack.create(template)) !== 'ROLLBACK_COMPLETE') return;
    await stack.delete();
    await world.newStack().create(template);
  };
  const fails = { B: [{ failure: MALFUNCTION }] };
  const long = (version: string) => ({ [version]: [{ seconds: LONG_JOB_SECONDS }] });

  const scenarios: Scenario[] = [
    { name: 'create', play: create(job('A')), expected: 'CREATE_COMPLETE' },
    {
      name: 'create a job that fails',
      courses: { 'Job.A': [{ failure: MALFUNCTION }] },
      play: create(job('A')),
      expected: 'ROLLBACK_COMPLETE',
    },
    {
      name: 'create a job that gives a long reason',
      courses: { 'Job.A': [{ failure: LONG_REASON }] },
      play: create(job('A')),
      expected: 'ROLLBACK_COMPLETE',
      hasPairs: false,
    },
    {
      name: 'create a job that takes too long',
      courses: versions(long('A')),
      play: create(job('A', { waitSeconds: SHORT_WAIT_SECONDS })),
      expected: 'ROLLBACK_COMPLETE',
    },
    {
      name: 'create beside a resource that fails',
      play: create(withLast('A', true)),
      expected: 'ROLLBACK_COMPLETE',
      hasPairs: false,
    },
    {
      name: 'update with replacement',
      given: create(job('A')),
      play: update(job('B')),
      expected: 'UPDATE_COMPLETE',
    },
    {
      name: 'update in place',
      given: create(job('A')),
      play: update(job('A', { tags: { owner: 'team' } })),
      expected: 'UPDATE_COMPLETE',
    },
    {
      name: 'update to a job that fails',
      given: create(job('A')),
      courses: versions(fails),
      play: update(job('B')),
      expected: 'UPDATE_ROLLBACK_COMPLETE',
    },
    {
      name: 'update to a job that takes too long',
      given: create(job('A', { waitSeconds: SHORT_WAIT_SECONDS })),
      courses: versions(long('B')),
      play: update(job('B', { waitSeconds: SHORT_WAIT_SECONDS })),
      expected: 'UPDATE_ROLLBACK_COMPLETE',
      hasPairs: false,
    },
    {
      name: 'update beside a resource that fails',
      given: create(withLast('A', false)),
      play: update(withLast('B', true)),
      expected: 'UPDATE_ROLLBACK_COMPLETE',
    },
    {
      name: 'update in place beside a resource that fails',
      given: create(withLast('A', false)),
      play: update(withLast('A', true, { tags: { owner: 'team' } })),
      expected: 'UPDATE_ROLLBACK_COMPLETE',
      hasPairs: false,
    },
    {
      name: 'delete',
      given: create(job('A')),
      play: remove,
      expected: 'DELETE_COMPLETE',
    },
    {
      name: 'delete a running job',
      given: create(job('A', { wait: 'false' })),
      courses: versions(long('A')),
      play: remove,
      expected: 'DELETE_COMPLETE',
    },
    {
      name: 'delete while creating',
      courses: versions(long('A')),
      play: create(job('A')),
      expected: 'DELETE_COMPLETE',
      isInterrupted: true,
    },
    {
      name: 'cancel an update',
      given: create(job('A')),
      courses: versions(long('B')),
      play: update(job('B')),
      expected: 'UPDATE_ROLLBACK_COMPLETE',
      isInterrupted: true,
    },
    {
      name: 'cancel the second try at an update',
      given: async (world) => {
        await create(job('A'))(world);
        await update(job('B'))(world);
      },
      courses: versions({ B: [{ failure: MALFUNCTION }, { seconds: LONG_JOB_SECONDS }] }),
      play: update(job('B')),
      expected: 'UPDATE_ROLLBACK_COMPLETE',
      isInterrupted: true,
    },
    {
      name: 'create again what has failed',
      courses: versions({ A: [{ failure: MALFUNCTION }, {}] }),
      play: again(job('A')),
      expected: 'CREATE_COMPLETE',
      hasPairs: false,
    },
    {
      name: 'update again what has failed',
      given: create(job('A')),
      courses: versions({ B: [{ failure: MALFUNCTION }, {}] }),
      play: update(job('B'), job('B')),
      expected: 'UPDATE_COMPLETE',
    },
    {
      name: 'update to a job and back',
      given: create(job('A')),
      play: update(job('B'), job('A')),
      expected: 'UPDATE_COMPLETE',
      hasPairs: false,
    },
    {
      name: 'create without waiting',
      courses: versions(long('A')),
      play: create(job('A', { wait: 'false' })),
      expected: 'CREATE_COMPLETE',
      hasPairs: false,
    },
    {
      name: 'update without waiting',
      given: create(job('A', { wait: 'false' })),
      courses: versions({ ...long('A'), ...long('B') }),
      play: update(job('B', { wait: 'false' })),
      expected: 'UPDATE_COMPLETE',
      hasPairs: false,
    },
    {
      name: 'create a job with watches',
      play: create(watched('A')),
      expected: 'CREATE_COMPLETE',
    },
    {
      name: 'create a job with watches that fails',
      courses: versions({ A: [{ seconds: 200, failure: MALFUNCTION }] }),
      play: create(watched('A')),
      expected: 'ROLLBACK_COMPLETE',
      hasPairs: false,
    },
    {
      name: 'create a job with watches that takes too long',
      courses: versions({ A: [{ seconds: 9000 }] }),
      play: create(watched('A')),
      expected: 'ROLLBACK_COMPLETE',
      hasPairs: false,
    },
    {
      name: 'update a job with watches',
      given: create(watched('A')),
      play: update(watched('B')),
      expected: 'UPDATE_COMPLETE',
    },
    {
      name: 'update to a job with watches that fails',
      given: create(watched('A')),
      courses: versions({ B: [{ seconds: 200, failure: MALFUNCTION }] }),
      play: update(watched('B')),
      expected: 'UPDATE_ROLLBACK_COMPLETE',
      hasPairs: false,
    },
    {
      name: 'delete a job with watches while creating',
      courses: versions(long('A')),
      play: create(watched('A')),
      expected: 'DELETE_COMPLETE',
      isInterrupted: true,
      hasPairs: false,
    },
    {
      name: 'cancel an update of a job with watches',
      given: create(watched('A')),
      courses: versions(long('B')),
      play: update(watched('B')),
      expected: 'UPDATE_ROLLBACK_COMPLETE',
      isInterrupted: true,
      hasPairs: false,
    },
    {
      name: 'create with references',
      given: create(job('A')),
      play: update({
        ...job('A'),
        Reference: referenceResource(kind, ({ ref }) => ref('Job')),
      }),
      expected: 'UPDATE_COMPLETE',
      hasPairs: false,
    },
    {
      name: 'delete with references',
      given: create({
        ...job('A'),
        Reference: referenceResource(kind, ({ ref }) => ref('Job'), ['Job']),
      }),
      play: remove,
      expected: 'DELETE_COMPLETE',
      hasPairs: false,
    },
    {
      name: 'create where the quota is used up',
      play: async (world) => {
        world.account.fullUntil = world.now + 200_000;
        await create(job('A'))(world);
      },
      expected: 'CREATE_COMPLETE',
      hasPairs: false,
    },
    {
      name: 'create where the quota is used up for longer than the wait',
      play: async (world) => {
        world.account.fullUntil = world.now + 3_600_000;
        await create(job('A', { waitSeconds: SHORT_WAIT_SECONDS }))(world);
      },
      expected: 'ROLLBACK_COMPLETE',
      hasPairs: false,
    },
    {
      name: 'create a job with watches where the quota is used up for an hour',
      play: async (world) => {
        world.account.fullUntil = world.now + 3_500_000;
        await create(watched('A', { waitSeconds: 9000 }))(world);
      },
      expected: 'CREATE_COMPLETE',
      hasPairs: false,
    },
    {
      name: 'create with a name of one’s own',
      play: create(job('A', { jobName: 'my-job' })),
      expected: 'CREATE_COMPLETE',
      // where the record of the job that has failed stays, so does its name
      spoiledBy: WORDINGS[kind].deletes ? [] : ['role-not-ready-job'],
      hasPairs: false,
    },
    {
      name: 'update to another spec under the same name',
      given: create(job('A', { jobName: 'my-job' })),
      play: update(job('B', { jobName: 'my-job' })),
      expected: 'UPDATE_ROLLBACK_COMPLETE',
      hasPairs: false,
    },
    {
      name: 'cancel an update to a name of one’s own',
      given: create(job('A')),
      courses: versions(long('B')),
      play: update(job('B', { jobName: 'my-job' })),
      expected: 'UPDATE_ROLLBACK_COMPLETE',
      isInterrupted: true,
      hasPairs: false,
    },
  ];
  if (kind !== 'TrainingJob') return scenarios;
  const warm: Scenario = {
    name: 'delete a job that keeps its instances warm',
    given: create(job('A')),
    courses: versions({ A: [{ warmSeconds: 900 }] }),
    play: remove,
    expected: 'DELETE_COMPLETE',
    hasPairs: false,
  };
  return [...scenarios, warm];
}

/** Courses of the resource that every scenario has. */
function versions(courses: NonNullable<Scenario['courses']>): NonNullable<Scenario['courses']> {
  return Object.fromEntries(Object.entries(courses).map(([version, course]) => [`Job.${version}`, course]));
}
