import { VirtualClock } from '../../../rehearsal/clock';
import { isAssumable } from '../../../rehearsal/jobs/role-propagation';

const NEW = 'arn:aws:iam::111122223333:role/new';
const clock = new VirtualClock({ startTime: 0 });
const roleCreatedAt = (arn: string): number | undefined => (arn === NEW ? 0 : undefined);

test('a role can be assumed once it has propagated', async () => {
  const context = { clock, roleCreatedAt, rolePropagation: { seconds: 20 } };
  expect(isAssumable(NEW, context)).toBe(false);
  expect(isAssumable('arn:aws:iam::111122223333:role/old', context)).toBe(true);
  await clock.advance(20_000);
  expect(isAssumable(NEW, context)).toBe(true);
});

test('without propagation, every role can be assumed', () => {
  expect(isAssumable(NEW, { clock, roleCreatedAt })).toBe(true);
});
