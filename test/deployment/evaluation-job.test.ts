import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { CfnOutput, Duration, Stack, Tags } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { cleanUp, newRehearsal, synthesize } from './deployment';
import { failuresOf } from './long-batch-job';
import { assembliesOf } from './rehearsed-life';
import { templateStatements, without } from './template-statements';
import type { Rehearsal, RehearsalOptions } from '../../rehearsal/rehearsal';
import { metricLines } from '../../rehearsal/terminal/metric-report';
import {
  EvaluationDataset,
  EvaluationJob,
  type EvaluationJobProps,
  EvaluationSource,
  EvaluationTaskType,
  EvaluatorModel,
  type MetricRequirement,
} from '../../src';
import { Supposition } from '../../unconfirmed/supposition';
import { BOOL_Q, evaluationJob } from '../src/sample-evaluation-job';

const folders: string[] = [];
afterEach(async () => {
  await cleanUp();
  folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true }));
});

type Props = Partial<EvaluationJobProps>;

/** How long a resource waits for its job by itself. */
const BY_ITSELF = { waitTimeout: Duration.minutes(50) };
const METRIC = 'Builtin.Accuracy';

/** Makes an app with one stack `App` and one job `Evaluate`, of which a metric may be required. */
function appWith(required?: MetricRequirement, props: Props | ((stack: Stack) => Props) = {}, tag = 'one'): string {
  return synthesize((app) => {
    const stack = new Stack(app, 'App');
    const own = typeof props === 'function' ? props(stack) : props;
    const job = evaluationJob(stack, 'Evaluate', { ...BY_ITSELF, ...own });
    Tags.of(job).add('stage', tag);
    if (required) new CfnOutput(stack, 'Accuracy', { value: job.requireMetric(METRIC, required) });
  });
}

const REQUIRED = { atLeast: 0.8 };
const withAccuracy = (value: number): RehearsalOptions => ({ jobs: { Evaluate: { metrics: { [METRIC]: value } } } });

const callsOf = ({ bedrock }: Rehearsal, operation: string) =>
  bedrock.calls.filter((call) => call.operation === operation && call.error === undefined).map(({ input }) => input);

test('a job whose metric is what must be is a success, with its value and the folder of its results', async () => {
  const rehearsal = newRehearsal(withAccuracy(0.85));
  const { ok, stacks } = await rehearsal.deploy(appWith(REQUIRED));
  const [{ id, name }] = rehearsal.bedrock.evaluationJobs;

  expect(ok).toBe(true);
  expect(stacks.App.outputs).toMatchObject({
    EvaluateOutputUri: `s3://results/evaluations/${name}/${id}/`,
    Accuracy: '0.85',
  });
});

test('a job whose metric is less fails the deployment, with what it is and what it must be', async () => {
  const rehearsal = newRehearsal(withAccuracy(0.5));
  const { ok, stacks } = await rehearsal.deploy(appWith(REQUIRED));

  expect(ok).toBe(false);
  expect(failuresOf(stacks.App)[0]).toContain(
    'Builtin.Accuracy is 0.5, the mean of 1 result in models/amazon.nova-lite-v1:0/taskTypes/QuestionAndAnswer/datasets/Builtin.BoolQ, and must be at least 0.8',
  );
});

test('a metric may be too much', async () => {
  const { ok, stacks } = await newRehearsal(withAccuracy(0.5)).deploy(appWith({ atMost: 0.4 }));

  expect(ok).toBe(false);
  expect(failuresOf(stacks.App)[0]).toContain('and must be at most 0.4');
});

test('another bound judges the same job again', async () => {
  const rehearsal = newRehearsal(withAccuracy(0.85));
  await rehearsal.deploy(appWith(REQUIRED));
  const higher = await rehearsal.deploy(appWith({ atLeast: 0.9 }));
  const lower = await rehearsal.deploy(appWith({ atLeast: 0.7 }));

  expect([higher.ok, lower.ok]).toEqual([false, true]);
  expect(failuresOf(higher.stacks.App)[0]).toContain('and must be at least 0.9');
  expect(rehearsal.bedrock.evaluationJobs).toHaveLength(1);
});

test('what nobody says is invented, and the one who reads the report is told so', async () => {
  const rehearsal = newRehearsal();
  const { ok, stacks } = await rehearsal.deploy(appWith(REQUIRED));

  expect([ok, stacks.App.outputs.Accuracy]).toEqual([true, '0.9']);
  expect(metricLines(stacks.App, rehearsal.bedrock.jobs)).toEqual([
    'Evaluate: Builtin.Accuracy = 0.9 (invented: no model was asked)',
  ]);
});

test('nothing is read where nothing is required', async () => {
  const rehearsal = newRehearsal();
  expect((await rehearsal.deploy(appWith())).ok).toBe(true);

  expect(rehearsal.s3.calls).toEqual([]);
});

test.each([
  ['evaluation-results-written', 'with-the-status'],
  ['evaluation-results-written', 'late'],
  ['evaluation-metric-names', 'plain'],
  ['evaluation-metric-names', 'as-asked-for'],
])('a metric is found whatever is so: %s=%s', async (fact, alternative) => {
  const supposition = Supposition.read([`${fact}=${alternative}`]);
  const { ok, stacks } = await newRehearsal({ ...withAccuracy(0.85), supposition }).deploy(appWith(REQUIRED));

  expect([ok, stacks.App.outputs.Accuracy]).toEqual([true, '0.85']);
});

/** Results that a key of the stack encrypts. */
const encrypted = (stack: Stack): Props => ({
  outputBucket: new Bucket(stack, 'Results', {
    encryption: BucketEncryption.KMS,
    encryptionKey: new Key(stack, 'ResultKey'),
  }),
});

test('results that a key encrypts are read with it', async () => {
  const { ok, stacks } = await newRehearsal(withAccuracy(0.85)).deploy(appWith(REQUIRED, encrypted));

  expect([ok, stacks.App.outputs.Accuracy]).toEqual([true, '0.85']);
});

test.each([
  ['s3:ListBucket', /"s3:ListBucket".*s3:prefix/],
  ['s3:GetObject', /"s3:GetObject"/],
  ['kms:Decrypt', /"kms:Decrypt".*kms:ViaService/],
])('without %s, results cannot be read, and nothing passes', async (action, statement) => {
  const assemblies = assembliesOf({
    name: 'an app',
    stages: ['created'],
    make: (app) => {
      const stack = new Stack(app, 'App');
      evaluationJob(stack, 'Evaluate', { ...BY_ITSELF, ...encrypted(stack) }).requireMetric(METRIC, REQUIRED);
    },
  });
  const removed = templateStatements(assemblies).find(
    ({ text, logicalId }) => statement.test(text) && /Handler|Engine|Jobs/.test(logicalId),
  )!;
  const { ok, stacks, denials } = await without(removed, assemblies, async () =>
    newRehearsal(withAccuracy(0.85)).deploy(assemblies.get('created')!),
  );

  expect(ok).toBe(false);
  expect(failuresOf(stacks.App)[0]).toMatch(/AccessDenied/);
  expect(denials[0].denial.missingStatement).toMatchObject({ Action: action });
});

/** An app whose prompts are a file of its own; those of `appWith` are the service's. */
const appWithPrompts = (text: string): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'prompts-'));
  folders.push(folder);
  const file = path.join(folder, 'birds.jsonl');
  writeFileSync(file, text);
  const dataset = EvaluationDataset.fromAsset(file, {
    name: 'birds',
    taskType: EvaluationTaskType.QUESTION_AND_ANSWER,
    metrics: [METRIC],
  });
  return appWith(REQUIRED, { datasets: [dataset] });
};

test('prompts of the app are uploaded, and taken by the service', async () => {
  const line = JSON.stringify({ prompt: 'Is a penguin a bird?', referenceResponse: 'yes' });
  const { ok, stacks } = await newRehearsal(withAccuracy(0.85)).deploy(appWithPrompts(`${line}\n`));

  expect([ok, stacks.App.outputs.Accuracy]).toEqual([true, '0.85']);
});

test('other tags are set in place, and another request is another job', async () => {
  const rehearsal = newRehearsal();
  await rehearsal.deploy(appWith());
  await rehearsal.deploy(appWith(undefined, {}, 'two'));
  expect(callsOf(rehearsal, 'TagResource')).toHaveLength(1);
  expect(rehearsal.bedrock.evaluationJobs).toHaveLength(1);

  const { ok } = await rehearsal.deploy(appWith(undefined, { datasets: [BOOL_Q], rerunKey: 'two' }, 'two'));
  expect([ok, callsOf(rehearsal, 'CreateEvaluationJob').length]).toEqual([true, 2]);
});

test('a stack that goes back to an earlier request finds its job, and judges it again', async () => {
  const rehearsal = newRehearsal(withAccuracy(0.85));
  await rehearsal.deploy(appWith(REQUIRED));
  await rehearsal.deploy(appWith(REQUIRED, { description: 'another' }));
  const { ok, stacks } = await rehearsal.deploy(appWith(REQUIRED));
  const [{ id }] = rehearsal.bedrock.evaluationJobs;

  expect([ok, stacks.App.outputs.EvaluateOutputUri]).toEqual([true, expect.stringContaining(`/${id}/`)]);
  expect(callsOf(rehearsal, 'CreateEvaluationJob')).toHaveLength(2);
});

test('a requirement goes together with the job that it was of: nothing is read of it any more', async () => {
  const rehearsal = newRehearsal(withAccuracy(0.85));
  await rehearsal.deploy(appWith(REQUIRED));
  const before = rehearsal.s3.calls.length;
  const { ok, denials } = await rehearsal.deploy(appWith(undefined, { description: 'another' }));

  expect([ok, denials]).toEqual([true, []]);
  expect(rehearsal.s3.calls).toHaveLength(before);
});

test('a job that takes too long is stopped', async () => {
  const rehearsal = newRehearsal({ jobs: { Evaluate: { duration: 7200 } } });
  const { ok, stacks } = await rehearsal.deploy(appWith());

  expect([ok, callsOf(rehearsal, 'StopEvaluationJob')]).toMatchObject([false, [{}]]);
  expect(failuresOf(stacks.App)[0]).toContain('The evaluation job had not ended after 3000 seconds, so it was stopped');
});

test('a job that runs when the stack is deleted is stopped', async () => {
  const rehearsal = newRehearsal({ jobs: { Evaluate: { duration: 7200 } } });
  const app = appWith(undefined, { waitTimeout: undefined, waitForCompletion: false });
  await rehearsal.deploy(app);
  expect((await rehearsal.destroy(app)).ok).toBe(true);

  expect(callsOf(rehearsal, 'StopEvaluationJob')).toHaveLength(1);
});

test('a stack is deleted without a look at the results', async () => {
  const rehearsal = newRehearsal(withAccuracy(0.85));
  const app = appWith(REQUIRED);
  await rehearsal.deploy(app);
  const before = rehearsal.s3.calls.length;

  expect((await rehearsal.destroy(app)).ok).toBe(true);
  expect(rehearsal.s3.calls).toHaveLength(before);
});

test('a job that was made elsewhere has the results that it has there', async () => {
  const arn = 'arn:aws:bedrock:us-east-1:123456789012:evaluation-job/abcdef123456';
  const app = synthesize((scope) => {
    const stack = new Stack(scope, 'App');
    const made = EvaluationJob.fromEvaluationJobArn(stack, 'Made', arn);
    new CfnOutput(stack, 'Results', { value: made.outputUri });
  });
  const { ok, stacks } = await newRehearsal({ existingJobs: { abcdef123456: {} } }).deploy(app);

  expect(ok).toBe(true);
  expect(stacks.App.outputs.Results).toMatch(/^s3:\/\/made-elsewhere\/.*\/abcdef123456\/$/);
});

/** Models of the service's, behind profiles. */
const [LITE, PRO] = ['us.amazon.nova-lite-v1:0', 'us.amazon.nova-pro-v1:0'];
const JUDGED = [
  EvaluationDataset.builtIn('Builtin.BoolQ', { taskType: EvaluationTaskType.CUSTOM, metrics: ['Builtin.Correctness'] }),
];

test.each<[string, Props]>([
  ['two models', { sources: [EvaluationSource.inferenceProfile(LITE), EvaluationSource.inferenceProfile(PRO)] }],
  [
    'a knowledge base, what a model answers with it, and a judge',
    {
      sources: [EvaluationSource.retrieveAndGenerate('KB12345678', EvaluationSource.inferenceProfile(LITE))],
      evaluatorModel: EvaluatorModel.inferenceProfile(PRO),
      datasets: JUDGED,
    },
  ],
  [
    'what was answered elsewhere, and a judge',
    {
      sources: [EvaluationSource.precomputed('my_model')],
      evaluatorModel: EvaluatorModel.inferenceProfile(PRO),
      datasets: JUDGED,
    },
  ],
])('the role of the job may do all that is done with %s', async (_, props) => {
  const rehearsal = newRehearsal();
  const { ok, denials } = await rehearsal.deploy(appWith(undefined, props));

  expect([ok, denials]).toEqual([true, []]);
});

test('each of two models must be good enough', async () => {
  const sources = [EvaluationSource.inferenceProfile(LITE), EvaluationSource.inferenceProfile(PRO)];
  const { ok, stacks } = await newRehearsal(withAccuracy(0.5)).deploy(appWith(REQUIRED, { sources }));

  expect(ok).toBe(false);
  for (const model of [LITE, PRO]) {
    expect(failuresOf(stacks.App)[0]).toContain(`in models/${model}/taskTypes/QuestionAndAnswer`);
  }
});
