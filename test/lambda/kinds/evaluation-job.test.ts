import * as sdk from '@aws-sdk/client-bedrock';
import { mockClient } from 'aws-sdk-client-mock';
import { clientError } from './client-error';
import { COMPLETED_EVALUATION as completed } from './samples/evaluation-job';
import { evaluationJobs } from '../../../lambda/kinds/evaluation-job';
import { NO_OBJECTS, storedObjects } from '../stored-objects';

const arn = completed.jobArn!;
const name = completed.jobName!;
const bedrock = mockClient(sdk.BedrockClient);
const client = new sdk.BedrockClient({});
const KEY = `evaluations/${name}/a1b2c3d4e5f6/models/nova/taskTypes/QuestionAndAnswer/datasets/faq/1_output.jsonl`;
const line = (result: number) =>
  JSON.stringify({ automatedEvaluationResult: { scores: [{ metricName: 'Accuracy', result }] } });
const results = storedObjects('results', { [KEY]: `${line(0.7)}\n${line(0.8)}` });
const unreadable = storedObjects('results', { [KEY]: clientError('AccessDenied', 'Access Denied', 403) });
const requiring = (bounds: string, objects = results, isLeaving = false) =>
  evaluationJobs(client, objects, { Acceptance: { 'Builtin.Accuracy': bounds }, isLeaving });

beforeEach(() => {
  bedrock.reset();
  bedrock.on(sdk.GetEvaluationJobCommand).resolves(completed);
  bedrock.on(sdk.ListEvaluationJobsCommand).resolves({
    jobSummaries: [
      {
        jobArn: arn,
        jobName: name,
        status: 'Completed',
        creationTime: new Date(0),
        jobType: 'Automated',
        evaluationTaskTypes: [],
      },
    ],
  });
});

test('a job that is shown no more when it is judged is not there', async () => {
  const gone = clientError('ResourceNotFoundException', 'Could not find the evaluation job.', 404);
  bedrock.on(sdk.GetEvaluationJobCommand).resolvesOnce(completed).rejects(gone);

  expect(await requiring('0.7..').describe(arn)).toBeUndefined();
});

test('a call that is throttled is made again', async () => {
  const busy = storedObjects('results', { [KEY]: clientError('SlowDown', 'Please reduce your request rate.', 503) });
  const kind = requiring('0.7..', busy);
  const error = await kind.describe(arn).catch((thrown: unknown) => thrown);

  expect(error).toMatchObject({ message: 'Please reduce your request rate.' });
  expect(kind.meaningOf(error)).toBe('busy');
});

test('reads no results where no metric is required', async () => {
  expect(await evaluationJobs(client, unreadable).describe(arn)).toMatchObject({ phase: 'completed' });
});

test('has completed where its metrics are what is required, which become attributes', async () => {
  const seen = { phase: 'completed', attributes: { 'Metric.Builtin_2e_Accuracy': '0.75' }, isProvisional: false };

  expect(await requiring('0.75..').describe(arn)).toMatchObject(seen);
  expect(await requiring('0.75..').find(name)).toMatchObject(seen);
});

test('has failed where they are not, for good', async () => {
  expect(await requiring('0.8..').find(name)).toMatchObject({
    phase: 'failed',
    reason:
      'Builtin.Accuracy is 0.75, the mean of 2 results in models/nova/taskTypes/QuestionAndAnswer/datasets/faq, and must be at least 0.8',
    isProvisional: false,
    endedAt: completed.lastModifiedTime,
  });
});

test('is looked at again for results that are not there', async () => {
  expect(await requiring('0.8..', NO_OBJECTS).describe(arn)).toMatchObject({
    phase: 'failed',
    reason: 'there is no result of Builtin.Accuracy',
    isProvisional: true,
  });
});

test('has the attributes of metrics, empty, as long as it runs', async () => {
  bedrock.on(sdk.GetEvaluationJobCommand).resolves({ ...completed, status: 'InProgress' });

  expect(await requiring('0.8..', unreadable).describe(arn)).toMatchObject({
    phase: 'running',
    attributes: { 'Metric.Builtin_2e_Accuracy': '' },
  });
});

test('is none where there is none', async () => {
  bedrock.on(sdk.GetEvaluationJobCommand).rejects(clientError('ResourceNotFoundException', 'no such job', 404));

  expect(await requiring('0.8..').describe(arn)).toBeUndefined();
});

test('cannot be judged while its results cannot be read: that is no failure of the job', async () => {
  const kind = requiring('0.8..', unreadable);
  const error = await kind.describe(arn).catch((thrown: unknown) => thrown);

  expect(error).toMatchObject({ message: 'Access Denied' });
  expect(kind.meaningOf(error)).toBe('denied');
});

test('is not judged where its resource is deleted: its results may not be readable any more', async () => {
  expect(await requiring('0.8..', unreadable, true).describe(arn)).toMatchObject({ phase: 'completed' });
  expect(await requiring('0.8..', unreadable, true).find(name)).toMatchObject({ phase: 'completed' });
});
