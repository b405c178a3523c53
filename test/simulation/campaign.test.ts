import { campaign, scenarioNamed } from '../../simulation/campaign';

const scenarios = (options: { isShort?: boolean; isSingle?: boolean } = {}) =>
  campaign({ storms: 0, ...options }).flatMap((mission) => ('kind' in mission ? [mission] : []));

test('every scenario of every kind is tried, the longest first', () => {
  const missions = scenarios();

  expect(new Set(missions.map(({ kind }) => kind)).size).toBe(4);
  expect(missions.length).toBeGreaterThan(4 * 35);
  expect(missions[0].depth.faults).toBe(2);
});

test('pairs of faults are tried with two kinds, and with the others where their own code is at work', () => {
  const paired = scenarios().filter(({ depth }) => depth.faults === 2);
  const own = paired.filter(({ kind }) => kind === 'TransformJob').map(({ scenario }) => scenario);

  expect(own.sort()).toEqual(['create', 'delete', 'delete a running job', 'update with replacement']);
  expect(paired.filter(({ kind }) => kind === 'ModelInvocationJob').length).toBeGreaterThan(12);
  expect(scenarios({ isSingle: true }).some(({ depth }) => depth.faults === 2)).toBe(false);
});

test('the short form has single faults only, and each kind', () => {
  const missions = scenarios({ isShort: true });

  expect(missions.every(({ depth }) => depth.faults === 1 && depth.isShort === true)).toBe(true);
  expect(new Set(missions.map(({ kind }) => kind)).size).toBe(4);
});

test('storms are divided among the processes, each once', () => {
  const storms = campaign({ isShort: true, storms: 60 }).flatMap((mission) => ('seeds' in mission ? [mission] : []));

  expect(storms).toEqual([
    { firstSeed: 1, seeds: 25 },
    { firstSeed: 26, seeds: 25 },
    { firstSeed: 51, seeds: 10 },
  ]);
});

test('a scenario that there is not is an error', () => {
  expect(() => scenarioNamed('TrainingJob', 'dance')).toThrow("There is no scenario 'dance' of TrainingJob");
});
