import { wordsOf } from '../../../lambda/kinds/service-text';

test.each([
  [
    'User: arn:aws:sts::111122223333:assumed-role/Could-not-assume/s is not authorized to perform: s3:GetObject',
    'User: … is not authorized to perform: s3:GetObject',
  ],
  ["Could not assume role 'arn:aws-cn:iam::111122223333:role/a/b'.", "Could not assume role '…'."],
  ['Principal assumed-role/R/s may not', 'Principal … may not'],
  ['No objects under s3://access-denied/s3, or at https://example.com/role?x=1', 'No objects under …, or at …'],
  ['The job has ended.', 'The job has ended.'],
])('what others have named is no word of the service: %s', (text, words) => {
  expect(wordsOf(text)).toBe(words);
});
