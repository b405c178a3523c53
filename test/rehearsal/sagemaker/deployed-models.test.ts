import type { JsonObject } from '../../../rehearsal/json-value';
import { DeployedModels } from '../../../rehearsal/sagemaker/deployed-models';
import { modelDataUris } from '../../../rehearsal/sagemaker/hosting-accesses';
import { ACCOUNT } from '../fixture-batch';
import { allow, IamFixture, resourceRequest, trustOf, WORKER } from '../fixture-iam';

const IMAGE = '301217895009.dkr.ecr.us-east-1.amazonaws.com/xgboost-neo:latest';
const MODEL = {
  ExecutionRoleArn: WORKER,
  PrimaryContainer: { Image: IMAGE, ModelDataUrl: 's3://models/a.tar.gz' },
};
const TRUST = { AssumeRolePolicyDocument: trustOf('sagemaker.amazonaws.com') };
const READ = allow('s3:GetObject', 'arn:aws:s3:::models/*');

let iam: IamFixture;
let models: DeployedModels;
beforeEach(() => {
  iam = new IamFixture();
  models = new DeployedModels(iam, () => 7);
});

const add = (properties: JsonObject = MODEL) =>
  models.add('Model', resourceRequest('AWS::SageMaker::Model', 'Model', properties));

test('a model is made where its role may read its data', () => {
  iam.role([READ], TRUST);
  add();
  expect(models.find(ACCOUNT, 'Model')?.roleArn).toBe(WORKER);
});

test('a model whose role may not read its data is refused', () => {
  iam.role([], TRUST);
  expect(() => add()).toThrow(
    `Could not access model data at s3://models/a.tar.gz. Please ensure that the role "${WORKER}" exists and that its trust relationship policy allows the action "sts:AssumeRole" for the service principal "sagemaker.amazonaws.com". Also ensure that the role has "s3:GetObject" permissions and that the object is located in us-east-1.`,
  );
  expect(models.find(ACCOUNT, 'Model')).toBeUndefined();
});

test.each([
  ['arn:aws:sagemaker:us-east-1:111122223333:*', true],
  ['arn:aws:sagemaker:us-east-1:444455556666:*', false],
  ['arn:aws:sagemaker:us-east-1:111122223333:model/model', false],
])('SageMaker comes for %s of its account and Region, and says nothing of the model: %s', (arn, isAllowed) => {
  const [statement] = TRUST.AssumeRolePolicyDocument.Statement as JsonObject[];
  const trust = { ...statement, Condition: { ArnLike: { 'aws:SourceArn': arn } } };
  iam.role([READ], { AssumeRolePolicyDocument: { ...TRUST.AssumeRolePolicyDocument, Statement: [trust] } });
  if (isAllowed) expect(() => add()).not.toThrow();
  else expect(() => add()).toThrow('Could not access model data');
});

test.each<[string, JsonObject, string]>([
  [
    'an object',
    { ModelDataSource: { S3DataSource: { S3DataType: 'S3Object', S3Uri: 's3://models/b.tar.gz' } } },
    's3://models/b.tar.gz',
  ],
  [
    'the objects of a folder',
    { ModelDataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri: 's3://models/b/' } } },
    's3://models/b/',
  ],
  [
    'further sources',
    { AdditionalModelDataSources: [{ S3DataSource: { S3DataType: 'S3Object', S3Uri: 's3://models/draft' } }] },
    's3://models/draft',
  ],
  ['several models', { Mode: 'MultiModel', ModelDataUrl: 's3://models/all/' }, 's3://models/all/'],
])('a model that consists of %s is made where its role may read them', (_what, container, uri) => {
  const properties = { ...MODEL, PrimaryContainer: { Image: IMAGE, ...container } };
  iam.role([], TRUST);
  expect(() => add(properties)).toThrow(`Could not access model data at ${uri}.`);
  iam.role([READ, allow('s3:ListBucket', 'arn:aws:s3:::models')], TRUST);
  expect(() => add(properties)).not.toThrow();
});

test('a folder is listed, an object is not', () => {
  const folder = { ModelDataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri: 's3://models/b/' } } };
  iam.role([READ], TRUST);
  expect(() => add()).not.toThrow();
  expect(() => add({ ...MODEL, PrimaryContainer: folder })).toThrow('Could not access model data at s3://models/b/.');
});

test('a model whose role SageMaker cannot assume is refused', () => {
  iam.role([READ], { AssumeRolePolicyDocument: trustOf('lambda.amazonaws.com') });
  expect(() => add()).toThrow('allows the action "sts:AssumeRole"');
});

describe('an endpoint', () => {
  const LOGS = ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'];
  const serve = (more: JsonObject = {}) => {
    add({ ...MODEL, ...more });
    const variant = { ProductionVariants: [{ ModelName: 'Model' }] };
    models.addConfiguration('Config', resourceRequest('AWS::SageMaker::EndpointConfig', 'Config', variant));
    const properties = { EndpointConfigName: 'Config' };
    models.serve('Endpoint', resourceRequest('AWS::SageMaker::Endpoint', 'Endpoint', properties));
  };

  test('is made where the roles of its models may pull their images', () => {
    iam.role([READ, allow('ecr:GetAuthorizationToken')], TRUST);
    expect(serve).toThrow(
      `The role '${WORKER}' does not have BatchCheckLayerAvailability permission for the image: '${IMAGE}'.`,
    );
    iam.role([READ, allow('ecr:*')], TRUST);
    expect(serve).not.toThrow();
  });

  test('in a VPC is made where they may make network interfaces', () => {
    const inVpc = { VpcConfig: { Subnets: ['subnet-1'], SecurityGroupIds: ['sg-1'] } };
    iam.role([READ, allow('ecr:*')], TRUST);
    expect(() => serve(inVpc)).toThrow('is not authorized to perform: ec2:DescribeNetworkInterfaces');
    iam.role([READ, allow(['ecr:*', 'ec2:*'])], TRUST);
    expect(() => serve(inVpc)).not.toThrow();
  });

  test('that may not write its log is made all the same, and nobody notices', () => {
    iam.role([READ, allow('ecr:*')], TRUST);
    serve();
    expect(iam.denials.map(({ denial, isUnnoticed }) => [denial.access.action, isUnnoticed])).toEqual(
      LOGS.map((action) => [action, true]),
    );
  });

  test('writes the log of its name', () => {
    const group = 'arn:aws:logs:us-east-1:111122223333:log-group:/aws/sagemaker/Endpoints/Endpoint';
    iam.role([READ, allow('ecr:*'), allow(LOGS, [group, `${group}:*`])], TRUST);
    serve();
    expect(iam.denials).toEqual([]);
  });
});

test('every model is remembered that has ever been made, with its place in its stack, and where its data is', () => {
  iam.role([READ], TRUST);
  add();
  models.remove('Model', resourceRequest('AWS::SageMaker::Model', 'Model', MODEL));
  expect(models.all).toMatchObject([{ name: 'Model', createdAt: 7, origin: { logicalId: 'Model' } }]);
  expect(models.all.flatMap(modelDataUris)).toEqual(['s3://models/a.tar.gz']);
});
