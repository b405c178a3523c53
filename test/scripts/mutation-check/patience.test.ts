import type { Net } from '../../../scripts/mutation-check/net';
import { Patience } from '../../../scripts/mutation-check/patience';

const NET: Net = { name: 'net', tryOn: async () => undefined };

test('there is no limit before it is known how long a net takes', () => {
  expect(new Patience().secondsFor(NET)).toBeUndefined();
});

test.each([
  [0.5, 300],
  [30, 300],
  [200, 2000],
])('a net that takes %s seconds without a defect may take %s', (seconds, limit) => {
  const patience = new Patience();
  patience.learn(NET, seconds);
  expect(patience.secondsFor(NET)).toBe(limit);
  expect(patience.secondsFor({ ...NET })).toBeUndefined();
});
