import type { Stack } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import { everyFeature } from './every-feature';
import { rightsOf, rolesOf } from './role-statements';
import { type HostedModel, JobEngine, TrainingImage } from '../../src';
import { flatten } from '../src/policy-statements';
import { batchRequestOf } from '../src/sample-batch-job';
import { compilationJob, newStack } from '../src/sample-job';
import { optimizationJob } from '../src/sample-optimization-job';
import { trainingJob } from '../src/sample-training-job';
import { tuningJob } from '../src/sample-tuning-job';
import { templateOf } from '../src/template-body';

interface TrustPolicy {
  readonly Statement: readonly {
    readonly Principal: object;
    readonly Action: string;
    readonly Condition?: { readonly [operator: string]: { readonly [key: string]: unknown } };
  }[];
}

const ACCOUNT = '<AWS::AccountId>';
const REGIONAL = `<AWS::Region>:${ACCOUNT}`;

const stack = newStack();
everyFeature(stack);
const { Resources } = templateOf(stack);

/** Who may assume a role, and under which conditions: each value as text. */
function trustOf(role: string, resources = Resources): { principal: object; action: string; condition?: unknown }[] {
  const { Statement } = resources[role].Properties.AssumeRolePolicyDocument as TrustPolicy;
  const texts = (value: unknown): unknown =>
    JSON.parse(
      JSON.stringify(value, (_, member: unknown) => {
        const [key = ''] = typeof member === 'object' && member !== null ? Object.keys(member) : [];
        return /^(Ref$|Fn::)/.test(key) ? flatten(member) : member;
      }),
    );
  return Statement.map(({ Principal, Action, Condition }) => ({
    principal: Principal,
    action: Action,
    ...(Condition !== undefined && { condition: texts(Condition) }),
  }));
}

const sageMakerResource = (resource: string) => ({
  principal: { Service: 'sagemaker.amazonaws.com' },
  action: 'sts:AssumeRole',
  condition: { ArnLike: { 'aws:SourceArn': `arn:<AWS::Partition>:sagemaker:${REGIONAL}:${resource}` } },
});

const sageMakerJob = (type: string, name: string) => sageMakerResource(`${type}/${name}`);

/** A job that launches training jobs: for which of both SageMaker assumes the role, it does not say. */
const launchingJob = (launching: string, name: string) => ({
  ...sageMakerJob('training-job', ''),
  condition: {
    ArnLike: {
      'aws:SourceArn': [launching, 'training-job'].map(
        (type) => `arn:<AWS::Partition>:sagemaker:${REGIONAL}:${type}/${name}`,
      ),
    },
  },
});

const bedrockJob = (type: string) => ({
  principal: { Service: 'bedrock.amazonaws.com' },
  action: 'sts:AssumeRole',
  condition: {
    StringEquals: { 'aws:SourceAccount': ACCOUNT },
    ArnEquals: { 'aws:SourceArn': `arn:<AWS::Partition>:bedrock:${REGIONAL}:${type}/*` },
  },
});

/** The trust policies of all roles that the library makes, by the beginning of their logical ids. */
const EXPECTED_TRUST: { readonly [role: string]: readonly object[] } = {
  CompileRole: [sageMakerJob('compilation-job', 'stack--compile--*')],
  PackageRole: [sageMakerJob('compilation-job', 'stack--package--*')],
  TrainRole: [sageMakerJob('training-job', 'stack--train--*')],
  PrivateRole: [sageMakerJob('training-job', 'stack--private--*')],
  TuneRole: [launchingJob('hyper-parameter-tuning-job', 'stack--tune--*')],
  // for what SageMaker assumes the role of an optimization, no document says
  OptimizeRole: [sageMakerResource('*')],
  GuessRole: [sageMakerResource('*')],
  // rules are evaluated in processing jobs, whose names SageMaker chooses
  WatchedRole: [sageMakerJob('training-job', 'stack--watched--*'), sageMakerJob('processing-job', '*')],
  ClassifyRole: [bedrockJob('model-invocation-job')],
  CustomizeRole: [bedrockJob('model-customization-job')],
  DistilRole: [bedrockJob('model-customization-job')],
  EvaluateRole: [bedrockJob('evaluation-job')],
  ImportRole: [bedrockJob('model-import-job')],
  cdkmljobsJobEngineStateMachineRole: [
    {
      principal: { Service: 'states.amazonaws.com' },
      action: 'sts:AssumeRole',
      condition: {
        StringEquals: { 'aws:SourceAccount': ACCOUNT },
        ArnLike: { 'aws:SourceArn': `arn:<AWS::Partition>:states:${REGIONAL}:stateMachine:*` },
      },
    },
  ],
  // Lambda runs a function with a role of the function's own account only
  cdkmljobsJobEngineHandlerRole: [{ principal: { Service: 'lambda.amazonaws.com' }, action: 'sts:AssumeRole' }],
};

describe('a role of the library is assumed by one service, for resources of the account', () => {
  test.each(Object.keys(EXPECTED_TRUST))('%s', (name) => {
    const [role] = rolesOf(stack).filter((id) => id.startsWith(name));
    expect(trustOf(role)).toEqual(EXPECTED_TRUST[name]);
  });

  test('and there is no other role but that of the model, which the stack has brought', () => {
    const names = rolesOf(stack).map((role) => role.replace(/[0-9A-F]{8}$/, ''));
    expect(names.sort()).toEqual([...Object.keys(EXPECTED_TRUST), 'ModelRole'].sort());
  });
});

const image = TrainingImage.fromDeepLearningContainer('pytorch-inference', '2.6.0-cpu-py312');

test.each<[string, (hosting: Stack) => HostedModel]>([
  ['a compilation', (hosting) => compilationJob(hosting, 'Job').createModel(hosting, 'Hosted')],
  ['a training', (hosting) => trainingJob(hosting, 'Job').createModel(hosting, 'Hosted', { image })],
  ['a tuning', (hosting) => tuningJob(hosting, 'Job').createModel(hosting, 'Hosted', { image })],
  ['an optimization', (hosting) => optimizationJob(hosting, 'Job').createModel(hosting, 'Hosted')],
])(
  'the role of a model that is made of %s is assumed for models, endpoints and jobs of the account only',
  (_, make) => {
    const hosting = newStack();
    make(hosting);
    const [role] = rolesOf(hosting).filter((id) => id.startsWith('HostedRole'));
    expect(trustOf(role, templateOf(hosting).Resources)).toEqual([
      {
        principal: { Service: 'sagemaker.amazonaws.com' },
        action: 'sts:AssumeRole',
        condition: { ArnLike: { 'aws:SourceArn': `arn:<AWS::Partition>:sagemaker:${REGIONAL}:*` } },
      },
    ]);
  },
);

describe('a batch inference job', () => {
  test('reads from and writes to buckets of its account only, whoever may have taken their names', () => {
    const rights = rightsOf(stack, 'ClassifyRole').filter(({ action }) => action.startsWith('s3:'));
    expect(rights.length).toBeGreaterThan(3);
    for (const { condition } of rights) {
      expect(condition).toEqual({ StringEquals: { 'aws:ResourceAccount': ACCOUNT } });
    }
  });

  test('names the account of a bucket that is another', () => {
    expect(batchRequestOf({ outputBucketOwner: '111122223333' }).outputDataConfig).toMatchObject({
      s3OutputDataConfig: { s3BucketOwner: '111122223333' },
    });
  });
});

test('CloudWatch Logs uses the key of an engine for log groups of the account only', () => {
  const keyStack = newStack();
  new JobEngine(keyStack, 'Jobs', { encryptionKey: new kms.Key(keyStack, 'Key') });
  const [{ Properties }] = Object.values(templateOf(keyStack).Resources).filter(({ Type }) => Type === 'AWS::KMS::Key');
  const { Statement } = Properties.KeyPolicy as TrustPolicy;
  const services = Statement.filter(({ Principal }) => 'Service' in Principal);
  const context = services.map(({ Condition }) => Condition?.ArnLike['kms:EncryptionContext:aws:logs:arn']);
  expect(context.map(flatten)).toEqual([`arn:<AWS::Partition>:logs:${REGIONAL}:*`]);
});
