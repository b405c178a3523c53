import { fuzz, type FuzzOutcome } from './fuzz/fuzz-case';
import { TESTED_KINDS } from './tested-kinds';

/** How many jobs of each kind are drawn (more with FUZZ_JOBS), and how many of them are in one app. */
const JOBS = Number(process.env.FUZZ_JOBS ?? 150);
const JOBS_AN_APP = 25;

describe.each(Object.values(TESTED_KINDS).map(({ drawn }) => drawn))('drawn jobs: $definition.createAction', (kind) => {
  let outcomes: FuzzOutcome[];

  beforeAll(() => {
    const apps = Array.from({ length: JOBS / JOBS_AN_APP }, (_, app) =>
      Array.from({ length: JOBS_AN_APP }, (__, job) => `${kind.definition.kind}-${app * JOBS_AN_APP + job}`),
    );
    outcomes = apps.flatMap((seeds) => fuzz(kind, seeds));
  });

  test('each is refused with an explanation, or has a request that the service takes', () => {
    const faults = outcomes.flatMap(({ seed, faults: texts }) => texts.map((text) => `seed ${seed}: ${text}`));

    expect(faults).toEqual([]);
  });

  test('some are synthesized, and some are refused', () => {
    const synthesized = outcomes.filter(({ isSynthesized }) => isSynthesized);

    expect(synthesized.length).toBeGreaterThan(JOBS / 10);
    expect(synthesized.length).toBeLessThan(JOBS);
  });
});
