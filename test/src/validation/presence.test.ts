import { Aws, CfnParameter, Fn, Lazy, Stack, Token } from 'aws-cdk-lib';
import { isThere } from '../../../src/validation/presence';

const stack = new Stack();
const parameter = new CfnParameter(stack, 'Parameter');
const found = Fn.findInMap('Map', Aws.REGION, 'account');
const maybe = Token.asString(Fn.conditionIf('Condition', 'a', Aws.NO_VALUE));

test.each<[string, unknown]>([
  ['a text', 'a'],
  ['an empty text', ''],
  ['an object', {}],
  ['false', false],
  ['a text with a token in it', `${found}.dkr.ecr`],
  ['a text of two tokens', `${Aws.REGION}${found}`],
  ['a text with what may be nothing in it', `a-${maybe}`],
  ['what a resource or a parameter comes to', parameter.valueAsString],
  ['the same as a number', new CfnParameter(stack, 'Number', { type: 'Number' }).valueAsNumber],
  ['what a template says it is', { 'Fn::FindInMap': ['Map', 'a', 'b'] }],
  ['a reference in a template', { Ref: 'Parameter' }],
  ['one of two values', { 'Fn::If': ['Condition', 'a', { Ref: 'Parameter' }] }],
])('%s is there', (_, value) => {
  expect(isThere(value)).toBe(true);
});

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['null', null],
  ['what a condition may take away', maybe],
  ['the same in a template', { 'Fn::If': ['Condition', 'a', { Ref: 'AWS::NoValue' }] }],
  ['the same below another condition', { 'Fn::If': ['A', 'a', { 'Fn::If': ['B', { Ref: 'AWS::NoValue' }, 'b'] }] }],
  ['what stands for nothing', Aws.NO_VALUE],
  ['what the synthesis makes', Lazy.string({ produce: () => undefined })],
  ['an object that the synthesis makes', Lazy.any({ produce: () => undefined })],
  ['what a macro makes', { 'Fn::Transform': { Name: 'Macro' } }],
])('%s may come to nothing', (_, value) => {
  expect(isThere(value)).toBe(false);
});
