import { Aws, Lazy, Token } from 'aws-cdk-lib';
import { known, knownItems, knownMembers, knownNumber, knownText } from '../../../src/validation/known-value';

describe('the members of an object in a request', () => {
  const request = { output: { s3: { uri: 's3://bucket/' }, list: null }, count: Token.asAny({ Ref: 'Count' }) };

  test('are those that lie at its path, without those that are null', () => {
    expect(knownMembers(request, 'output')).toEqual({ s3: request.output.s3 });
    expect(knownMembers(request, 'output', 's3')).toEqual(request.output.s3);
    expect(knownMembers({ ...request, role: null })).toEqual(request);
  });

  test.each([[['input', 's3']], [['output', 'list']]])('are none where there is no object: %j', (path) => {
    expect(knownMembers(request, ...path)).toEqual({});
  });

  test('are unknown where only the deployment knows the object', () => {
    expect(knownMembers(request, 'count')).toBeUndefined();
    expect(knownMembers({ vpc: { 'Fn::ImportValue': 'Vpc' } }, 'vpc', 'subnets')).toBeUndefined();
  });
});

test('the items of a list in a request are those that are known', () => {
  const group = { name: 'workers' };
  expect(knownItems([group, { Ref: 'Group' }, Token.asAny({ Ref: 'Group' }), null])).toEqual([group, {}]);
  expect(knownItems(Token.asList({ Ref: 'Groups' }))).toEqual([]);
  expect(knownItems({ Ref: 'Groups' })).toEqual([]);
  expect(knownItems(undefined)).toEqual([]);
});

test('a value is known unless it is a token, or has one in it', () => {
  expect([0, false, '', 'a'].map((value) => known(value))).toEqual([0, false, '', 'a']);
  const open = [
    null,
    undefined,
    { Ref: 'A' },
    `a-${Aws.REGION}`,
    Token.asNumber({ Ref: 'A' }),
    Lazy.any({ produce: () => 1 }),
  ];
  expect(open.filter((value) => known(value) !== undefined)).toEqual([]);
});

test.each([
  [90, 90, '90'],
  ['90', 90, '90'],
  [undefined, undefined, undefined],
  [null, undefined, undefined],
  [Lazy.number({ produce: () => 90 }), undefined, undefined],
  [Lazy.string({ produce: () => '90' }), undefined, undefined],
])('of the value %p, the number %p and the text %p are known', (value, number, text) => {
  expect(knownNumber(value)).toBe(number);
  expect(knownText(value)).toBe(text);
});
