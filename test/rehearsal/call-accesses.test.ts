import { IamFixture, WORKER } from './fixture-iam';
import { callAccesses } from '../../rehearsal/call-accesses';
import type { JsonObject } from '../../rehearsal/json-value';

const SAGEMAKER = 'arn:aws:sagemaker:us-east-1:111122223333';
const BEDROCK = 'arn:aws:bedrock:us-east-1:111122223333';
const CLOUDFORMATION = 'arn:aws:cloudformation:us-east-1:111122223333';
const CALLER = {
  functionArn: 'arn:aws:lambda:us-east-1:111122223333:function:Handler',
  roleArn: WORKER,
  requestId: '',
  kind: 'tick' as const,
  event: {},
  origin: { stackName: 'App', stackPath: 'App', logicalId: 'Job', path: 'App/Job' },
  at: 0,
  log: [],
};

const IAM = new IamFixture();
const accesses = (service: string, operation: string, input: JsonObject) =>
  callAccesses({ service, operation, input, at: 0, caller: CALLER, roleArn: WORKER }, IAM);

const texts = (service: string, operation: string, input: JsonObject) =>
  accesses(service, operation, input).map(({ action, resource }) => `${action} ${resource}`);

test('a job of SageMaker is created, tagged and handed its role', () => {
  const Tags = [{ Key: 'team', Value: 'birds' }];
  const tags = { 'aws:RequestTag/team': 'birds', 'aws:TagKeys': ['team'] };
  expect(accesses('sagemaker', 'CreateCompilationJob', { CompilationJobName: 'a', RoleArn: WORKER, Tags })).toEqual([
    { action: 'sagemaker:CreateCompilationJob', resource: `${SAGEMAKER}:compilation-job/a`, context: tags },
    {
      action: 'sagemaker:AddTags',
      resource: `${SAGEMAKER}:compilation-job/a`,
      context: { ...tags, 'sagemaker:TaggingAction': 'CreateCompilationJob' },
    },
    { action: 'iam:PassRole', resource: WORKER, context: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
  ]);
});

test('what a request for training says is there for conditions', () => {
  const [{ context }] = accesses('sagemaker', 'CreateTrainingJob', {
    TrainingJobName: 'a',
    ResourceConfig: { InstanceType: 'ml.m5.large', VolumeKmsKeyId: 'k' },
    OutputDataConfig: { KmsKeyId: 'o' },
    VpcConfig: { Subnets: ['subnet-1'], SecurityGroupIds: ['sg-1'] },
    StoppingCondition: { MaxRuntimeInSeconds: 60 },
    EnableNetworkIsolation: true,
  });
  expect(context).toEqual({
    'sagemaker:InstanceTypes': 'ml.m5.large',
    'sagemaker:VolumeKmsKey': 'k',
    'sagemaker:OutputKmsKey': 'o',
    'sagemaker:VpcSubnets': ['subnet-1'],
    'sagemaker:VpcSecurityGroupIds': ['sg-1'],
    'sagemaker:MaxRuntimeInSeconds': '60',
    'sagemaker:NetworkIsolation': 'true',
  });
});

test.each<[string, string, JsonObject, string[]]>([
  ['sagemaker', 'CreateTransformJob', { TransformJobName: 'a' }, [`CreateTransformJob ${SAGEMAKER}:transform-job/a`]],
  ['sagemaker', 'StopTrainingJob', { TrainingJobName: 'a' }, [`StopTrainingJob ${SAGEMAKER}:training-job/a`]],
  ['sagemaker', 'UpdateTrainingJob', { TrainingJobName: 'a' }, [`UpdateTrainingJob ${SAGEMAKER}:training-job/a`]],
  ['sagemaker', 'ListTags', { ResourceArn: 'arn:x' }, ['ListTags arn:x']],
  [
    'bedrock',
    'GetModelInvocationJob',
    { jobIdentifier: 'a' },
    [`GetModelInvocationJob ${BEDROCK}:model-invocation-job/a`],
  ],
  ['bedrock', 'StopModelInvocationJob', { jobIdentifier: 'arn:x' }, ['StopModelInvocationJob arn:x']],
  ['bedrock', 'ListModelInvocationJobs', {}, ['ListModelInvocationJobs *']],
  ['bedrock', 'UntagResource', { resourceARN: 'arn:x', tagKeys: ['a'] }, ['UntagResource arn:x']],
  ['states', 'StartExecution', { stateMachineArn: 'arn:x' }, ['StartExecution arn:x']],
  ['states', 'StopExecution', { executionArn: 'arn:y' }, ['StopExecution arn:y']],
  [
    'cloudformation',
    'SignalResource',
    { StackName: `${CLOUDFORMATION}:stack/App/1` },
    [`SignalResource ${CLOUDFORMATION}:stack/App/1`],
  ],
  [
    'cloudformation',
    'DescribeStackResource',
    { StackName: 'App' },
    [`DescribeStackResource ${CLOUDFORMATION}:stack/App/*`],
  ],
  ['lambda', 'InvokeFunction', { FunctionName: 'arn:f' }, ['InvokeFunction arn:f']],
])('%s:%s %j needs %j', (service, operation, input, expected) => {
  expect(texts(service, operation, input)).toEqual(expected.map((text) => `${service}:${text}`));
});

test('a tag that is removed is known by its key', () => {
  const [{ context }] = accesses('sagemaker', 'DeleteTags', { ResourceArn: 'arn:x', TagKeys: ['team'] });
  expect(context).toEqual({ 'aws:TagKeys': ['team'] });
});

describe('a batch inference job is created', () => {
  const create = (modelId: string, tags: JsonObject[] = []) =>
    texts('bedrock', 'CreateModelInvocationJob', { modelId, roleArn: WORKER, tags });
  const on = (...resources: string[]) => resources.map((each) => `bedrock:CreateModelInvocationJob ${each}`);
  const JOBS = `${BEDROCK}:model-invocation-job/*`;
  const PASS = `iam:PassRole ${WORKER}`;
  const novaIn = (region: string) => `arn:aws:bedrock:${region}::foundation-model/amazon.nova-lite-v1:0`;

  test('with a foundation model', () => {
    expect(create('amazon.nova-lite-v1:0')).toEqual([...on(JOBS, novaIn('us-east-1')), PASS]);
  });

  test('with tags', () => {
    expect(create('arn:model', [{ key: 'team', value: 'a' }])).toEqual([
      ...on(JOBS, 'arn:model'),
      `bedrock:TagResource ${JOBS}`,
      PASS,
    ]);
  });

  test('with a profile, here and in other Regions of its geography', () => {
    const profile = `${BEDROCK}:inference-profile/us.amazon.nova-lite-v1:0`;
    expect(create('us.amazon.nova-lite-v1:0')).toEqual([
      ...on(JOBS, profile, novaIn('us-east-1'), novaIn('us-*')),
      PASS,
    ]);
  });

  test('with a global profile, which also calls the model where it is in no Region', () => {
    const profile = `${BEDROCK}:inference-profile/global.amazon.nova-lite-v1:0`;
    expect(create('global.amazon.nova-lite-v1:0')).toEqual([
      ...on(JOBS, profile, novaIn('us-east-1'), novaIn('*'), novaIn('')),
      PASS,
    ]);
  });
});
