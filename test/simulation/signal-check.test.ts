import { FixedFaults } from '../../simulation/fault-plan';
import { longTemplate } from '../../simulation/scenarios/sample-templates';
import { World } from '../../simulation/world';

const HOUR_SECONDS = 3600;
const CONDITION = 'JobCondition1A90000';

/** A world in which a job waits for its end behind its resource, with what a signal at a moment violates. */
async function violationsOf(
  word: string,
  afterSeconds: number,
  {
    jobSeconds = 80_000,
    failure,
    condition = CONDITION,
  }: { jobSeconds?: number; failure?: string; condition?: string } = {},
): Promise<string[]> {
  const world = new World({ plan: new FixedFaults() });
  world.account.courses = { 'Job.A': [{ seconds: jobSeconds, failure }] };
  const violations: string[] = [];
  world.scheduler.after(afterSeconds, 'the signal', () => {
    const before = world.monitor.violations.length;
    world.monitor.seeSignal('r1', { stack: world.stacks[0].id, condition, uniqueId: `${word}-0123` });
    violations.push(...world.monitor.violations.slice(before));
  });
  await world.run(async () => {
    await world.newStack().create(longTemplate({ kind: 'CompilationJob', version: 'A', waitSeconds: 90_000 }));
  });
  return violations.map((text) => text.split(':')[0]);
}

test('a condition is let go while its job runs only when its time is nearly over', async () => {
  expect(await violationsOf('Running', 2 * HOUR_SECONDS)).toEqual(['a condition is let go before its time']);
  expect(await violationsOf('Running', 12.4 * HOUR_SECONDS)).toEqual([]);
});

test('that a job has ended is said only of one that has, in a word for how', async () => {
  expect(await violationsOf('Completed', 2 * HOUR_SECONDS)).toEqual([
    'a signal says that a job has ended that has not',
  ]);
  const ended = { jobSeconds: 4000 };
  expect(await violationsOf('Completed', 2 * HOUR_SECONDS, ended)).toEqual([]);
  expect(await violationsOf('Failed', 2 * HOUR_SECONDS, ended)).toEqual(['a signal says what is not so']);
  expect(await violationsOf('NotStarted', 2 * HOUR_SECONDS)).toEqual([
    'a signal says that a job has ended that has not',
  ]);
});

test('nobody signals for another', async () => {
  expect(await violationsOf('Completed', 2 * HOUR_SECONDS, { jobSeconds: 4000, condition: 'Other' })).toEqual([
    'a signal goes to a condition of somebody else',
  ]);
});

test('an id has 64 characters at most', async () => {
  const word = `Completed-${'0'.repeat(55)}`;
  expect(await violationsOf(word, 2 * HOUR_SECONDS, { jobSeconds: 4000 })).toEqual(['the id of a signal is too long']);
});
