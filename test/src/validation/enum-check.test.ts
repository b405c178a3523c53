import { enumMismatch, enumText } from '../../../src/validation/enum-check';

const FORMATS = ['None', 'Gzip', 'RecordIO', 'S3Prefix', 'ml.m5.large', 'ml_c5', 'ml_c6g', 'PYTORCH'];

test.each(FORMATS)('%s is one of the values that the enum has', (value) => {
  expect(enumMismatch(FORMATS, value)).toBeUndefined();
});

test.each([
  ['gzip', 'Gzip'],
  ['GZIP', 'Gzip'],
  ['record-io', 'RecordIO'],
  ['Record IO', 'RecordIO'],
  ['ML_C5', 'ml_c5'],
  ['ml.c5', 'ml_c5'],
  ['s3_prefix', 'S3Prefix'],
])('%s is a variant of %s: its letters and digits are the same', (value, nearest) => {
  expect(enumMismatch(FORMATS, value)).toEqual({ nearest, verdict: 'variant' });
});

test.each([
  ['ml_c55', 'ml_c5', 'a doubled character'],
  ['m5.large', 'ml.m5.large', 'a missing beginning'],
  ['PYTROCH', 'PYTORCH', 'two letters that have changed places'],
  ['ml.m5.lareg', 'ml.m5.large', 'two letters that have changed places'],
  ['RecordOI', 'RecordIO', 'two letters that have changed places'],
  ['RecrdIO', 'RecordIO', 'a word of seven letters may have one typo'],
])('%s is %s misspelt: %s', (value, nearest) => {
  expect(enumMismatch(FORMATS, value)).toEqual({ nearest, verdict: 'misspelt' });
});

test.each([
  ['Nome', 'None', 'a short word may be another'],
  ['RecrrdIQ', 'RecordIO', 'a word of eight letters may have one typo, and this has two'],
  ['ml_c7', 'ml_c5', 'it may be the next generation'],
  ['ml.m8.large', 'ml.m5.large', 'it may be the next generation'],
  ['ml_c6gn', 'ml_c6g', 'it may be the next generation'],
])('%s is near to %s, but may be new: %s', (value, nearest) => {
  expect(enumMismatch(FORMATS, value)).toEqual({ nearest, verdict: 'unknown' });
});

test.each([
  ['ml.m5', { verdict: 'misspelt' }],
  ['ml.large', { verdict: 'misspelt' }],
  ['ml.u7in-24tb.metal-48xl', { verdict: 'unknown' }],
])('%s is judged by its parts where all values have as many', (value, mismatch) => {
  expect(enumMismatch(['ml.m5.large', 'ml.trn2.48xlarge'], value)).toEqual(mismatch);
});

test('a value that is mostly other is near to nothing', () => {
  expect(enumMismatch(FORMATS, 'Parquet')).toEqual({ verdict: 'unknown' });
});

test.each(['', '-', ' _ '])("a value without letters or digits is none of any service: '%s'", (value) => {
  expect(enumMismatch(FORMATS, value)).toEqual({ verdict: 'variant' });
});

test('a short list is told whole', () => {
  expect(enumText(['None', 'Gzip'], { verdict: 'unknown' })).toBe('one of None, Gzip');
  expect(enumText(['JSONL'], { nearest: 'JSONL', verdict: 'misspelt' })).toBe('one of JSONL');
});

test('of a long list, one value is told where none is near', () => {
  const many = Array.from({ length: 13 }, (_, index) => `v${index}`);
  expect(enumText(many, { verdict: 'unknown' })).toBe('one of 13 values, such as v0');
  expect(enumText(many, { nearest: 'v5', verdict: 'unknown' })).toBe('one of 13 values');
});
