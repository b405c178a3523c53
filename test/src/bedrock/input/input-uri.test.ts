import { Fn, Lazy } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { inputUri } from '../../../../src/bedrock/input/input-uri';
import { sentence } from '../../../../src/validation/finding';
import { takeNoted } from '../../../../src/validation/noted-findings';
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

test.each(['', 'a/', 'a/b.jsonl', 'a//'])("takes the key '%s', as far as the model does", (key) => {
  const stack = newStack();
  inputUri(stack, bucketNamed(stack, 'calls'), key);
  expect(takeNoted(stack)).toEqual([]);
});

test.each([
  ['a', "the key of an object that ends in '.jsonl', or a prefix that ends in '/'"],
  ['a.json', "the key of an object that ends in '.jsonl', or a prefix that ends in '/'"],
])("fails with the key '%s'", (key, allowed) => {
  const stack = newStack();
  inputUri(stack, bucketNamed(stack, 'calls'), key);
  const member = "'input' (inputDataConfig.s3InputDataConfig.s3Uri)";
  expect(takeNoted(stack).map(sentence)).toEqual([`${member} must be ${allowed}, got '${key}'`]);
});

test.each(['/', '/a.jsonl'])("fails with the key '%s', of which the URI would leave the slash out", (key) => {
  const stack = newStack();
  inputUri(stack, bucketNamed(stack, 'calls'), key);
  expect(takeNoted(stack).map(sentence)).toEqual([`'input' must be a key without a leading '/', got '${key}'`]);
});
