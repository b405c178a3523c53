import { App, Aws, CfnOutput, Duration, NestedStack, Stack, Tags, Token } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { Construct } from 'constructs';
import { BATCH_JOB_TYPE, batchJob } from '../sample-batch-job';
import { compilationJob, newStack } from '../sample-job';
import { looseEnds, type TemplateBody, templateOf } from '../template-body';

const RESULT_TYPE = `${BATCH_JOB_TYPE}Result`;
const CONDITION_TYPE = 'AWS::CloudFormation::WaitCondition';

/** The id of a resource that waits: its place in the tree, the CDK's own hash, and that of what makes the job this job. */
const WAIT_ID = /ClassifyWait(Condition\d+)[0-9A-F]{8}([0-9a-f]{8})(?=")/g;

/** The id of the resource with the results, which stays the same. */
const RESULT_ID = /ClassifyWait(Result)[0-9A-F]{8}(?=")/g;

type BatchJobProps = NonNullable<Parameters<typeof batchJob>[2]>;

const templateWith = (props: BatchJobProps, change: (stack: Stack) => void = () => {}): TemplateBody => {
  const stack = newStack();
  batchJob(stack, 'Classify', props);
  change(stack);
  return templateOf(stack);
};

/** The hash of what makes the job this job, which is the same in all ids and references. */
function hashIn(template: TemplateBody): string {
  const hashes = new Set([...JSON.stringify(template).matchAll(WAIT_ID)].map(([, , hash]) => hash));
  expect(hashes.size).toBe(1);
  return [...hashes][0];
}

const hashWith = (props: BatchJobProps, change?: (stack: Stack) => void) => hashIn(templateWith(props, change));

/** What waits, in the order of its making, with its name for its id. */
function waitOf(template: TemplateBody) {
  const text = JSON.stringify(template.Resources)
    .replace(WAIT_ID, '$1')
    .replace(RESULT_ID, '$1')
    .replace(/Classify[0-9A-F]{8}(?=")/g, 'Job')
    .replace(/cdkmljobsJobEngine(Handler|StateMachine)[0-9A-F]{8}(?=")/g, '$1')
    .replace(/Signals[0-9a-f]{42}[0-9A-F]{8}(?=")/g, 'Signals');
  const named = JSON.parse(text) as TemplateBody['Resources'];
  return Object.fromEntries(Object.entries(named).filter(([id]) => /^Condition\d|^Result/.test(id)));
}

describe('the wait for a job of 24 hours', () => {
  const told = (attribute: string) => ({ 'Fn::GetAtt': ['Job', attribute] });
  const condition = (...after: string[]) => ({
    Type: CONDITION_TYPE,
    DependsOn: after,
    // that of CloudFormation is five minutes
    CreationPolicy: { ResourceSignal: { Count: 1, Timeout: 'PT12H' } },
  });

  test('is two conditions without handles, one after the other, and a result, which waits for what is left', () => {
    expect(waitOf(templateWith({ maxErrorRecords: 5 }))).toEqual({
      Condition1: condition('Job', 'Signals'),
      Condition2: condition('Condition1'),
      Result: {
        Type: RESULT_TYPE,
        Properties: {
          ServiceToken: { 'Fn::GetAtt': ['Handler', 'Arn'] },
          ServiceTimeout: '3600',
          Kind: 'ModelInvocationJob',
          Job: { Ref: 'Job' },
          Name: told('Name'),
          Deadline: told('Deadline'),
          Setback: told('Setback'),
          LastCondition: { Ref: 'Condition2' },
          Acceptance: { MaxErrorRecords: '5' },
          StateMachineArn: { Ref: 'StateMachine' },
        },
        UpdateReplacePolicy: 'Delete',
        DeletionPolicy: 'Delete',
      },
    });
  });

  test('is known to the resource of the job, which answers first', () => {
    const template = templateWith({});
    const [{ Properties }] = Object.values(template.Resources).filter(({ Type }) => Type === BATCH_JOB_TYPE);
    const conditions = Object.keys(template.Resources).filter((id) => id.includes('Condition'));
    expect(conditions).toHaveLength(2);
    expect(Properties).toMatchObject({
      WaitForCompletion: 'true',
      WaitConditions: conditions,
      WaitSeconds: '87000',
      ServiceTimeout: '3600',
    });
  });
});

test.each([
  ['56 minutes', Duration.minutes(56), 1],
  ['110 minutes, which resources before and after wait themselves', Duration.minutes(110), 1],
  ['13 hours and 45 minutes', Duration.minutes(825), 1],
  ['13 hours and 46 minutes', Duration.minutes(826), 2],
  ['24 hours and 10 minutes', Duration.minutes(1450), 2],
  ['168 hours and 10 minutes', Duration.minutes(10_090), 14],
  ['28 days', Duration.days(28), 57],
])('a wait of %s is as many conditions as it needs', (_, waitTimeout, conditions) => {
  const { Resources } = templateWith({ waitTimeout });
  const ofType = (type: string) => Object.values(Resources).filter(({ Type }) => Type === type);
  expect(ofType(CONDITION_TYPE)).toHaveLength(conditions);
  expect(ofType(RESULT_TYPE)).toHaveLength(1);
});

test('a job whose time-out is known at deployment only is waited for as long as one may take', () => {
  const template = templateWith({ timeout: Duration.hours(Token.asNumber({ Ref: 'AWS::NoValue' })) });
  expect(Object.values(template.Resources).filter(({ Type }) => Type === CONDITION_TYPE)).toHaveLength(14);
});

test.each([
  ['a wait of 55 minutes', { waitTimeout: Duration.minutes(55) }],
  ['a job that is not waited for', { waitForCompletion: false }],
])('there are no conditions for %s', (_, props) => {
  const template = templateWith(props);
  expect(waitOf(template)).toEqual({});
  expect(Object.values(template.Resources).map(({ Type }) => Type)).not.toContain(RESULT_TYPE);
  expect(Object.values(template.Outputs!)[0].Value).toEqual({
    'Fn::GetAtt': [expect.stringMatching(/^Classify[0-9A-F]{8}$/), 'ModelInvocationJobArn'],
  });
});

describe('attributes and outputs', () => {
  test('come from the result', () => {
    const stack = newStack();
    const job = batchJob(stack, 'Classify');
    const template = templateOf(stack);
    const result = (attribute: string) => ({
      'Fn::GetAtt': [expect.stringMatching(/^ClassifyWaitResult[0-9A-F]{8}$/), attribute],
    });
    expect(template.Outputs).toEqual({
      ClassifyModelInvocationJobArn: { Value: result('ModelInvocationJobArn') },
      ClassifyOutputUri: { Value: result('OutputUri') },
    });
    expect(stack.resolve([job.modelInvocationJobName, job.errorRecordCount, job.endTime])).toEqual([
      result('ModelInvocationJobName'),
      result('ErrorRecordCount'),
      result('EndTime'),
    ]);
  });

  test('are those of the kind for a compilation, too', () => {
    const stack = newStack();
    compilationJob(stack, 'Compile', { maxRuntime: Duration.hours(2) });
    Template.fromStack(stack).resourceCountIs('Custom::SageMakerCompilationJobResult', 1);
    expect(templateOf(stack).Outputs!.CompileModelArtifacts.Value).toEqual({
      'Fn::GetAtt': [expect.stringMatching(/^CompileWaitResult[0-9A-F]{8}$/), 'ModelArtifacts'],
    });
  });

  test('refer to resources that there are', () => {
    const template = templateWith({}, (stack) => {
      const job = stack.node.findChild('Classify') as ReturnType<typeof batchJob>;
      new CfnOutput(stack, 'Mine', { value: `${job.outputUri}reviews.jsonl.out` });
    });
    expect(looseEnds(template)).toEqual([]);
  });
});

describe('the ids of what waits', () => {
  const { hash, ids } = (() => {
    const template = templateWith({});
    return { hash: hashIn(template), ids: Object.keys(template.Resources) };
  })();

  test.each<[string, BatchJobProps]>([
    ['the request', { outputPrefix: 'other' }],
    ['an override of the request', { requestOverrides: { modelId: 'amazon.nova-micro-v1:0' } }],
    ['the rerun key', { rerunKey: 'again' }],
    ['the name', { modelInvocationJobName: 'reviews' }],
    ['the time of the wait, though not the number of conditions', { waitTimeout: Duration.minutes(1451) }],
  ])('change with %s', (_, props) => {
    const template = templateWith(props);
    expect(hashIn(template)).not.toBe(hash);
    expect(looseEnds(template)).toEqual([]);
  });

  test('change all at once, but for that of the results, whose name is in exports of the stack', () => {
    const waiting = (all: string[]) => all.filter((id) => id.startsWith('ClassifyWait'));
    const others = Object.keys(templateWith({ rerunKey: 'again' }).Resources);
    expect(waiting(ids)).toHaveLength(3);
    expect(waiting(others).filter((id) => ids.includes(id))).toEqual([
      expect.stringMatching(/^ClassifyWaitResult[0-9A-F]{8}$/),
    ]);
    expect(others.filter((id) => !id.startsWith('ClassifyWait'))).toEqual(
      ids.filter((id) => !id.startsWith('ClassifyWait')),
    );
  });

  test.each<{ what: string; props?: BatchJobProps; change?: (stack: Stack) => void }>([
    { what: 'another synthesis' },
    { what: 'tags', change: (stack) => Tags.of(stack).add('team', 'ml') },
    { what: 'the number of records that may fail', props: { maxErrorRecords: 5 } },
    { what: 'the share of records that may fail', props: { maxErrorShare: 0.1 } },
    { what: 'partial completion that is accepted', props: { acceptPartialCompletion: true } },
    { what: 'stack outputs', props: { stackOutputs: false } },
    { what: 'the same time in other units', props: { timeout: Duration.days(1), waitTimeout: Duration.minutes(1450) } },
    { what: 'another job', change: (stack) => batchJob(stack, 'Another', { rerunKey: 'again' }) },
  ])('do not change with $what', ({ props = {}, change }) => {
    expect(hashWith(props, change)).toBe(hash);
  });

  test('do not change when the app is synthesized twice', () => {
    const app = new App();
    const stack = new Stack(app, 'Stack');
    batchJob(stack, 'Classify');
    const once = JSON.stringify(app.synth().getStackByName('Stack').template);
    expect(JSON.stringify(app.synth({ force: true }).getStackByName('Stack').template)).toBe(once);
  });

  test('fit into 255 characters, whatever the ids of the constructs', () => {
    const stack = newStack();
    let scope: Construct = stack;
    for (let depth = 0; depth < 5; depth++) scope = new Construct(scope, `${depth}${'x'.repeat(80)}`);
    batchJob(scope, 'Classify', { stackOutputs: false });
    const template = templateOf(stack);
    const lengths = Object.keys(template.Resources).map((id) => id.length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(255);
    expect(looseEnds(template)).toEqual([]);
  });
});

describe('a request that holds a reference', () => {
  /** A job whose output is in a bucket of another stack. */
  const acrossStacks = (bucketId: string) => {
    const app = new App();
    const buckets = new Stack(app, 'Buckets');
    const stack = new Stack(app, 'Jobs');
    batchJob(stack, 'Classify', { outputBucket: new Bucket(buckets, bucketId) });
    const assembly = app.synth();
    return assembly.getStackByName('Jobs').template as TemplateBody;
  };

  test('to another stack has the ids of what the reference comes to', () => {
    const template = acrossStacks('Bucket');
    expect(JSON.stringify(template)).toContain('"Fn::ImportValue":"Buckets:ExportsOutputRefBucket');
    expect(looseEnds(template)).toEqual([]);
    expect(hashIn(template)).toBe(hashIn(acrossStacks('Bucket')));
    expect(hashIn(template)).not.toBe(hashIn(acrossStacks('OtherBucket')));
  });

  test('to the stack around a nested stack has the ids of what the reference comes to', () => {
    const app = new App();
    const outer = new Stack(app, 'Outer');
    const nested = new NestedStack(outer, 'Nested');
    const job = batchJob(nested, 'Classify', { outputBucket: new Bucket(outer, 'Bucket') });
    new CfnOutput(outer, 'Results', { value: job.outputUri });
    const inner = templateOf(nested);
    expect(Object.keys(inner.Parameters!)).toHaveLength(2);
    expect(hashIn(inner)).toMatch(/^[0-9a-f]{8}$/);
    expect(looseEnds(inner)).toEqual([]);
    expect(looseEnds(templateOf(outer))).toEqual([]);
  });

  test('may be a pseudo parameter', () => {
    const template = templateWith({ outputPrefix: `answers/${Aws.REGION}` });
    expect(hashIn(template)).toMatch(/^[0-9a-f]{8}$/);
    expect(looseEnds(template)).toEqual([]);
  });
});

describe('the results of a job that are used in another stack', () => {
  const usedElsewhere = (props: BatchJobProps = {}) => {
    const app = new App();
    const stack = new Stack(app, 'Jobs');
    const outputBucket = new Bucket(new Stack(app, 'Buckets'), 'Bucket');
    const job = batchJob(stack, 'Classify', { outputBucket, ...props });
    new StringParameter(new Stack(app, 'Reports'), 'Results', { stringValue: job.outputUri });
    return app.synth().getStackByName('Jobs').template as TemplateBody;
  };

  test('are exported', () => {
    const template = usedElsewhere();
    expect(Object.keys(template.Outputs!)).toHaveLength(3);
    expect(hashIn(template)).toMatch(/^[0-9a-f]{8}$/);
    expect(looseEnds(template)).toEqual([]);
  });

  test('have the same export when another time is waited, for CloudFormation removes none that is in use', () => {
    const before = usedElsewhere();
    const after = usedElsewhere({ waitTimeout: Duration.hours(36) });
    expect(hashIn(after)).not.toBe(hashIn(before));
    expect(after.Outputs).toEqual(before.Outputs);
  });
});
