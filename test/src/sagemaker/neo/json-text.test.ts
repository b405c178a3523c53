import { Aws, Fn, Lazy, Stack, Token } from 'aws-cdk-lib';
import { inputsAsGiven } from '../../../../src/sagemaker/neo/input-order';
import { jsonText } from '../../../../src/sagemaker/neo/json-text';

const stack = new Stack(undefined, 'Stack');
const textOf = (value: unknown) => jsonText(stack, 'dataInputConfig', value);

test('a value is JSON, in the order of its keys at any depth; lists keep theirs', () => {
  expect(textOf({ b: [3, { d: 1, c: 1 }], B: 0, a: { z: 1, shape: ['1..10', 3] } })).toBe(
    '{"B":0,"a":{"shape":["1..10",3],"z":1},"b":[3,{"c":1,"d":1}]}',
  );
});

test('a value is JSON in another order, where the service reads one', () => {
  expect(jsonText(stack, 'dataInputConfig', { b: 1, a: 2 }, (value) => value)).toBe('{"b":1,"a":2}');
});

test('a token in a value is JSON when the deployment knows it', () => {
  expect(stack.resolve(textOf({ name: `a-${Aws.REGION}` }))).toEqual({
    'Fn::Join': ['', ['{"name":"a-', { Ref: 'AWS::Region' }, '"}']],
  });
  expect(stack.resolve(textOf({ [Aws.REGION]: 1 }))).toEqual({
    'Fn::Join': ['', ['{"', { Ref: 'AWS::Region' }, '":1}']],
  });
});

test('what a token comes to is in the order of its keys, too', () => {
  const inner = Lazy.any({ produce: () => ({ d: Aws.REGION, c: [{ f: 1, e: Token.asNumber({ Ref: 'Count' }) }] }) });
  const value = { z: Lazy.any({ produce: () => ({ b: inner, a: 1 }) }), y: Fn.ref('Name') };
  const REGION = { Ref: 'AWS::Region' };
  expect(stack.resolve(textOf(value))).toEqual({
    'Fn::Join': [
      '',
      ['{"y":"', { Ref: 'Name' }, '","z":{"a":1,"b":{"c":[{"e":', { Ref: 'Count' }, ',"f":1}],"d":"', REGION, '"}}}'],
    ],
  });
  const whole = Lazy.any({ produce: () => ({ b: { d: 1, c: 2 }, a: 2 }) });
  expect(stack.resolve(textOf(whole))).toBe('{"a":2,"b":{"c":2,"d":1}}');
  const asGiven = jsonText(stack, 'dataInputConfig', whole, inputsAsGiven);
  expect(stack.resolve(asGiven)).toBe('{"b":{"c":2,"d":1},"a":2}');
});

const circle: { self?: object } = {};
circle.self = circle;
test.each([
  ['a function', () => 1],
  ['a circle', circle],
  ['a number of any size', { size: 1n }],
])('fails with %s', (_, value) => {
  expect(() => textOf(value)).toThrow(
    /^Stack: 'dataInputConfig' must be an object or a list that JSON has a form for, got /,
  );
});
