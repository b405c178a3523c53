import { accomplish, campaign, missionName } from '../../simulation/campaign';

test.each(campaign({ isShort: true, storms: 25 }).map((mission) => [missionName(mission), mission] as const))(
  'nothing is lost, whatever goes wrong: %s',
  async (name, mission) => {
    const { failures, runs, faults } = await accomplish(mission);

    expect(failures).toEqual([]);
    // something was tried: a storm may be a fair day, a scenario has a fault in every run but the first
    expect([name, runs > 20, faults >= runs - 1]).toEqual([name, true, true]);
  },
);
