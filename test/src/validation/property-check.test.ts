import { Duration, Lazy, Token } from 'aws-cdk-lib';
import { DURATION } from '../../../src/validation/expected-value';
import { type Finding, sentence } from '../../../src/validation/finding';
import {
  numberRules,
  optionsRules,
  requireList,
  requireNone,
  requireOptions,
  requireString,
  requireValue,
  requireValues,
  shareRules,
  stringRules,
} from '../../../src/validation/property-check';
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
    `Stack: 'maxRuntime' must be a duration, for example Duration.hours(), got ${shown}`,
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
    "Stack: 'maxWait' must be a duration, for example Duration.hours(), got undefined",
  );
});

test('properties are checked by their names', () => {
  const props = { first: Duration.hours(1), second: 'text' };
  expect(() => requireValues(newStack(), props, { first: DURATION })).not.toThrow();
  expect(() => requireValues(newStack(), props, { first: DURATION, second: DURATION })).toThrow(
    "Stack: 'second' must be a duration, for example Duration.hours(), got 'text'",
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
    expect(() => requireString(newStack(), 'key', value)).toThrow(`Stack: 'key' must be a string, got ${shown}`);
  });

  test('fails for one that must be given and is not', () => {
    expect(() => requireString(newStack(), 'key', undefined, REQUIRED)).toThrow(
      "Stack: 'key' must be a string, got undefined",
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

const textsOf = (findings: Iterable<Finding>) => [...findings].map(sentence);

describe('a number', () => {
  const check = (value?: number) => textsOf(numberRules('count', value, { min: 1, max: 5 }));

  test.each([undefined, 1, 5, Token.asNumber({ Ref: 'Count' })])('may be %s', (value) => {
    expect(check(value)).toEqual([]);
  });

  test.each([0, 6, 1.5, NaN])('fails outside its range: %s', (value) => {
    expect(check(value)).toEqual([`'count' must be a whole number from 1 to 5, got ${value}`]);
  });

  test('fails below a range without an end', () => {
    expect(textsOf(numberRules('count', 0, { min: 1 }))).toEqual([
      "'count' must be a whole number of at least 1, got 0",
    ]);
  });
});

describe('a share', () => {
  const check = (value?: number) => textsOf(shareRules('share', value));

  test.each([undefined, 0, 0.5, 1, Token.asNumber({ Ref: 'Share' })])('may be %s', (value) => {
    expect(check(value)).toEqual([]);
  });

  test.each([-0.01, 1.01, NaN])('fails outside of the whole: %s', (value) => {
    expect(check(value)).toEqual([`'share' must be a number from 0 to 1, got ${value}`]);
  });
});

test('several properties that are wrong are one error', () => {
  expect(() =>
    requireNone(newStack(), [...stringRules('a', 5), ...stringRules('b', 'x'), ...optionsRules('c', 'y')]),
  ).toThrow(
    new Error("Stack: 2 properties are invalid:\n  - 'a' must be a string, got 5\n  - 'c' must be an object, got 'y'"),
  );
});
