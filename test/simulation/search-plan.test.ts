import { KINDS } from '../../simulation/scenarios/scenarios';
import { searchPlan, scenarioNamed } from '../../simulation/search-plan';
import { JOB_KIND_KEYS } from '../../src/contract';

const scenarios = (options: { isShort?: boolean; isSingle?: boolean } = {}) =>
  searchPlan({ storms: 0, ...options }).flatMap((search) => ('scenario' in search ? [search] : []));

test('every scenario of every kind is tried, the longest first', () => {
  const searches = scenarios();

  expect(new Set(searches.map(({ kind }) => kind))).toEqual(new Set(JOB_KIND_KEYS));
  expect(searches.length).toBeGreaterThan(JOB_KIND_KEYS.length * 35);
  expect(searches[0].depth.faults).toBe(2);
});

test('pairs of faults are tried with every kind, in the same scenarios', () => {
  const paired = scenarios().filter(({ depth }) => depth.faults === 2);
  const ofKind = (key: string) => paired.filter(({ kind }) => kind === key).map(({ scenario }) => scenario);

  expect(ofKind('CompilationJob').length).toBeGreaterThan(18);
  // what only one kind can meet is its own
  for (const kind of KINDS) expect(ofKind(kind)).toEqual(expect.arrayContaining(ofKind('CompilationJob')));
  expect(scenarios({ isSingle: true }).some(({ depth }) => depth.faults === 2)).toBe(false);
});

test('the short form has single faults only, and each kind', () => {
  const searches = scenarios({ isShort: true });

  expect(searches.every(({ depth }) => depth.faults === 1 && depth.isShort === true)).toBe(true);
  expect(new Set(searches.map(({ kind }) => kind))).toEqual(new Set(JOB_KIND_KEYS));
});

test('storms are divided among the processes, each once', () => {
  const storms = searchPlan({ isShort: true, storms: 60 }).flatMap((search) => ('seeds' in search ? [search] : []));

  expect(storms).toEqual([
    { firstSeed: 1, seeds: 25 },
    { firstSeed: 26, seeds: 25 },
    { firstSeed: 51, seeds: 10 },
  ]);
});

test('a scenario that there is not is an error', () => {
  expect(() => scenarioNamed('TrainingJob', 'dance')).toThrow("There is no scenario 'dance' of TrainingJob");
});
