import { carryOut, searchPlan, searchName } from '../../simulation/search-plan';

const searches = searchPlan({ isShort: true, storms: 25 });

test.each(searches.filter((search) => !('choice' in search)).map((search) => [searchName(search), search] as const))(
  'nothing is lost, whatever goes wrong: %s',
  async (name, search) => {
    const { failures, runs, faults } = await carryOut(search);

    expect(failures).toEqual([]);
    // something was tried: a storm may be a fair day, a scenario has a fault in every run but the first
    expect([name, runs > 20, faults >= runs - 1]).toEqual([name, true, true]);
  },
);
