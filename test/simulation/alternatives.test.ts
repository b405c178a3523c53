import { carryOut, searchName, searchPlan } from '../../simulation/search-plan';
import { CHOICES, choiceName, FACT_IDS, factOf } from '../../unconfirmed/facts';

const searches = searchPlan({ isShort: true, storms: 0 }).filter((search) => 'choice' in search);
const played = new Set<string>();

test.each(searches.map((search) => [searchName(search), search] as const))(
  'nothing is lost, and nothing fails that should not: %s',
  async (_, search) => {
    const findings = await carryOut(search);

    expect(findings.failures).toEqual([]);
    findings.played.forEach((name) => played.add(name));
  },
);

test('every alternative of every fact has decided on something', () => {
  expect(CHOICES.map(choiceName).filter((name) => !played.has(name))).toEqual([]);
});

test('every fact is tried with every kind that it concerns', () => {
  const kindsOf = (id: string) => new Set(searches.filter(({ choice }) => choice.fact === id).map(({ kind }) => kind));
  expect(FACT_IDS.map((id) => [id, kindsOf(id)])).toEqual(FACT_IDS.map((id) => [id, new Set(factOf(id).kinds)]));
});
