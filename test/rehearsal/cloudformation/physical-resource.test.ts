import {
  attribute,
  generatedName,
  isReplacement,
  physicalId,
  uuidOf,
} from '../../../rehearsal/cloudformation/physical-resource';
import type { JsonObject, JsonValue } from '../../../rehearsal/json-value';

const ADDRESS = { account: '111122223333', region: 'us-east-1', stackName: 'App', logicalId: 'Thing', generation: 0 };

function made(type: string, properties: JsonObject, name: string): JsonValue {
  return attribute(name, type, properties, physicalId(type, properties, ADDRESS), ADDRESS);
}

test.each<[string, JsonObject, string, RegExp]>([
  ['AWS::IAM::Role', { Path: '/jobs/' }, 'Arn', /^arn:aws:iam::111122223333:role\/jobs\/App-Thing-[A-Z0-9]{12}$/],
  ['AWS::Lambda::Function', {}, 'Arn', /^arn:aws:lambda:us-east-1:111122223333:function:App-Thing-[A-Z0-9]{12}$/],
  [
    'AWS::StepFunctions::StateMachine',
    {},
    'Arn',
    /^arn:aws:states:us-east-1:111122223333:stateMachine:Thing-[A-Z0-9]+$/,
  ],
  ['AWS::S3::Bucket', {}, 'Arn', /^arn:aws:s3:::app-thing-[a-z0-9]{12}$/],
  ['AWS::Logs::LogGroup', { LogGroupName: '/x' }, 'Arn', /^arn:aws:logs:us-east-1:111122223333:log-group:\/x:\*$/],
  ['AWS::KMS::Key', {}, 'Arn', /^arn:aws:kms:us-east-1:111122223333:key\/[0-9a-f-]{36}$/],
  [
    'AWS::Bedrock::ApplicationInferenceProfile',
    { InferenceProfileName: 'Mine' },
    'InferenceProfileArn',
    /^arn:aws:bedrock:us-east-1:111122223333:application-inference-profile\/[a-z0-9]{12}$/,
  ],
  ['AWS::Bedrock::KnowledgeBase', {}, 'KnowledgeBaseId', /^[0-9A-Z]{10}$/],
  [
    'AWS::Bedrock::KnowledgeBase',
    {},
    'KnowledgeBaseArn',
    /^arn:aws:bedrock:us-east-1:111122223333:knowledge-base\/[0-9A-Z]{10}$/,
  ],
  ['AWS::Bedrock::DataSource', { KnowledgeBaseId: 'KB12345678' }, 'DataSourceId', /^[0-9A-Z]{10}$/],
  ['AWS::EC2::SecurityGroup', {}, 'GroupId', /^sg-[0-9a-f]{17}$/],
  ['AWS::Glue::Job', {}, 'JobArn', /^arn:aws:glue:us-east-1:111122223333:job\/App-Thing-[A-Z0-9]{12}$/],
  ['AWS::SageMaker::Endpoint', { EndpointName: 'Mine' }, 'EndpointName', /^Mine$/],
])('%s %p has a well formed %s', (type, properties, name, expected) => {
  expect(made(type, properties, name)).toMatch(expected);
});

test.each([
  ['AWS::EC2::VPC', /^vpc-/],
  ['AWS::EC2::Subnet', /^subnet-/],
  ['AWS::EFS::FileSystem', /^fs-[0-9a-f]{17}$/],
  ['AWS::FSx::FileSystem', /^fs-[0-9a-f]{17}$/],
  ['AWS::SageMaker::Model', /^arn:aws:sagemaker:us-east-1:111122223333:model\/app-thing-/],
])('the Ref of %s is well formed', (type, expected) => {
  expect(physicalId(type, {}, ADDRESS)).toMatch(expected);
});

test('names of roles and functions stay within 64 characters', () => {
  const long = { ...ADDRESS, logicalId: 'L'.repeat(200) };
  expect(physicalId('AWS::IAM::Role', {}, long)).toHaveLength(64);
  expect(physicalId('AWS::S3::Bucket', {}, long)).toHaveLength(63);
  expect(physicalId('AWS::SageMaker::Model', {}, long).split('/')[1]).toHaveLength(63);
});

test('the same resource gets the same ids in every rehearsal, and its replacement others', () => {
  expect(generatedName(ADDRESS)).toBe(generatedName({ ...ADDRESS }));
  expect(generatedName({ ...ADDRESS, generation: 1 })).not.toBe(generatedName(ADDRESS));
  expect(uuidOf('a')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('a change of the name or of a model is a replacement', () => {
  expect(isReplacement('AWS::S3::Bucket', { BucketName: 'a' }, { BucketName: 'b' })).toBe(true);
  expect(isReplacement('AWS::S3::Bucket', { Tags: [] }, {})).toBe(false);
  expect(isReplacement('AWS::SageMaker::Model', {}, {})).toBe(true);
});

test('a managed policy is referred to by its ARN', () => {
  const properties = { ManagedPolicyName: 'Boundary', Path: '/limits/' };
  expect(physicalId('AWS::IAM::ManagedPolicy', properties, ADDRESS)).toBe(
    'arn:aws:iam::111122223333:policy/limits/Boundary',
  );
});

test('ARNs and domains are those of the partition', () => {
  const address = { ...ADDRESS, region: 'cn-north-1' };
  const attributeOf = (name: string) => attribute(name, 'AWS::S3::Bucket', {}, 'data', address);
  expect(attributeOf('Arn')).toBe('arn:aws-cn:s3:::data');
  expect(attributeOf('RegionalDomainName')).toBe('data.s3.cn-north-1.amazonaws.com.cn');
  expect(physicalId('AWS::SNS::Topic', { TopicName: 'Mine' }, address)).toBe(
    'arn:aws-cn:sns:cn-north-1:111122223333:Mine',
  );
});
