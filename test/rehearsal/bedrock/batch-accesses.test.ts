import { batchAccesses } from '../../../rehearsal/bedrock/batch-accesses';
import type { JsonObject } from '../../../rehearsal/json-value';
import { batchRequest } from '../fixture-batch';
import { allow, deny } from '../fixture-iam';
import { accessTexts, jobPlace, verdictOf } from '../fixture-job-role';

const ARN = 'arn:aws:bedrock:us-east-1:111122223333:model-invocation-job/abc';

const jobWith = (more: JsonObject = {}) => ({ id: 'abc', arn: ARN, request: batchRequest(more) });
const accessesOf = (more: JsonObject = {}) => accessTexts(batchAccesses(jobWith(more), jobPlace()));

test('Bedrock reads the records, and writes into the folder of the job', () => {
  expect(accessesOf()).toEqual([
    'failed: s3:GetBucketLocation arn:aws:s3:::input',
    'failed: s3:ListBucket arn:aws:s3:::input',
    'failed: s3:GetObject arn:aws:s3:::input/records.jsonl',
    'failed: s3:GetBucketLocation arn:aws:s3:::output',
    'failed: s3:ListBucket arn:aws:s3:::output',
    'failed: s3:PutObject arn:aws:s3:::output/results/abc/manifest.json.out',
    'failed: s3:GetObject arn:aws:s3:::output/results/abc/manifest.json.out',
  ]);
});

test('a model behind a profile is called with the role, here and elsewhere', () => {
  const model = (region: string) =>
    `failed: bedrock:InvokeModel arn:aws:bedrock:${region}::foundation-model/amazon.nova-lite-v1:0`;
  expect(accessesOf({ modelId: 'us.amazon.nova-lite-v1:0' }).slice(7)).toEqual([
    'failed: bedrock:InvokeModel arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.amazon.nova-lite-v1:0',
    model('us-east-1'),
    model('us-*'),
  ]);
});

test('the account that owns a bucket is what the job says', () => {
  const s3InputDataConfig = { s3Uri: 's3://input/a.jsonl', s3BucketOwner: '444455556666' };
  const [{ resourceAccount }] = batchAccesses(jobWith({ inputDataConfig: { s3InputDataConfig } }), jobPlace());
  expect(resourceAccount).toBe('444455556666');
});

test('in a VPC, Bedrock makes network interfaces with its tags, in the subnets of the job', () => {
  const vpcConfig = { subnetIds: ['subnet-1'], securityGroupIds: ['sg-1'] };
  const accesses = batchAccesses(jobWith({ vpcConfig }), jobPlace()).slice(7);
  const ec2 = 'arn:aws:ec2:us-east-1:111122223333';
  expect(accessTexts(accesses).slice(5)).toEqual([
    `failed: ec2:CreateNetworkInterface ${ec2}:network-interface/*`,
    `failed: ec2:CreateNetworkInterface ${ec2}:subnet/subnet-1`,
    `failed: ec2:CreateNetworkInterface ${ec2}:security-group/sg-1`,
    `failed: ec2:CreateTags ${ec2}:network-interface/*`,
    `failed: ec2:CreateNetworkInterfacePermission ${ec2}:network-interface/*`,
    `failed: ec2:DeleteNetworkInterfacePermission ${ec2}:network-interface/*`,
    `failed: ec2:DeleteNetworkInterface ${ec2}:network-interface/*`,
  ]);
  const tags = { 'aws:RequestTag/BedrockManaged': 'true', 'aws:RequestTag/BedrockModelInvocationJobArn': ARN };
  const keys = { 'aws:TagKeys': ['BedrockManaged', 'BedrockModelInvocationJobArn'] };
  // the tags of the request are those of the interface: EC2 sends none of them for the subnets and the security groups
  expect(accesses[5].context).toEqual({ ...tags, ...keys });
  const untagged = { 'aws:RequestTag/*': undefined, 'aws:TagKeys': undefined };
  expect(accesses.slice(6, 8).map(({ context }) => context)).toStrictEqual([untagged, untagged]);
  expect(accesses[8].context).toEqual({ ...tags, ...keys, 'ec2:CreateAction': 'CreateNetworkInterface' });
  expect(accesses[9].context).toEqual({
    'ec2:Subnet': `${ec2}:subnet/subnet-1`,
    'ec2:ResourceTag/BedrockModelInvocationJobArn': ARN,
  });
});

test('a policy that demands the tags of the request of subnets, too, makes no interface', () => {
  const vpcConfig = { subnetIds: ['subnet-1'], securityGroupIds: ['sg-1'] };
  const tagged = { Condition: { StringEquals: { 'aws:RequestTag/BedrockManaged': 'true' } } };
  const other = allow(['s3:*', 'ec2:Describe*', 'ec2:CreateTags', 'ec2:*NetworkInterfacePermission', 'ec2:Delete*']);
  const ec2 = 'arn:aws:ec2:us-east-1:111122223333';
  const create = 'ec2:CreateNetworkInterface';
  const ofAll = allow(create, '*', tagged);
  const ofInterface = allow(create, `${ec2}:network-interface/*`, tagged);
  const madeOf = allow(create, [`${ec2}:subnet/subnet-1`, `${ec2}:security-group/sg-1`]);
  const verdict = (...statements: JsonObject[]) =>
    verdictOf([other, ...statements], (place) => batchAccesses(jobWith({ vpcConfig }), place));
  expect(verdict(ofAll).failure).toMatch(
    new RegExp(`is not authorized to perform: ${create} on resource: ${ec2}:subnet/subnet-1 `),
  );
  expect(verdict(ofInterface, madeOf).failure).toBeUndefined();
});

test('what S3 has denied is the message of the job', () => {
  const verdict = verdictOf([allow('*'), deny('s3:ListBucket')], (place) => batchAccesses(jobWith(), place));
  expect(verdict.failure).toMatch(/^User: .* is not authorized to perform: s3:ListBucket on resource: /);
});
