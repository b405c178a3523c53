import type { Figure } from './figure';
import { runLoad } from '../simulation/load/load-run';

const JOBS = 500;
const SHORT_JOBS = 100;
const JOB_SECONDS = 900;

/** What many jobs in flight cost where every service throttles; beside it, how it would be without jitter. */
export async function measureThrottledLoad(isShort: boolean): Promise<Figure[]> {
  const jobs = isShort ? SHORT_JOBS : JOBS;
  const load = { jobs, jobSeconds: JOB_SECONDS };
  const spread = await runLoad(load);
  const herd = await runLoad({ ...load, hasJitter: false });
  const problems = [...spread.violations, ...herd.violations];
  if (spread.status !== 'CREATE_COMPLETE' || problems.length > 0) {
    throw new Error(`a load of ${jobs} jobs ends as ${spread.status}: ${problems.join('; ')}`);
  }
  const name = `${jobs} jobs of ${JOB_SECONDS} s, services that throttle`;
  return [
    { name: `${name}: ticks`, value: spread.ticks, unit: '' },
    { name: `${name}: calls`, value: spread.calls, unit: '' },
    { name: `${name}: throttled calls`, value: spread.throttledCalls, unit: '' },
    { name: `${name}: simulated time`, value: spread.seconds, unit: 's' },
    { name: `${name}: the same without jitter`, value: herd.seconds, unit: 's' },
    { name: `${name}: most calls in a second`, value: spread.mostCallsInASecond, unit: '' },
    { name: `${name}: calls in a second on average`, value: spread.meanCallsInASecond, unit: '' },
  ];
}
