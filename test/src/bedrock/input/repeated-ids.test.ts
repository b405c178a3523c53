import { RepeatedIds, type SearchMemory, searchMemoryFor } from '../../../../src/bedrock/input/repeated-ids';

const ROOMY: SearchMemory = { tableBytes: 100_000, suspectCharacters: 100_000 };
/** So little that hardly an id can be told from another at once. */
const TIGHT: SearchMemory = { tableBytes: 100, suspectCharacters: 1000 };

/** What is found among ids, and how often they were read again for it. */
function search(ids: readonly string[], memory = ROOMY) {
  const repeated = new RepeatedIds(memory);
  ids.forEach((id) => repeated.add(id));
  let readings = 0;
  const found = repeated.find((visit) => {
    readings++;
    ids.forEach((id, index) => visit(id, { file: 'a.jsonl', line: index + 1 }));
  });
  return { found, readings };
}
const numbered = (count: number) => Array.from({ length: count }, (_, index) => `record-${index}`);

test('ids that are all different are read once only', () => {
  expect(search(numbered(10_000))).toEqual({ found: undefined, readings: 0 });
});

test('the first id that comes again is found, with both its places', () => {
  const ids = ['a', 'b', 'c', 'b', 'a', 'b'];
  expect(search(ids)).toEqual({
    found: {
      id: 'b',
      first: { file: 'a.jsonl', line: 2 },
      second: { file: 'a.jsonl', line: 4 },
      others: 2,
      mayBeMore: false,
    },
    readings: 1,
  });
});

test('ids that are taken for one another are told apart by reading them again', () => {
  const { found, readings } = search(numbered(150), { tableBytes: 100, suspectCharacters: 100_000 });
  expect(found).toBeUndefined();
  expect(readings).toBe(1);
});

test('ids that are too many for the memory are searched in parts', () => {
  const { found, readings } = search(numbered(2000), TIGHT);
  expect(found).toBeUndefined();
  expect(readings).toBeGreaterThan(17);
});

test.each([0, 999, 1998])('one id that comes again is found among too many for the memory (the one at %i)', (index) => {
  const ids = numbered(2000);
  ids[1999] = ids[index];
  expect(search(ids, TIGHT).found).toEqual({
    id: `record-${index}`,
    first: { file: 'a.jsonl', line: index + 1 },
    second: { file: 'a.jsonl', line: 2000 },
    others: 0,
    mayBeMore: true,
  });
});

test('of many that come again, as many are counted as the memory tells', () => {
  const ids = [...numbered(2000), ...numbered(2000)];
  const { others = 0, mayBeMore } = search(ids, TIGHT).found ?? {};
  expect({ isSome: others > 0 && others < 1999, mayBeMore }).toEqual({ isSome: true, mayBeMore: true });
  expect(search(ids, { tableBytes: 100_000, suspectCharacters: 1_000_000 }).found).toMatchObject({
    others: 1999,
    mayBeMore: false,
  });
});

test('an id that is longer than the memory is told from others', () => {
  const long = 'a'.repeat(5000);
  expect(search([long, `${long}b`, 'c'], TIGHT).found).toBeUndefined();
  expect(search([long, 'c', long], TIGHT).found).toMatchObject({ first: { line: 1 }, second: { line: 3 } });
});

test.each([
  [0, 1000],
  [16_000_000, 1_001_000],
  [5_000_000_000, 32_000_000],
])('the table for an input of %i bytes has %i', (inputBytes, tableBytes) => {
  expect(searchMemoryFor(inputBytes).tableBytes).toBe(tableBytes);
});
