import { importAccesses, sourceOf } from '../../../../rehearsal/bedrock/import/import-accesses';
import type { JsonObject } from '../../../../rehearsal/json-value';
import { Supposition } from '../../../../unconfirmed/supposition';
import { accessTexts, jobPlace } from '../../fixture-job-role';

const ARN = 'arn:aws:bedrock:us-east-1:111122223333:model-import-job/abc';
const REQUEST = { modelDataSource: { s3DataSource: { s3Uri: 's3://models/llama/' } } };
const accessesOf = (more: JsonObject = {}, supposition = Supposition.USUAL) =>
  accessTexts(importAccesses({ id: 'abc', arn: ARN, request: { ...REQUEST, ...more } }, jobPlace(), supposition)).map(
    (text) => text.replace('failed: ', ''),
  );

test('the files of a model are where the request says', () => {
  expect(sourceOf(REQUEST)).toBe('s3://models/llama/');
});

test('Bedrock lists and reads the files', () => {
  expect(accessesOf()).toEqual([
    's3:GetBucketLocation arn:aws:s3:::models',
    's3:ListBucket arn:aws:s3:::models',
    's3:GetObject arn:aws:s3:::models/llama/config.json',
  ]);
});

test('it makes network interfaces with a tag of the job', () => {
  const vpcConfig = { subnetIds: ['subnet-1'], securityGroupIds: ['sg-1'] };
  expect(accessesOf({ vpcConfig }).some((text) => text.startsWith('ec2:CreateNetworkInterface '))).toBe(true);
});

describe('the key of the imported model', () => {
  const importedModelKmsKeyId = 'arn:aws:kms:us-east-1:111122223333:key/1';
  const usedUnder = (name: string) =>
    accessesOf({ importedModelKmsKeyId }, Supposition.read([`custom-model-key=${name}`])).filter((access) =>
      access.startsWith('kms:'),
    );

  test.each(['both', 'role'])('is used with the role where that is supposed (%s)', (name) => {
    expect(usedUnder(name)).toEqual(
      ['CreateGrant', 'Decrypt', 'DescribeKey', 'GenerateDataKey'].map(
        (action) => `kms:${action} ${importedModelKmsKeyId}`,
      ),
    );
  });

  test('is not, where only who makes the job uses it', () => {
    expect(usedUnder('caller')).toEqual([]);
  });
});
