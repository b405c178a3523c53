import { KnownStates, nameOf } from '../../simulation/known-states';

test('what is known of a state is known of the same state with more excuses, and of no other', () => {
  const states = new KnownStates();
  states.add({ digest: 'a', excuses: ['r1 is harmed'] });

  expect(states.has({ digest: 'a', excuses: ['r1 is harmed'] })).toBe(true);
  expect(states.has({ digest: 'a', excuses: ['another outcome', 'r1 is harmed'] })).toBe(true);
  expect(states.has({ digest: 'a', excuses: [] })).toBe(false);
  expect(states.has({ digest: 'a', excuses: ['r2 is harmed'] })).toBe(false);
  expect(states.has({ digest: 'b', excuses: ['r1 is harmed'] })).toBe(false);
});

test('a state may be known with several excuses, each enough', () => {
  const states = new KnownStates();
  states.add({ digest: 'a', excuses: ['x', 'y'] });
  states.add({ digest: 'a', excuses: ['z'] });
  expect(states.has({ digest: 'a', excuses: ['x', 'z'] })).toBe(true);
  expect(states.has({ digest: 'a', excuses: ['x'] })).toBe(false);

  states.add({ digest: 'a', excuses: ['x'] });
  expect(states.has({ digest: 'a', excuses: ['x'] })).toBe(true);
});

test('states with other excuses have other names', () => {
  const [plain, excused] = [[], ['another outcome']].map((excuses) => nameOf({ digest: 'a', excuses }));

  expect(plain).not.toBe(excused);
});
