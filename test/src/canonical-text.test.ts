import { canonicalText } from '../../src/canonical-text';

test('is the same whatever the order of keys, and however numbers and booleans are written', () => {
  expect(canonicalText({ b: [5, true], a: { d: 0.5, c: 'x' } })).toBe('{"a":{"c":"x","d":"0.5"},"b":["5","true"]}');
  expect(canonicalText({ a: { c: 'x', d: '0.5' }, b: ['5', 'true'] })).toBe(
    canonicalText({ b: [5, true], a: { d: 0.5, c: 'x' } }),
  );
});

test('is another for another order of a list', () => {
  expect(canonicalText([1, 2])).not.toBe(canonicalText([2, 1]));
});
