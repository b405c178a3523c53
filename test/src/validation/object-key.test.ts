import { Lazy } from 'aws-cdk-lib';
import { sentence } from '../../../src/validation/finding';
import { takeNoted } from '../../../src/validation/noted-findings';
import { requireFolder, requireObjectKey } from '../../../src/validation/object-key';
import { newStack } from '../sample-job';

const problemsOf = (key: string) => {
  const stack = newStack();
  requireObjectKey(stack, 'input', key, 'a key');
  return takeNoted(stack).map(sentence);
};

test.each(['', 'a', 'a/', 'a/b.csv', 'a//b', Lazy.string({ produce: () => '/a' })])('takes the key %p', (key) => {
  expect(problemsOf(key)).toEqual([]);
});

test.each(['/', '/a'])('refuses the key %p', (key) => {
  expect(problemsOf(key)).toEqual([`'input' must be a key without a leading '/', got '${key}'`]);
});

test.each(['s3://bucket/a/', 'https://bucket.s3.amazonaws.com/a'])('refuses the URI %p', (key) => {
  expect(problemsOf(key)).toEqual([`'input' must be a key in the bucket, and no URI, got '${key}'`]);
});

test.each([
  ['', ''],
  ['a', 'a/'],
  ['a/', 'a/'],
  ['a/b', 'a/b/'],
  ['/a', 'a/'],
  ['/', ''],
])('the keys in the folder %p begin with %p', (prefix, folder) => {
  expect(requireFolder(newStack(), 'outputPrefix', prefix)).toBe(folder);
});

test.each([
  [5, '5'],
  [null, 'null'],
])('fails for %p, which is no string', (key, shown) => {
  expect(() => requireFolder(newStack(), 'outputPrefix', key as never)).toThrow(
    `Stack: 'outputPrefix' must be a string, got ${shown}`,
  );
});
