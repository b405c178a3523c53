import { Aws, Lazy } from 'aws-cdk-lib';
import { joinedParts, partsOf, UNKNOWN } from '../../../src/validation/text-parts';

const lazy = Lazy.string({ produce: () => 'x' });

test.each([
  ['', ['']],
  ['s3://bucket/', ['s3://bucket/']],
  [lazy, [UNKNOWN]],
  [`s3://${lazy}/a b`, ['s3://', UNKNOWN, '/a b']],
  [`${Aws.REGION}-${lazy}`, [UNKNOWN, '-', UNKNOWN]],
  ['dummy-value-for-/ml/bucket', [UNKNOWN]],
  ['s3://dummy-value-for-/ml/bucket/a', ['s3://', UNKNOWN]],
  [`s3://${lazy}/vpc-12345/b`, ['s3://', UNKNOWN, '/', UNKNOWN, '/b']],
])('a text has what is known of it, and where the rest belongs: %j', (text, parts) => {
  expect(partsOf(text)).toEqual(parts);
});

test('what a function joins has the same', () => {
  const join = { 'Fn::Join': ['/', ['s3:/', { Ref: 'Bucket' }, `a-${lazy}`]] };
  expect(joinedParts(join)).toEqual(['s3:/', '/', UNKNOWN, '/', 'a-', UNKNOWN]);
});

test.each([
  [{ Ref: 'Bucket' }],
  [{ 'Fn::Join': ['', { Ref: 'List' }] }],
  [{ 'Fn::Join': 'x' }],
  ['s3://bucket/'],
  [undefined],
])('anything else has none: %j', (value) => {
  expect(joinedParts(value)).toBeUndefined();
});
