import { runStorm } from '../../simulation/storm';

test('all of a storm follows from its seed', async () => {
  const [first, again, other] = [await runStorm(7, true), await runStorm(7, true), await runStorm(8, true)];

  expect(again.trace).toBe(first.trace);
  expect(other.trace).not.toBe(first.trace);
});

test('a storm has several jobs, operations and faults', async () => {
  let [jobs, operations, faults] = [0, 0, 0];
  for (let seed = 100; seed < 110; seed++) {
    const storm = await runStorm(seed);
    expect([seed, ...storm.violations]).toEqual([seed]);
    jobs += storm.jobs;
    operations += storm.operations;
    faults += storm.faults;
  }

  expect(jobs).toBeGreaterThan(30);
  expect(operations).toBeGreaterThan(20);
  expect(faults).toBeGreaterThan(20);
});
