import { accomplish, campaign, missionName } from '../../simulation/campaign';

describe('nothing is lost, whatever goes wrong: the short form of the simulation', () => {
  let [runs, faults] = [0, 0];

  test.each(campaign({ isShort: true, storms: 25 }).map((mission) => [missionName(mission), mission] as const))(
    '%s',
    async (_, mission) => {
      const findings = await accomplish(mission);
      expect(findings.failures).toEqual([]);
      runs += findings.runs;
      faults += findings.faults;
    },
  );

  test('these are thousands of runs', () => {
    expect(runs).toBeGreaterThan(4_000);
    expect(faults).toBeGreaterThan(runs);
  });
});
