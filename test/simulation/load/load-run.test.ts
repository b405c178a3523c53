import { runLoad } from '../../../simulation/load/load-run';

const RATES = { create: { burst: 2, perSecond: 1 }, other: { burst: 4, perSecond: 1 } };

test('jobs that the services throttle all the time are all made once, and end', async () => {
  const figures = await runLoad({ jobs: 40, jobSeconds: 300, rates: RATES });
  expect(figures).toMatchObject({ status: 'CREATE_COMPLETE', violations: [], jobsMade: 40 });
  expect(figures.throttledCalls).toBeGreaterThan(100);
});

test('jitter keeps jobs that began together from calling together', async () => {
  const [herd, spread] = await Promise.all(
    [false, true].map((hasJitter) => runLoad({ jobs: 60, jobSeconds: 900, rates: {}, functionsAtOnce: 30, hasJitter })),
  );
  expect(herd.status).toBe('CREATE_COMPLETE');
  expect(spread.mostCallsInASecond).toBeLessThan(herd.mostCallsInASecond);
});

test('of hundreds of jobs that are cancelled while they wait for the quota none is made afterwards', async () => {
  const options = { jobs: 300, jobSeconds: 3000, fullSeconds: 900, cancelledAfter: 200 };
  const { status, violations, jobsMade, seconds, throttledOperations } = await runLoad(options);

  expect({ status, violations, jobsMade }).toEqual({ status: 'DELETE_COMPLETE', violations: [], jobsMade: 0 });
  // an account may list its executions twice in a second
  expect(throttledOperations.ListExecutions).toBeGreaterThan(500);
  expect(seconds).toBeLessThan(1200);
});

test('twenty long jobs that have ten places are all made once, and the deployment waits for each', async () => {
  const figures = await runLoad({ jobs: 20, jobSeconds: 4000, places: 10, waitSeconds: 20_000 });

  expect(figures).toMatchObject({ status: 'CREATE_COMPLETE', violations: [], jobsMade: 20 });
  expect(figures.seconds).toBeGreaterThan(8000);
});
