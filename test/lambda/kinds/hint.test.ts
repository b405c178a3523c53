import { hintIn, type Hint } from '../../../lambda/kinds/hint';

const HINTS: readonly Hint[] = [
  [/no (\w+) today/, ([, what]) => `bring your own ${what}`],
  [/today/, 'come back tomorrow'],
];

test('the first hint that fits is the one, and may say what was found', () => {
  expect(hintIn(HINTS, 'there is no milk today')).toBe('bring your own milk');
  expect(hintIn(HINTS, 'not today')).toBe('come back tomorrow');
});

test('there is none for what is not known', () => {
  expect(hintIn(HINTS, 'never')).toBeUndefined();
});

test('what a bucket is called is no reason', () => {
  expect(hintIn(HINTS, 'Access denied to s3://no-milk-today/today, bucket: today')).toBeUndefined();
});
