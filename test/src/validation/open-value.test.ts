import { Aws, Fn, Lazy, Token } from 'aws-cdk-lib';
import { isOpen } from '../../../src/validation/open-value';

test.each([
  ['a parameter', { Ref: 'Parameter' }],
  ['a function of a template', { 'Fn::GetAtt': ['Role', 'Arn'] }],
  ['a lazy value', Lazy.any({ produce: () => 1 })],
  ['a token', Token.asAny('x')],
  ['a condition', Fn.conditionIf('Condition', 1, 2)],
  ['a number that is a token', Token.asNumber({ Ref: 'Count' })],
  ['a list that is a token', Token.asList({ Ref: 'Subnets' })],
])('%s is open', (_, value) => {
  expect(isOpen(value)).toBe(true);
});

test.each([
  ['a number', 1],
  ['nothing', null],
  ['a list', ['a']],
  ['an object', { Name: 'a' }],
  ['an object with a member like a function, and another', { Ref: 'Parameter', Name: 'a' }],
  ['an empty object', {}],
  ['a text, even with a token in it: its other parts are known', `a-${Aws.REGION}`],
])('%s is not', (_, value) => {
  expect(isOpen(value)).toBe(false);
});
