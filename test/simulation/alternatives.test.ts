import { carryOut, searchPlan } from '../../simulation/search-plan';
import { CHOICES, choiceName, FACT_IDS, factOf, isUsual } from '../../unconfirmed/facts';

const searches = searchPlan({ isShort: true, storms: 0 }).filter((search) => 'choice' in search);
const played = new Set<string>();

test.each(FACT_IDS)(
  'nothing is lost, and nothing fails that should not, under each alternative of %s',
  async (fact) => {
    const own = searches.filter(({ choice }) => choice.fact === fact);
    expect(own.length).toBeGreaterThan(0);
    for (const search of own) {
      const findings = await carryOut(search);
      expect([search.kind, choiceName(search.choice), ...findings.failures]).toEqual([
        search.kind,
        choiceName(search.choice),
      ]);
      findings.played.forEach((name) => played.add(name));
    }
  },
);

test('every alternative of every fact decides on something, with every kind that it concerns', () => {
  expect(CHOICES.map(choiceName).filter((name) => !played.has(name))).toEqual([]);
  const kinds = FACT_IDS.map((fact) => [
    fact,
    new Set(searches.filter(({ choice }) => choice.fact === fact).map(({ kind }) => kind)),
  ]);
  expect(kinds).toEqual(FACT_IDS.map((fact) => [fact, new Set(factOf(fact).kinds)]));
  expect(CHOICES.filter(isUsual)).toHaveLength(FACT_IDS.length);
});
