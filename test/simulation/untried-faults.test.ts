import { UntriedFaults } from '../../simulation/untried-faults';

test('takes the next fault at a point or after it, each once', () => {
  const untried = new UntriedFaults([
    { point: 7, fault: 'lost' },
    { point: 2, fault: 'slow' },
    { point: 2, fault: 'throttled' },
  ]);

  expect(untried.take(3)).toEqual({ point: 7, fault: 'lost' });
  expect(untried.take(3)).toBeUndefined();
  expect(untried.take(2)).toEqual({ point: 2, fault: 'slow' });
  expect(untried.take(0)).toEqual({ point: 2, fault: 'throttled' });
  expect(untried.take(0)).toBeUndefined();
});
