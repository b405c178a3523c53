import { Aws, Stack } from 'aws-cdk-lib';
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
