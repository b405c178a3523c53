import { checkRequest } from '../../../rehearsal/emulated-api/request-check';
import type { JsonObject } from '../../../rehearsal/json-value';
import { operationModel } from '../../../src/validation/service-model/operation-model';
import { batchRequest } from '../fixture-batch';

const check = (more: JsonObject): string[] =>
  checkRequest(operationModel('bedrock', 'CreateModelInvocationJob')!, batchRequest(more));
const input = (s3InputDataConfig: JsonObject): JsonObject => ({ inputDataConfig: { s3InputDataConfig } });
const output = (more: JsonObject): JsonObject => ({
  outputDataConfig: { s3OutputDataConfig: { s3Uri: 's3://output/', ...more } },
});

test.each<[string, JsonObject, string]>([
  ['a name that begins with a hyphen', { jobName: '-job' }, "Value '-job' at 'jobName'"],
  ['a role that is none', { roleArn: 'arn:aws:iam::1:user/x' }, "at 'roleArn'"],
  ['a malformed model', { modelId: 'no model!' }, "Value 'no model!' at 'modelId'"],
  ['a malformed token', { clientRequestToken: 'a_b' }, "Value 'a_b' at 'clientRequestToken'"],
  ['an equals sign in a key', input({ s3Uri: 's3://input/dt=2026/' }), "at 'inputDataConfig.s3InputDataConfig.s3Uri'"],
  [
    'another format',
    input({ s3Uri: 's3://input/', s3InputFormat: 'CSV' }),
    'Member must satisfy enum value set: [JSONL]',
  ],
  ['a malformed owner', output({ s3BucketOwner: '1' }), "at 'outputDataConfig.s3OutputDataConfig.s3BucketOwner'"],
  [
    'a malformed key',
    output({ s3EncryptionKeyId: 'key' }),
    "at 'outputDataConfig.s3OutputDataConfig.s3EncryptionKeyId'",
  ],
  ['a time-out above 168', { timeoutDurationInHours: 169 }, 'Member must have value less than or equal to 168'],
  ['no subnet', { vpcConfig: { subnetIds: [], securityGroupIds: ['sg-1'] } }, "Value [] at 'vpcConfig.subnetIds'"],
  ['a malformed tag', { tags: [{ key: 'ä', value: '' }] }, "Value 'ä' at 'tags.1.member.key'"],
  ['another invocation', { modelInvocationType: 'Chat' }, '[InvokeModel, Converse]'],
])('fails on %s', (_name, more, message) => {
  expect(() => check(more)).toThrow(message);
});

test.each([
  'anthropic.claude-3-haiku-20240307-v1:0',
  'us.anthropic.claude-sonnet-4-20250514-v1:0',
  'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0',
  'arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.amazon.nova-lite-v1:0',
  'arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/a1b2c3d4e5f6',
  'arn:aws:bedrock:us-east-1:111122223333:custom-model/amazon.nova-lite-v1:0:300k/a1b2c3d4e5f6',
])('accepts the model %s', (modelId) => {
  expect(() => check({ modelId })).not.toThrow();
});

test('accepts a key, an alias and their ARNs', () => {
  const id = '01234567-89ab-cdef-0123-456789abcdef';
  const arn = 'arn:aws:kms:us-east-1:111122223333:';
  for (const key of [id, 'alias/results', `${arn}key/${id}`, `${arn}alias/results`]) {
    expect(() => check(output({ s3EncryptionKeyId: key }))).not.toThrow();
  }
});
