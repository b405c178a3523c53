import { Lazy, Token } from 'aws-cdk-lib';
import { requireCount, requireNumber, requireText } from '../../../src/validation/request-check';
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

describe('a text', () => {
  const check = (value?: string) => () => requireText(job, 'name', value, { min: 1, max: 3, pattern: /^a*$/ });

  test.each([undefined, 'a', 'aaa', Lazy.string({ produce: () => 'b' })])('may be %s', (value) => {
    expect(check(value)).not.toThrow();
  });

  test('fails when it is too long, and says how long it is', () => {
    expect(check('aaaa')).toThrow("Job: 'name' must be 1 to 3 characters (it has 4 characters), got 'aaaa'");
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
