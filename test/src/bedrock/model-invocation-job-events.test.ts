import { Template } from 'aws-cdk-lib/assertions';
import type { OnEventOptions, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import type { ModelInvocationJob } from '../../../src';
import { BATCH_JOB_TYPE, batchJob } from '../sample-batch-job';
import { newStack } from '../sample-job';

const GENERATED = { prefix: 'stack--classify--' };

/** The rule that a function makes of a job, as the template has it. */
function ruleOf(
  make: (job: ModelInvocationJob, options: OnEventOptions) => Rule,
  props: Parameters<typeof batchJob>[2] = {},
) {
  const stack = newStack();
  const target = new SqsQueue(new Queue(stack, 'Queue'));
  make(batchJob(stack, 'Classify', props), { target });
  const [{ Properties }] = Object.values(Template.fromStack(stack).findResources('AWS::Events::Rule'));
  return Properties;
}

const patternOf = (...args: Parameters<typeof ruleOf>) => ruleOf(...args).EventPattern;

const event = (detail: object) => ({
  source: ['aws.bedrock'],
  'detail-type': ['Batch Inference Job State Change'],
  detail,
});

const onStateChange: Parameters<typeof ruleOf>[0] = (job, options) => job.onStateChange('Rule', options);
const onCompleted: Parameters<typeof ruleOf>[0] = (job, options) => job.onCompleted('Rule', options);
const onFailed: Parameters<typeof ruleOf>[0] = (job, options) => job.onFailed('Rule', options);

test('a change of state is one of any attempt at the job, to any status', () => {
  expect(patternOf(onStateChange)).toEqual(event({ batchJobName: [GENERATED] }));
});

test('a change of state of a job with a name of its own is one of the job with this very name', () => {
  const props = { modelInvocationJobName: 'reviews-v1' };
  expect(patternOf(onStateChange, props)).toEqual(event({ batchJobName: ['reviews-v1'] }));
  expect(patternOf(onCompleted, props)).toEqual(event({ batchJobName: ['reviews-v1'], status: ['Completed'] }));
});

test('no job hears of another whose id begins with its own', () => {
  const stack = newStack();
  const ids = ['ClassifyToo', 'Classify-Too', 'Classify--Too', 'Reclassify'];
  for (const id of ids) batchJob(stack, id, { stackOutputs: false });
  const jobs = Object.values(Template.fromStack(stack).findResources(BATCH_JOB_TYPE));
  const names = jobs.map(({ Properties }) => `${Properties.NamePrefix}--0123456789ab`);
  expect(names).toHaveLength(ids.length);
  expect(names.filter((name) => name.startsWith(GENERATED.prefix))).toEqual([]);
});

describe('where a partial completion is a failure', () => {
  test('a job has completed when all records were processed', () => {
    expect(patternOf(onCompleted)).toEqual(event({ batchJobName: [GENERATED], status: ['Completed'] }));
  });

  test('a job has failed however else it has ended', () => {
    expect(patternOf(onFailed)).toEqual(
      event({ batchJobName: [GENERATED], status: ['Failed', 'Stopped', 'Expired', 'PartiallyCompleted'] }),
    );
  });
});

describe('where a partial completion is accepted', () => {
  const props = { acceptPartialCompletion: true };

  test('a job has completed when it has done so partially', () => {
    expect(patternOf(onCompleted, props)).toEqual(
      event({ batchJobName: [GENERATED], status: ['Completed', 'PartiallyCompleted'] }),
    );
  });

  test('a job has failed however else it has ended', () => {
    expect(patternOf(onFailed, props)).toEqual(
      event({ batchJobName: [GENERATED], status: ['Failed', 'Stopped', 'Expired'] }),
    );
  });
});

test.each([
  ['onStateChange', onStateChange],
  ['onCompleted', onCompleted],
  ['onFailed', onFailed],
])('%s leads to the target, and there may be several', (_, make) => {
  expect(ruleOf(make).Targets).toEqual([
    { Arn: { 'Fn::GetAtt': [expect.stringMatching(/^Queue/), 'Arn'] }, Id: 'Target0' },
  ]);
  expect(() =>
    ruleOf((job, options) => {
      make(job, options);
      return job.onStateChange('Another', options);
    }),
  ).not.toThrow();
});

test('a rule is there before the job is, so that it misses nothing', () => {
  const stack = newStack();
  batchJob(stack, 'Classify').onStateChange('Rule', { target: new SqsQueue(new Queue(stack, 'Queue')) });
  const [rule] = Object.values(Template.fromStack(stack).findResources('AWS::Events::Rule'));
  expect(rule.DependsOn).toBeUndefined();
  expect(JSON.stringify(rule)).not.toContain('GetAtt":["Classify');
});

test('a rule without a target, with a name and a description, is what it says', () => {
  const options = { ruleName: 'reviews', description: 'Reviews are classified' };
  expect(ruleOf((job) => job.onCompleted('Rule', options))).toMatchObject({
    Name: 'reviews',
    Description: 'Reviews are classified',
    State: 'ENABLED',
  });
});

test('a rule may be narrower than all events of the job', () => {
  const eventPattern = { region: ['us-east-1'] };
  expect(patternOf((job) => job.onStateChange('Rule', { eventPattern }))).toEqual({
    ...event({ batchJobName: [GENERATED] }),
    region: ['us-east-1'],
  });
});
