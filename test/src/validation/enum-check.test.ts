import { enumFault, enumText } from '../../../src/validation/enum-check';

const FORMATS = ['None', 'Gzip', 'RecordIO', 'S3Prefix', 'ml.m5.large', 'ml_c5', 'ml_c6g'];

test.each(FORMATS)('%s is one of the values that the enum has', (value) => {
  expect(enumFault(FORMATS, value)).toBeUndefined();
});

test.each([
  ['gzip', 'Gzip'],
  ['GZIP', 'Gzip'],
  ['record-io', 'RecordIO'],
  ['Record IO', 'RecordIO'],
  ['ML_C5', 'ml_c5'],
  ['ml_c55', 'ml_c5'],
  ['ml.c5', 'ml_c5'],
  ['s3_prefix', 'S3Prefix'],
])('%s is surely misspelt: its letters are those of %s', (value, nearest) => {
  expect(enumFault(FORMATS, value)).toEqual({ nearest, isMisspelt: true });
});

test.each([
  ['RecordOI', 'RecordIO', 'a word of eight letters may have one slip, and this has two', false],
  ['RecrdIO', 'RecordIO', 'a word of seven letters may have one slip', true],
  ['Nome', 'None', 'a short word may be another', false],
])('%s is near to %s: %s', (value, nearest, _, isMisspelt) => {
  expect(enumFault(FORMATS, value)).toEqual({ nearest, isMisspelt });
});

test.each([
  ['ml_c7', 'ml_c5'],
  ['ml.m8.large', 'ml.m5.large'],
  ['ml_c6gn', 'ml_c6g'],
])('%s, which is near to %s, may be the next generation', (value, nearest) => {
  expect(enumFault(FORMATS, value)).toEqual({ nearest, isMisspelt: false });
});

test('a value that is mostly other is near to nothing', () => {
  expect(enumFault(FORMATS, 'Parquet')).toEqual({ isMisspelt: false });
});

test.each(['', '-', ' _ '])("a value without letters or digits is none of any service: '%s'", (value) => {
  expect(enumFault(FORMATS, value)).toEqual({ isMisspelt: true });
});

test('a short list is told whole', () => {
  expect(enumText(['None', 'Gzip'], { isMisspelt: false })).toBe('one of None, Gzip');
  expect(enumText(['JSONL'], { nearest: 'JSONL', isMisspelt: true })).toBe('one of JSONL');
});

test('of a long list, one value is told where none is near', () => {
  const many = Array.from({ length: 13 }, (_, index) => `v${index}`);
  expect(enumText(many, { isMisspelt: false })).toBe('one of 13 values, such as v0');
  expect(enumText(many, { nearest: 'v5', isMisspelt: false })).toBe('one of 13 values');
});
