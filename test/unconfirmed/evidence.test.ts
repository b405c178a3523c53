import { EVIDENCE } from '../../unconfirmed/evidence';
import { FACT_IDS } from '../../unconfirmed/facts';

test('is there for every fact, and for no other', () => {
  expect(Object.keys(EVIDENCE)).toEqual(FACT_IDS);
});

test.each(FACT_IDS)(
  'of %s says where it comes from, what is relied on, what else may happen, and how one finds out',
  (id) => {
    const { sources, reliance, otherwise, check } = EVIDENCE[id];
    expect(sources.length).toBeGreaterThan(0);
    for (const text of [...sources, reliance, otherwise, check]) expect(text).toMatch(/\S/);
  },
);
