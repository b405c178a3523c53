import { Lazy } from 'aws-cdk-lib';
import { requireFolder, requireObjectKey } from '../../../src/validation/object-key';
import { newStack } from '../sample-job';

test.each(['', 'a', 'a/', 'a/b.csv', Lazy.string({ produce: () => '/a' })])('takes the key %p', (key) => {
  expect(() => requireObjectKey(newStack(), 'input', key, 'a key')).not.toThrow();
});

test.each(['/', '/a', 'a//b', 'a//'])('refuses the key %p', (key) => {
  expect(() => requireObjectKey(newStack(), 'input', key, 'a key')).toThrow(
    `Stack: 'input' must be a key without a leading '/' and without '//', got '${key}'`,
  );
});

test.each([
  ['', ''],
  ['a', 'a/'],
  ['a/', 'a/'],
  ['a/b', 'a/b/'],
])('the keys in the folder %p begin with %p', (prefix, folder) => {
  expect(requireFolder(newStack(), 'outputPrefix', prefix)).toBe(folder);
});

test('refuses a folder that is none', () => {
  expect(() => requireFolder(newStack(), 'outputPrefix', '/a')).toThrow(
    "Stack: 'outputPrefix' must be a prefix without a leading '/' and without '//', got '/a'",
  );
});

test.each([
  [5, '5'],
  [null, 'null'],
])('fails for %p, which is no text', (key, shown) => {
  expect(() => requireFolder(newStack(), 'outputPrefix', key as never)).toThrow(
    `Stack: 'outputPrefix' must be a string, got ${shown}`,
  );
});
