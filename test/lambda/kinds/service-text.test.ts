import { wordsOf } from '../../../lambda/kinds/service-text';

test.each([
  [
    'User: arn:aws:sts::111122223333:assumed-role/Could-not-assume/s is not authorized to perform: s3:GetObject',
    'User: … is not authorized to perform: s3:GetObject',
  ],
  ["Could not assume role 'arn:aws-cn:iam::111122223333:role/a/b'.", "Could not assume role '…'."],
  ['Principal assumed-role/R/s may not', 'Principal … may not'],
  ['No objects under s3://access-denied/s3, or at https://example.com/role?x=1', 'No objects under …, or at …'],
  ['role: R, bucket: models at key lora/config.json', 'role: R, bucket: … at key …'],
  ['Access Denied. Bucket: models, Key: shapes/model.tar.gz', 'Access Denied. Bucket: …, Key: …'],
  ['Access Denied, key shapes/model.tar.gz', 'Access Denied, key …'],
  ['The bucket my-lora-models does not exist', 'The bucket … does not exist'],
  ['The specified bucket does not exist: redis', 'The specified bucket does not exist: …'],
  ["Key 'arn:aws:kms:eu-west-1:111122223333:key/1' does not exist", "Key 'arn:aws:kms:…' does not exist"],
  ['KMS key arn:aws:kms:eu-west-1:111122223333:key/1 is disabled', 'KMS key arn:aws:kms:… is disabled'],
  ['KMS key: arn:aws:kms:eu-west-1:111122223333:key/1', 'KMS key: arn:aws:kms:…'],
  ['The key alias/data is not found', 'The key alias/data is not found'],
  ['The bucket does not exist, and no key is found', 'The bucket does not exist, and no key is found'],
  ['The job has ended.', 'The job has ended.'],
])('what others have named is no word of the service: %s', (text, words) => {
  expect(wordsOf(text)).toBe(words);
});
