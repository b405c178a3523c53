import type { PlannedFault } from '../../simulation/fault-plan';
import { runScenario } from '../../simulation/run-scenario';
import { scenarioNamed } from '../../simulation/search-plan';
import { digestOf } from '../../simulation/world-digest';

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

test('a fault that may have another outcome leaves other moments behind', async () => {
  const without = await digestsOf([]);
  const withFault = await digestsOf([{ point: 2, fault: 'outage' }]);

  expect(withFault.at(-1)).not.toBe(without.at(-1));
});
