import { Fn, Lazy } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { inputUri } from '../../../../src/bedrock/input/input-uri';
import { bucketNamed, newStack } from '../../sample-job';

const uriOf = (key: string) => {
  const stack = newStack();
  return inputUri(stack, bucketNamed(stack, 'calls'), key);
};

test.each([
  ['a/b.jsonl', 's3://calls/a/b.jsonl'],
  ["it's-(1)_a!*.jsonl", "s3://calls/it's-(1)_a!*.jsonl"],
  ['a/b/', 's3://calls/a/b/'],
  ['', 's3://calls/'],
])("the key '%s' is at %s", (key, uri) => {
  expect(uriOf(key)).toBe(uri);
});

test('a key that is not known yet is left to the deployment', () => {
  expect(() => uriOf(Lazy.string({ produce: () => 'any thing' }))).not.toThrow();
  expect(() => uriOf(`${Fn.importValue('Folder')}/x y`)).not.toThrow();
});

test('so is a bucket that is not known yet', () => {
  const stack = newStack();
  expect(() => inputUri(stack, new Bucket(stack, 'Bucket'), 'a.jsonl')).not.toThrow();
});

const KIND = "the key of an object that ends in '.jsonl', or a prefix that ends in '/'";
const SLASHES = "a key without a leading '/' and without '//'";
const without = (...characters: string[]) =>
  `a key of letters, digits and -!_*'()./ only, without ${characters.map((character) => `'${character}'`).join(', ')}`;
test.each([
  ['a', KIND],
  ['a.json', KIND],
  ['/', SLASHES],
  ['/a.jsonl', SLASHES],
  ['a//b.jsonl', SLASHES],
  ['a//', SLASHES],
  ['date=2026/a b.jsonl', without('=', ' ')],
  ['a+b@c:d&e/', without('+', '@', ':', '&')],
  ['ä.jsonl', without('ä')],
])("fails with the key '%s'", (key, allowed) => {
  expect(() => uriOf(key)).toThrow(`Stack: 'input' must be ${allowed}, got '${key}'`);
});

test('fails with a URI that is too long', () => {
  const key = `${'a'.repeat(1024 - 's3://calls/.jsonl'.length)}.jsonl`;
  expect(uriOf(key)).toHaveLength(1024);
  expect(() => uriOf(`a${key}`)).toThrow(
    `Stack: 'input' must be at a URI of S3 of up to 1024 characters that the service takes, got 's3://calls/${'a'.repeat(200 - 's3://calls/'.length)}…'`,
  );
});
