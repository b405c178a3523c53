import { Duration } from 'aws-cdk-lib';
import { shown } from '../../../src/validation/shown';

const circle: { self?: unknown } = {};
circle.self = circle;

test.each([
  ['a string', 'a', "'a'"],
  ['an empty text', '', "''"],
  ['a number', 1.5, '1.5'],
  ['what is no number', NaN, 'NaN'],
  ['a number without end', -Infinity, '-Infinity'],
  ['a large integer', 10n, '10n'],
  ['a boolean', false, 'false'],
  ['nothing', null, 'null'],
  ['what is not given', undefined, 'undefined'],
  ['a symbol', Symbol('a'), 'Symbol(a)'],
  ['a function', function scorer() {}, '[Function: scorer]'],
  ['a list', [1, 'a'], '[1,"a"]'],
  ['an object', { a: { b: 1 } }, '{"a":{"b":1}}'],
  ['a date', new Date(0), '"1970-01-01T00:00:00.000Z"'],
  ['an object that has itself', circle, '<ref *1> { self: [Circular *1] }'],
  ['a duration', Duration.minutes(5), '{"amount":5,"unit":{"label":"minutes","isoLabel":"M","inMillis":60000}}'],
])('%s is shown', (_, value, text) => {
  expect(shown(value)).toBe(text);
});

test('a long value is cut', () => {
  expect(shown('x'.repeat(200))).toBe(`'${'x'.repeat(200)}'`);
  expect(shown('x'.repeat(201))).toBe(`'${'x'.repeat(200)}…'`);
  expect(shown(['x'.repeat(300)])).toBe(`["${'x'.repeat(198)}…`);
});
