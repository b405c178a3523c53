import { Lazy, Token } from 'aws-cdk-lib';
import {
  objectAt,
  requireCount,
  requireNumber,
  requireShare,
  requireText,
  requireValues,
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

describe('an object of a request', () => {
  const request = { output: { s3: { uri: 's3://bucket/' }, list: null }, name: 'x' };

  test('is what lies at its path', () => {
    expect(objectAt(job, request, 'output')).toBe(request.output);
    expect(objectAt(job, request, 'output', 's3')).toBe(request.output.s3);
  });

  test.each([
    [['name'], 'name', "'x'"],
    [['input', 's3'], 'input', 'undefined'],
    [['output', 'list'], 'output.list', 'null'],
    [['output', 's3', 'uri'], 'output.s3.uri', "'s3://bucket/'"],
  ])('fails where there is something else: %j', (path, member, got) => {
    expect(() => objectAt(job, request, ...path)).toThrow(
      `Job: 'requestOverrides.${member}' must be an object, or left out, got ${got}`,
    );
  });
});

describe('values of classes', () => {
  const expected = {
    model: { mark: 'bind', allowed: 'a model', required: true },
    timeout: { mark: 'toHours', allowed: 'a duration' },
  };
  const check = (props: { model?: unknown; timeout?: unknown }) => () => requireValues(job, props, expected);
  const model = { bind: () => undefined };

  test('may be given, or left out where they are not required', () => {
    expect(check({ model })).not.toThrow();
    expect(check({ model, timeout: { toHours: () => 1 } })).not.toThrow();
  });

  test.each([
    [{}, "Job: 'model' must be a model, got undefined"],
    [{ model: 'nova' }, "Job: 'model' must be a model, got 'nova'"],
    [{ model: null }, "Job: 'model' must be a model, got null"],
    [{ model, timeout: 24 }, "Job: 'timeout' must be a duration, got 24"],
  ])('fail if they are something else: %j', (props, message) => {
    expect(check(props)).toThrow(message);
  });
});
