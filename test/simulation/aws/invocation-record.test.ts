import { InvocationRecords, type Past } from '../../../simulation/aws/invocation-record';
import type { PlannedFault } from '../../../simulation/fault-plan';
import { runScenario } from '../../../simulation/run-scenario';
import { scenarioNamed } from '../../../simulation/search-plan';
import { digestOf } from '../../../simulation/world-digest';

test('an invocation is known that was over before anything else may happen', () => {
  const end = { kind: 'result', result: {} } as const;
  const [early, late] = [
    { acts: [], end, points: 3 },
    { acts: [], end, points: 6 },
  ];
  const records = new InvocationRecords({ invocations: [early, late], until: 5 });

  expect(records.next()).toEqual({ record: early, isKnown: true });
  const news = { record: { acts: [], points: Infinity }, isKnown: false };
  expect([records.next(), records.next()]).toEqual([news, news]);
  expect([records.all.length, records.repeated]).toEqual([3, 1]);
});

test('one that has not come to its end is not known', () => {
  const records = new InvocationRecords({ invocations: [{ acts: [], points: Infinity }], until: 5 });

  expect(records.next().isKnown).toBe(false);
});

/** What can be told of a run. */
async function toldOf(scenario: ReturnType<typeof scenarioNamed>, faults: readonly PlannedFault[], past?: Past) {
  const moments: unknown[] = [];
  const { invocations, points, status, violations } = await runScenario(scenario, faults, {
    past,
    onQuiet: ({ world }) => moments.push([world.now, digestOf(world)]) < 0,
  });
  return { told: { moments, points, status, violations }, invocations };
}

test.each([
  ['CompilationJob', 'update to a job that fails'],
  ['ModelInvocationJob', 'cancel an update'],
  ['TrainingJob', 'create a long job that ends soon'],
] as const)('%s: %s goes on in the same way after what it has in common with another run', async (kind, name) => {
  const scenario = scenarioNamed(kind, name);
  const first: PlannedFault[] = [{ point: 4, fault: 'throttled' }];
  const { told, invocations } = await toldOf(scenario, first);

  for (const { index } of told.points.filter((point) => point.place === 'tick' && point.index > 4)) {
    const faults: PlannedFault[] = [...first, { point: index, fault: 'tick-twice' }];
    const repeated = await toldOf(scenario, faults, { invocations, until: index });
    expect(repeated.told).toEqual((await toldOf(scenario, faults)).told);
    const before = invocations.filter(({ points }) => points <= index);
    expect(repeated.invocations.slice(0, before.length)).toEqual(before);
  }
});
