import { Fn, Lazy } from 'aws-cdk-lib';
import { inputKey } from '../../../../src/bedrock/input/input-key';
import { sentence } from '../../../../src/validation/finding';
import { takeNoted } from '../../../../src/validation/noted-findings';
import { newStack } from '../../sample-job';

const notedOf = (key: string) => {
  const stack = newStack();
  inputKey(stack, key);
  return takeNoted(stack).map(sentence);
};

test.each(['', 'a/', 'a/b.jsonl', "it's-(1)_a!*.jsonl", 'a//'])(
  "takes the key '%s', as far as the model does",
  (key) => {
    expect(inputKey(newStack(), key)).toBe(key);
    expect(notedOf(key)).toEqual([]);
  },
);

test('a key that is not known yet is left to the deployment', () => {
  expect(notedOf(Lazy.string({ produce: () => 'any thing' }))).toEqual([]);
  expect(notedOf(`${Fn.importValue('Folder')}/x y`)).toEqual([]);
});

test.each([
  ['a', "the key of an object that ends in '.jsonl', or a prefix that ends in '/'"],
  ['a.json', "the key of an object that ends in '.jsonl', or a prefix that ends in '/'"],
])("fails with the key '%s'", (key, allowed) => {
  const member = "'input' (inputDataConfig.s3InputDataConfig.s3Uri)";
  expect(notedOf(key)).toEqual([`${member} must be ${allowed}, got '${key}'`]);
});
