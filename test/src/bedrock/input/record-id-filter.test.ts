import { idHash, RecordIdFilter } from '../../../../src/bedrock/input/record-id-filter';

const idOf = (index: number) => `CALL${String(index).padStart(7, '0')}`;
const countKnown = (filter: RecordIdFilter, from: number, to: number) => {
  let known = 0;
  for (let index = from; index < to; index++) if (filter.add(idOf(index))) known++;
  return known;
};

test('an id is known once it has been added', () => {
  const filter = new RecordIdFilter(1000, 0);
  expect(filter.add('a')).toBe(false);
  expect(filter.add('b')).toBe(false);
  expect(filter.add('a')).toBe(true);
});

test.each([0, 1, 17])('numbered ids are not taken for one another, with seed %i', (seed) => {
  expect(countKnown(new RecordIdFilter(1_000_000, seed), 0, 100_000)).toBeLessThan(10);
});

test('no id that was added is forgotten, however crowded the table is', () => {
  const filter = new RecordIdFilter(100, 3);
  countKnown(filter, 0, 2000);
  expect(countKnown(filter, 0, 2000)).toBe(2000);
});

test('a hash is a whole number below 2 ** 32', () => {
  for (let index = 0; index < 1000; index++) {
    const hash = idHash(idOf(index), 0x9e3779b1);
    expect(Number.isInteger(hash) && hash >= 0 && hash < 2 ** 32).toBe(true);
  }
  expect(idHash('', 0x01000193)).toBe(0);
});
