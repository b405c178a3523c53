import { Aws, Lazy, Token } from 'aws-cdk-lib';
import {
  known,
  knownItems,
  knownMembers,
  knownNumber,
  knownText,
  requireCount,
  requireNumber,
  requireShare,
  requireText,
} from '../../../src/validation/request-check';
import { newStack } from '../sample-job';

const job = newStack('Job');

describe('a number', () => {
  const check = (value?: number) => () => requireNumber(job, 'count', value, { min: 1, max: 5 });

  test.each([undefined, 1, 5, Token.asNumber({ Ref: 'Count' })])('may be %s', (value) => {
    expect(check(value)).not.toThrow();
  });

  test.each([0, 6, 1.5, NaN])('fails outside its range: %s', (value) => {
    expect(check(value)).toThrow("Job: 'count' must be a whole number from 1 to 5, got ");
  });

  test('fails below a range without an end', () => {
    expect(() => requireNumber(job, 'count', 0, { min: 1 })).toThrow(
      "Job: 'count' must be a whole number of at least 1, got 0",
    );
  });
});

describe('a share', () => {
  const check = (value?: number) => () => requireShare(job, 'share', value);

  test.each([undefined, 0, 0.5, 1, Token.asNumber({ Ref: 'Share' })])('may be %s', (value) => {
    expect(check(value)).not.toThrow();
  });

  test.each([-0.01, 1.01])('fails outside of the whole: %s', (value) => {
    expect(check(value)).toThrow(`Job: 'share' must be a number from 0 to 1, got ${value}`);
  });

  test('fails if it is no number', () => {
    expect(check(NaN)).toThrow("Job: 'share' must be a number from 0 to 1, got ");
  });
});

describe('a text', () => {
  const check = (value?: string) => () => requireText(job, 'name', value, { min: 1, max: 3, pattern: /^a*$/ });

  test.each([undefined, 'a', 'aaa', Lazy.string({ produce: () => 'b' })])('may be %s', (value) => {
    expect(check(value)).not.toThrow();
  });

  test('fails when it is too long, and says how long it is', () => {
    expect(check('aaaa')).toThrow("Job: 'name' must be 1 to 3 characters (it has 4 characters), got 'aaaa'");
  });

  test('fails when it has not the one length that it may have, and says so', () => {
    const rule = { min: 2, max: 2, describe: 'the letters of a country' };
    expect(() => requireText(job, 'name', 'abc', rule)).toThrow(
      "Job: 'name' must be 2 characters, the letters of a country (it has 3 characters), got 'abc'",
    );
  });

  test('fails when it is of another form', () => {
    expect(check('b')).toThrow("Job: 'name' must be 1 to 3 characters, got 'b'");
  });
});

test('a list fails with more items than it may have, unless it is not known yet', () => {
  const check = (list: string[]) => () => requireCount(job, 'groups', list, { min: 1, max: 2 });
  expect(check(['a', 'b'])).not.toThrow();
  expect(check(Token.asList({ Ref: 'Groups' }))).not.toThrow();
  expect(check([])).toThrow("Job: 'groups' must be a list of 1 to 2, got '0 items'");
});

describe('the members of an object in a request', () => {
  const request = { output: { s3: { uri: 's3://bucket/' }, list: null }, count: Token.asAny({ Ref: 'Count' }) };

  test('are those that lie at its path', () => {
    expect(knownMembers(request, 'output')).toBe(request.output);
    expect(knownMembers(request, 'output', 's3')).toBe(request.output.s3);
    expect(knownMembers(request)).toBe(request);
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
