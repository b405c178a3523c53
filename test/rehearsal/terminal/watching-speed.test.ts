import { watchingSpeed } from '../../../rehearsal/terminal/watching-speed';

test.each([
  [[], 30],
  [['Compile=4m'], 30],
  [['Compile=4m', 'App/Batch=30h'], 5400],
  [['Compile=soon'], 30],
])('%j is watched at speed %d', (durations: string[], speed) => {
  expect(watchingSpeed(durations)).toBe(speed);
});
