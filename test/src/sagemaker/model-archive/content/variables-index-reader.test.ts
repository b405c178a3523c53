import fc from 'fast-check';
import type { FileFacts } from '../../../../../src/sagemaker/model-archive/content/file-facts';
import { VariablesIndexReader } from '../../../../../src/sagemaker/model-archive/content/variables-index-reader';
import { tryValues } from '../../../../property';
import { field, variablesIndex } from '../sample-models';

function factsOf(content: Buffer): FileFacts {
  const reader = new VariablesIndexReader(content.length);
  reader.take(content);
  return reader.facts();
}

const header = (shards: number) => field(1, shards);
const entry = (shard: number, offset: number, size: number) =>
  Buffer.concat([field(3, shard), field(4, offset), field(5, size)]);

test('says how many files there are, and how many bytes each has at least', () => {
  const content = variablesIndex(
    ['', header(2)],
    ['a/kernel', entry(0, 0, 100)],
    ['a/kernel/m', entry(0, 100, 28)],
    ['b', entry(1, 0, 5)],
  );
  expect(factsOf(content)).toEqual({ problems: [], shards: { count: 2, leastBytes: [128, 5] } });
});

test.each([
  ['is cut off', variablesIndex(['', header(1)]).subarray(0, -1), 'one that is cut off or damaged'],
  ['has no header', variablesIndex(['a', entry(0, 0, 1)]), 'a damaged one: it has no header'],
  ['has a header that is none', variablesIndex(['', Buffer.from([15])]), /^a damaged one: it has a field/],
  ['is a text', Buffer.from('text'), "a text: 'text'"],
])('is told where it %s', (_, content, found) => {
  const { problems } = factsOf(content);
  expect(problems).toHaveLength(1);
  expect(problems[0].found).toMatch(found);
});

test('says nothing of shards beyond count', () => {
  expect(factsOf(variablesIndex(['', header(2 ** 31)])).shards).toBeUndefined();
  expect(factsOf(variablesIndex(['', header(1)], ['a', entry(7, 0, 1)])).shards).toEqual({ count: 1, leastBytes: [0] });
});

test('has no fault of the reader where it is damaged', () => {
  const content = variablesIndex(['', header(1)], ['a', entry(0, 0, 1)]);
  const change = fc.tuple(fc.nat({ max: content.length - 9 }), fc.nat({ max: 255 }));
  const property = fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
    const damaged = Buffer.from(content);
    for (const [at, byte] of changes) damaged[at] = byte;
    expect(() => factsOf(damaged)).not.toThrow();
  });
  tryValues(property, 1000);
});
