import { CallAllowance } from '../../../simulation/load/call-rate';

test('takes as many calls at once as its burst, and as many more as time brings', () => {
  const allowance = new CallAllowance({ burst: 2, perSecond: 1 });
  expect([0, 0, 0].map((now) => allowance.take(now))).toEqual([true, true, false]);
  expect([1000, 1000].map((now) => allowance.take(now))).toEqual([true, false]);
});

test('saves no more than its burst', () => {
  const allowance = new CallAllowance({ burst: 1, perSecond: 10 });
  expect([60_000, 60_000].map((now) => allowance.take(now))).toEqual([true, false]);
});
