import { Fn, Lazy, Stack, Token } from 'aws-cdk-lib';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { onceKnown } from '../../src/once-known';

const stack = new Stack(undefined, 'Stack');
const wrapped = (value: unknown) => ({ known: value });

test('a token comes to what is made of its value', () => {
  const changed = onceKnown(Lazy.any({ produce: () => ({ a: 1 }) }), wrapped);
  expect(Token.isUnresolved(changed)).toBe(true);
  expect(stack.resolve(changed)).toEqual({ known: { a: 1 } });
  expect(stack.resolve(`a ${String(onceKnown(Lazy.any({ produce: () => 'b' }), (text) => text))}`)).toBe('a b');
});

test('a function of CloudFormation stays one', () => {
  const either = Fn.conditionIf('A', 1, 2);
  expect(stack.resolve(onceKnown(either, wrapped))).toEqual({ 'Fn::If': ['A', 1, 2] });
  expect(stack.resolve(onceKnown(Token.asAny({ Ref: 'A' }), wrapped))).toEqual({ Ref: 'A' });
});

test('what refers to a resource, and what is no token, is itself', () => {
  const reference = new CfnBucket(stack, 'Bucket').getAtt('Arn');
  expect(onceKnown(reference, wrapped)).toBe(reference);
  expect([5, 'a', undefined].map((value) => onceKnown(value, wrapped))).toEqual([5, 'a', undefined]);
});
