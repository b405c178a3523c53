import type { PlannedFault } from '../../simulation/fault-plan';
import { runScenario } from '../../simulation/run-scenario';
import { scenarioNamed } from '../../simulation/search-plan';
import { digestOf, excusesIn } from '../../simulation/world-digest';

const update = scenarioNamed('CompilationJob', 'update to a job that fails');

async function digestsOf(faults: PlannedFault[]): Promise<string[]> {
  const digests: string[] = [];
  await runScenario(update, faults, { onQuiet: ({ world }) => digests.push(digestOf(world)) < 0 });
  return digests;
}

test('no two moments of a run are the same', async () => {
  const digests = await digestsOf([]);

  expect(digests.length).toBeGreaterThanOrEqual(8);
  expect(new Set(digests).size).toBe(digests.length);
});

test('a fault that has been made good leaves the same moments behind, whenever they are', async () => {
  const without = await digestsOf([]);
  // a tick that finds no room for the function is tried again a second later
  const withFault = await digestsOf([{ point: 2, fault: 'tick-throttled' }]);

  expect(withFault.at(-1)).toBe(without.at(-1));
  expect(withFault[1]).not.toBe(without[1]);
});

test('what excuses a violation later is no part of the moments, and is told beside them', async () => {
  const excuses: (readonly string[])[] = [];
  const faults = [
    { point: 2, fault: 'stale' as const },
    { point: 3, fault: 'stale' as const },
  ];
  await runScenario(update, faults, { onQuiet: ({ world }) => excuses.push(excusesIn(world)) < 0 });

  expect(excuses.at(-1)).toEqual(['stale was met']);
  expect((await digestsOf(faults)).at(-1)).toBe((await digestsOf([])).at(-1));
});

test('a job is told apart until an operation has ended after it', async () => {
  const states: unknown[] = [];
  await runScenario(update, [], {
    onQuiet: ({ world }) => {
      states.push(world.monitor.state);
      return false;
    },
  });
  const newJobs = [expect.stringContaining('compilation-job'), expect.stringContaining('compilation-job')];

  expect(states.at(-1)).toEqual([expect.anything(), [], newJobs]);
});
