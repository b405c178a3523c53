import { runLoad } from '../../../simulation/load/load-run';

const RATES = { create: { burst: 2, perSecond: 1 }, other: { burst: 4, perSecond: 1 } };

test('jobs that the services throttle all the time are all made once, and end', async () => {
  const figures = await runLoad({ jobs: 40, jobSeconds: 300, rates: RATES });
  expect(figures).toMatchObject({ status: 'CREATE_COMPLETE', violations: [], jobsMade: 40 });
  expect(figures.throttledCalls).toBeGreaterThan(100);
});

test('jitter keeps jobs that began together from calling together', async () => {
  const [herd, spread] = await Promise.all(
    [false, true].map((hasJitter) => runLoad({ jobs: 60, jobSeconds: 900, rates: {}, hasJitter })),
  );
  expect(herd.status).toBe('CREATE_COMPLETE');
  expect(spread.mostCallsInASecond).toBeLessThan(herd.mostCallsInASecond);
  expect(spread.seconds).toBeLessThan(herd.seconds);
});
