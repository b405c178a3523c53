import { factsOf } from '../../../scripts/service-models/pattern';

describe('the characters of a pattern', () => {
  test.each([
    ['[a-z]+', 'a-z'],
    ['[0-9]{12}', '0-9'],
    ['a|b', 'ab'],
    ['(ab)?(?:c)*', 'abc'],
    ['[\\w.-]{1,3}', '.\\-\\w'],
    ['\\d+K', 'K\\d'],
    ['^[a-z]+(?<!z)$', 'a-z'],
    ['\\^\\]\\\\', '\\\\\\]\\^'],
    ['[\\p{L}_]', '\\p{L}_'],
  ])('are those that it can match anywhere: %s', (pattern, characters) => {
    expect(factsOf(pattern).characters).toBe(characters);
  });

  test.each(['.*', 'a.', '\\S+', '[^/]+', '[\\S\\s]*', '[\\W\\w]', '\\P{L}', '(a|[^b])'])(
    'are not said where they are too many: %s',
    (pattern) => {
      expect(factsOf(pattern)).not.toHaveProperty('characters');
    },
  );

  test.each(['[a-z]+', '[\\w.-]{1,3}', '\\^\\]\\\\', '[\\^a-]+', "s3://[-!_*'().a-z]+"])(
    'can stand in a class: %s',
    (pattern) => {
      expect(() => new RegExp(`^[${factsOf(pattern).characters}]*$`, 'u')).not.toThrow();
    },
  );

  test('of a class with special characters are these themselves', () => {
    const characters = new RegExp(`^[${factsOf('[\\^\\]a-]+').characters}]*$`, 'u');
    expect(['^', ']', 'a', '-'].filter((each) => !characters.test(each))).toEqual([]);
    expect(['b', '\\', '['].filter((each) => characters.test(each))).toEqual([]);
  });
});

test.each([
  ['[a-zA-Z0-9\\_\\-]+', '[a-zA-Z0-9_\\-]+'],
  ['[a-z]+\\-[0-9a-z\\-]+', '[a-z]+-[0-9a-z\\-]+'],
  ['[a-zA-Z0-9\\ \\_\\.]+', '[a-zA-Z0-9 _\\.]+'],
  ['\\w\\/\\[\\-\\]', '\\w\\/\\[-\\]'],
])('a pattern that escapes what needs no escape is the same without: %s', (published, pattern) => {
  expect(factsOf(published).pattern).toBe(pattern);
  expect(() => new RegExp(pattern, 'u')).not.toThrow();
});

describe('the head of a pattern', () => {
  const isHead = (pattern: string, text: string) => new RegExp(`^(?:${factsOf(pattern).head})$`, 'u').test(text);

  test.each([
    ['s3://[a-z]+', ['', 's', 's3:', 's3://', 's3://ab'], ['t', 's3:a', 's3://A']],
    [
      '(https|s3)://([^/]+)/?(.*)',
      ['h', 'http', 's', 's3:/', 'https://b', 's3://b/', 's3://b/a//'],
      ['f', 'httpx', 's3/'],
    ],
    ['[a-z](-*[a-z]){0,2}', ['', 'a', 'a-', 'a--', 'a--b-c'], ['-', '--a', 'A']],
    [
      'arn:aws(-[^:]+)?:iam',
      ['arn:aws', 'arn:aws-', 'arn:aws-cn', 'arn:aws-cn:i', 'arn:aws:iam'],
      ['arn:iam', 'arn::'],
    ],
    ['ab|c', ['', 'a', 'ab', 'c'], ['b', 'ca', 'abc']],
    ['(?:ab){2}', ['', 'a', 'ab', 'aba', 'abab'], ['b', 'aa', 'ababa']],
    ['a?b', ['', 'a', 'ab', 'b'], ['c', 'ba']],
    ['a[a-z]+$', ['', 'a', 'ab'], ['b']],
  ])('of %s takes what texts begin with, and nothing else', (pattern, heads, others) => {
    const isHeadOf = (text: string) => isHead(pattern, text);
    expect(heads.filter((text) => !isHeadOf(text))).toEqual([]);
    expect(others.filter(isHeadOf)).toEqual([]);
  });

  test.each(['[a-z]+', '[0-9]{12}', '.*', '\\S+', '([a-z]*)'])(
    'is not said where it says no more than the characters do: %s',
    (pattern) => {
      expect(factsOf(pattern)).not.toHaveProperty('head');
    },
  );
});

describe('a pattern', () => {
  test('is left as it is', () => {
    expect(factsOf('[a-z]{1,3}')).toEqual({ pattern: '[a-z]{1,3}', characters: 'a-z' });
  });

  test("has JavaScript's names for the classes of Java", () => {
    expect(factsOf('[\\p{Alnum}_]+')).toEqual({ pattern: '[a-zA-Z0-9_]+', characters: '0-9A-Z_a-z' });
  });

  test.each([
    ['[a-zA-Z0-9]{1,63}(-*[a-zA-Z0-9\\+\\-\\.]){0,63}', 63, 'a-', '-a'],
    ['[a-zA-Z0-9]{1,256}(-*[a-zA-Z0-9]){0,256}', 256, 'a-b', 'a-'],
  ])('with which a text that does not match takes for ever is written anew: %s', (published, length, right, wrong) => {
    const { pattern } = factsOf(published);
    const rewritten = new RegExp(`^(?:${pattern})$`, 'u');
    const original = new RegExp(`^(?:${published})$`, 'u');
    for (const text of ['a', 'a--b', right, wrong, '', '-', 'a_', `${'a'.repeat(9)}.`]) {
      expect([text, rewritten.test(text)]).toEqual([text, original.test(text)]);
    }
    expect(rewritten.test(`a${'-'.repeat(length - 2)}_`)).toBe(false);
  });

  test('that JavaScript does not read fails', () => {
    expect(() => factsOf('[a-z')).toThrow('Unterminated character class');
    expect(() => factsOf('(a)\\1')).toThrow('\\1: a part of a pattern that is not expected');
  });
});
