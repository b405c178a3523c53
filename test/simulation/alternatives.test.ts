import { searchPlan } from '../../simulation/search-plan';
import { FACT_IDS, factOf } from '../../unconfirmed/facts';

test.each([true, false])(
  'every fact is tried with every kind that it concerns, also in the short form (%s)',
  (isShort) => {
    const searches = searchPlan({ isShort, storms: 0 }).filter((search) => 'choice' in search);
    const kindsOf = (id: string) =>
      new Set(searches.filter(({ choice }) => choice.fact === id).map(({ kind }) => kind));
    expect(FACT_IDS.map((id) => [id, kindsOf(id)])).toEqual(FACT_IDS.map((id) => [id, new Set(factOf(id).kinds)]));
  },
);
