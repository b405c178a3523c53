import { accomplish, campaign } from '../../simulation/campaign';
import type { Failure } from '../../simulation/exploration';

test('nothing is lost, whatever goes wrong: the short form of the simulation', async () => {
  const failures: Failure[] = [];
  let runs = 0;
  let faults = 0;
  for (const mission of campaign({ isShort: true, storms: 25 })) {
    const findings = await accomplish(mission);
    failures.push(...findings.failures);
    runs += findings.runs;
    faults += findings.faults;
  }

  expect(failures).toEqual([]);
  expect(runs).toBeGreaterThan(4_000);
  expect(faults).toBeGreaterThan(runs);
});
