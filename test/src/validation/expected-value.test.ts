import { Duration, Lazy } from 'aws-cdk-lib';
import {
  DURATION,
  requireList,
  requireOptions,
  requireString,
  requireValue,
  requireValues,
} from '../../../src/validation/expected-value';
import { newStack } from '../sample-job';

const REQUIRED = { required: true };

test('a value of the class passes, and so does one that need not be given', () => {
  expect(() => requireValue(newStack(), 'maxRuntime', Duration.hours(1), DURATION)).not.toThrow();
  expect(() => requireValue(newStack(), 'maxRuntime', undefined, DURATION)).not.toThrow();
});

test.each([
  ['a number', 60, '60'],
  ['null', null, 'null'],
  ['an object without the mark', { seconds: 60 }, '{"seconds":60}'],
])('fails for %s', (_, value, shown) => {
  expect(() => requireValue(newStack(), 'maxRuntime', value, DURATION)).toThrow(
    `Stack: 'maxRuntime' must be a duration, as by Duration.hours(), got ${shown}`,
  );
});

test('fails for a function, although it has members', () => {
  const expected = { mark: 'bind', allowed: 'an image' };
  expect(() => requireValue(newStack(), 'image', () => 'image', expected)).toThrow(
    "Stack: 'image' must be an image, got [Function",
  );
});

test('fails for a value that must be given and is not', () => {
  expect(() => requireValue(newStack(), 'maxWait', undefined, { ...DURATION, ...REQUIRED })).toThrow(
    "Stack: 'maxWait' must be a duration, as by Duration.hours(), got undefined",
  );
});

test('properties are checked by their names', () => {
  const props = { first: Duration.hours(1), second: 'text' };
  expect(() => requireValues(newStack(), props, { first: DURATION })).not.toThrow();
  expect(() => requireValues(newStack(), props, { first: DURATION, second: DURATION })).toThrow(
    "Stack: 'second' must be a duration, as by Duration.hours(), got 'text'",
  );
});

describe('texts', () => {
  test('may be tokens, or left out', () => {
    expect(() => requireString(newStack(), 'key', Lazy.string({ produce: () => 'key' }))).not.toThrow();
    expect(() => requireString(newStack(), 'key', undefined)).not.toThrow();
  });

  test.each([
    [5, '5'],
    [null, 'null'],
    [['a'], '["a"]'],
  ])('fails for %p', (value, shown) => {
    expect(() => requireString(newStack(), 'key', value)).toThrow(`Stack: 'key' must be a text, got ${shown}`);
  });

  test('fails for one that must be given and is not', () => {
    expect(() => requireString(newStack(), 'key', undefined, REQUIRED)).toThrow(
      "Stack: 'key' must be a text, got undefined",
    );
  });
});

describe('lists', () => {
  test('may be tokens, or left out', () => {
    expect(() => requireList(newStack(), 'rules', Lazy.list({ produce: () => ['a'] }))).not.toThrow();
    expect(() => requireList(newStack(), 'rules', undefined)).not.toThrow();
  });

  test('fails for anything else', () => {
    expect(() => requireList(newStack(), 'rules', { 0: 'a' })).toThrow(`Stack: 'rules' must be a list, got {"0":"a"}`);
  });
});

describe('objects with options', () => {
  test('may be empty, or left out', () => {
    expect(() => requireOptions(newStack(), 'spot', {})).not.toThrow();
    expect(() => requireOptions(newStack(), 'spot', undefined)).not.toThrow();
  });

  test.each([
    [true, 'true'],
    [null, 'null'],
    [[], '[]'],
    ['text', "'text'"],
  ])('fails for %p', (value, shown) => {
    expect(() => requireOptions(newStack(), 'spot', value)).toThrow(`Stack: 'spot' must be an object, got ${shown}`);
  });

  test('fails for a token: the options are needed at synthesis', () => {
    const token = Lazy.any({ produce: () => ({}) });
    expect(() => requireOptions(newStack(), 'spot', token)).toThrow("Stack: 'spot' must be an object, got");
  });

  test('fails for one that must be given and is not', () => {
    expect(() => requireOptions(newStack(), 'rules[0]', undefined, REQUIRED)).toThrow(
      "Stack: 'rules[0]' must be an object, got undefined",
    );
  });
});
