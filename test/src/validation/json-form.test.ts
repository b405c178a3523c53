import { Aws, Lazy } from 'aws-cdk-lib';
import { hasJsonForm } from '../../../src/validation/json-form';

const circle: { self?: object } = {};
circle.self = circle;
const shared = { a: 1 };

test.each<[unknown]>([['a'], [5], [true], [null], [[1, { a: [] }]], [{ a: undefined }], [{ a: shared, b: shared }]])(
  'JSON has a form for %j',
  (value) => {
    expect(hasJsonForm(value)).toBe(true);
  },
);

test('JSON has a form for tokens, whatever they come to', () => {
  expect(hasJsonForm({ a: Aws.REGION, b: Lazy.any({ produce: () => 1 }), c: { Ref: 'A' } })).toBe(true);
});

test.each<[string, unknown]>([
  ['a number that is none', Number.NaN],
  ['a function', () => 1],
  ['a symbol', Symbol('a')],
  ['a large number', 1n],
  ['a time', new Date(0)],
  ['a map', new Map()],
  ['a circle', circle],
  ['a gap in a list', [undefined]],
])('JSON has no form for %s', (_, value) => {
  expect(hasJsonForm({ a: [value] })).toBe(false);
});
