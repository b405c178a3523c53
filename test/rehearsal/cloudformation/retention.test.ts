import { isRetained } from '../../../rehearsal/cloudformation/retention';

test.each([
  ['Delete', false, false],
  ['Retain', false, true],
  ['Retain', true, true],
  ['RetainExceptOnCreate', false, true],
  ['RetainExceptOnCreate', true, false],
])('%s, creation rolled back: %s', (policy, rolledBack, retained) => {
  expect(isRetained(policy, rolledBack)).toBe(retained);
});
