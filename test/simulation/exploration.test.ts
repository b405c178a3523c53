import { explore } from '../../simulation/exploration';
import { faultsAt } from '../../simulation/fault';
import { runScenario } from '../../simulation/run-scenario';
import { scenarioNamed } from '../../simulation/search-plan';

const remove = scenarioNamed('TransformJob', 'delete');

test('tries every fault at every point, once each', async () => {
  const { points } = await runScenario(remove);
  const { runs, faults, pruned, failures } = await explore(remove, { faults: 1 });

  expect(faults).toBe(points.reduce((sum, { place }) => sum + faultsAt(place).length, 0));
  expect({ runs, pruned, failures }).toEqual({ runs: faults + 1, pruned: 0, failures: [] });
});

test('tries every pair, but for those that begin where another has been', async () => {
  const { runs, faults, pruned, repeated, failures } = await explore(remove, { faults: 2 });

  expect(failures).toEqual([]);
  expect(runs).toBeGreaterThan(500);
  expect(faults).toBeGreaterThan(1.5 * runs);
  expect(pruned).toBeGreaterThan(0);
  expect(repeated).toBeGreaterThan(runs);
});

test('says with which faults something was wrong, and can stop there', async () => {
  const wrong = { ...remove, expected: 'DELETE_FAILED' };
  const { runs, failures } = await explore(wrong, { faults: 1, isImpatient: true });

  expect(runs).toBeLessThan(5);
  expect(failures[0]).toEqual({
    scenario: 'delete',
    faults: [],
    violations: ['the outcome is another one: DELETE_COMPLETE, not DELETE_FAILED'],
  });
});

test('says which fault it was that did harm, though others have met the same run', async () => {
  const named = { ...scenarioNamed('TransformJob', 'create with a name of one’s own'), spoiledBy: [] };
  const { failures } = await explore(named, { faults: 1 });

  expect(failures).not.toEqual([]);
  for (const { faults } of failures) {
    expect(faults).toEqual([{ point: expect.any(Number), fault: 'role-not-ready-job' }]);
  }
});

test('has the person who deploys give up at one point after the other', async () => {
  const cancel = scenarioNamed('TransformJob', 'cancel an update');
  const { runs, failures } = await explore(cancel, { faults: 1, isShort: true });

  expect(failures).toEqual([]);
  expect(runs).toBeGreaterThan(100);
});

test('of the looks at a job that runs for long few are tried, and all that come before and after', async () => {
  const long = scenarioNamed('TransformJob', 'create a long job');
  const { points } = await runScenario(long);
  const all = points.reduce((sum, { place }) => sum + faultsAt(place, true).length, 0);
  const { runs, failures } = await explore(long, { faults: 1, isCommon: true });

  expect(failures).toEqual([]);
  expect(runs).toBeLessThan(all / 3);
  expect(runs).toBeGreaterThan(100);
});
