import type { Shape } from '../../../src/validation/service-model/service-model';
import { partialTextFault, textFault } from '../../../src/validation/text-check';
import { type TextParts, UNKNOWN } from '../../../src/validation/text-parts';

const text = (rest: Partial<Shape>): Shape => ({ type: 'string', ...rest });
const HEAD = '(?:s(?:3(?::(?:/(?:/[a-z/]*)?)?)?)?)?';
const URI = text({ pattern: 's3://[a-z]+(/[a-z]+)*', characters: '/3:a-z', head: HEAD, min: 1, max: 20 });

describe('a string', () => {
  test.each([
    ['any', text({}), '\n'],
    ['one of its length', text({ min: 1, max: 3 }), 'abc'],
    ['one that matches', text({ pattern: '[a-z]+' }), 'abc'],
    ['one whose characters are beyond 16 bits', text({ max: 2 }), '🐧🐧'],
    ['an empty one', text({ max: 3, pattern: '.*' }), ''],
  ])('may be %s', (_, shape, value) => {
    expect(textFault(shape, value)).toBeUndefined();
  });

  test.each([
    [text({ min: 1, max: 3 }), '', '1 to 3 characters (it has 0)'],
    [text({ min: 1, max: 3 }), 'abcd', '1 to 3 characters (it has 4)'],
    [text({ min: 3, max: 3 }), 'a', '3 characters (it has 1)'],
    [text({ min: 2 }), 'a', 'at least 2 characters (it has 1)'],
    [text({ max: 1 }), '🐧🐧', '0 to 1 characters (it has 2)'],
    [text({ max: 9, pattern: '.*' }), 'a\nb', '0 to 9 characters without line breaks'],
    [text({ max: 9, pattern: '[a-z]+' }), 'A', '1 to 9 characters of the form [a-z]+'],
    [text({ max: 9, pattern: '[-0-9a-zA-Z]+' }), 'ä', '1 to 9 characters: letters, digits and hyphens'],
    [text({ pattern: '[0-9]{12}' }), '1', 'the 12 digits of an account'],
    [text({ pattern: '.*' }), '\n', 'a string without line breaks'],
    [text({ pattern: '[a-z]+' }), 'A', 'a string of the form [a-z]+'],
  ])('that is not of %j fails: %j', (shape, value, fault) => {
    expect(textFault(shape, value)).toBe(fault);
  });

  test('matches its pattern as a whole', () => {
    const shape = text({ pattern: 'a|b' });
    expect([textFault(shape, 'a'), textFault(shape, 'b')]).toEqual([undefined, undefined]);
    expect(textFault(shape, 'ab')).toBe('a string of the form a|b');
  });
});

describe('a text of which parts are known', () => {
  test.each<[string, TextParts]>([
    ['any', [UNKNOWN]],
    ['one that begins in another way than is known', [UNKNOWN, '/a']],
    ['one with the whole beginning', ['s3://', UNKNOWN]],
    ['one with a part of the beginning', ['s3', UNKNOWN]],
    ['one that goes on after the beginning', ['s3://a', UNKNOWN, '/b']],
    ['as long as it may be without the rest', ['s3://', UNKNOWN, 'a'.repeat(15)]],
  ])('may be %s', (_, parts) => {
    expect(partialTextFault(URI, parts)).toBeUndefined();
  });

  test.each<[string, TextParts]>([
    ['another beginning', ['https://', UNKNOWN]],
    ['half a beginning, and something else', ['s3:', 'a/', UNKNOWN]],
    ['characters that no such text has', ['s3://', UNKNOWN, '/a b']],
    ['more characters than there may be', ['s3://', UNKNOWN, 'a'.repeat(16)]],
  ])('fails with %s', (_, parts) => {
    expect(partialTextFault(URI, parts)).toBe('1 to 20 characters of the form s3://[a-z]+(/[a-z]+)*');
  });

  test('is checked as a whole where all of it is known', () => {
    expect(partialTextFault(URI, ['s3://', 'a/b'])).toBeUndefined();
    expect(partialTextFault(URI, ['s3://', ''])).toBe('1 to 20 characters of the form s3://[a-z]+(/[a-z]+)*');
  });

  test('may have any characters where the pattern may', () => {
    expect(partialTextFault(text({ pattern: '\\S*' }), ['ä', UNKNOWN])).toBeUndefined();
  });
});
