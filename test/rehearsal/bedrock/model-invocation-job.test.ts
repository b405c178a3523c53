import { ModelInvocationJob } from '../../../rehearsal/bedrock/model-invocation-job';
import type { VirtualClock } from '../../../rehearsal/clock';
import type { JobCourse } from '../../../rehearsal/jobs/job-course';
import type { JsonObject } from '../../../rehearsal/json-value';
import { ACCOUNT, batchClock, batchRequest, BATCH_START } from '../fixture-batch';

let clock: VirtualClock;
beforeEach(() => (clock = batchClock()));

function newJob(course: JobCourse = {}, request: JsonObject = {}): ModelInvocationJob {
  return new ModelInvocationJob({
    id: 'a1b2c3d4e5f6',
    arn: 'arn:aws:bedrock:us-east-1:111122223333:model-invocation-job/a1b2c3d4e5f6',
    ...ACCOUNT,
    request: batchRequest(request),
    course,
    input: { files: [], records: 1000 },
    createdAt: BATCH_START,
    now: () => clock.now(),
  });
}

test('describes all of the request but its tags, with the defaults of the service', () => {
  const vpcConfig = { subnetIds: ['subnet-1'], securityGroupIds: ['sg-1'] };
  const job = newJob({}, { vpcConfig, clientRequestToken: 'token', tags: [{ key: 'a', value: 'b' }] });
  expect(job.describe()).toEqual({
    ...batchRequest({ vpcConfig, clientRequestToken: 'token' }),
    jobArn: job.arn,
    status: 'Submitted',
    modelInvocationType: 'InvokeModel',
    timeoutDurationInHours: 24,
    submitTime: '2026-01-01T00:00:00.000Z',
    lastModifiedTime: '2026-01-01T00:00:00.000Z',
    jobExpirationTime: '2026-01-02T00:00:00.000Z',
  });
});

test('counts records once they are validated, and more of them as time goes', async () => {
  const job = newJob({ startup: 100, duration: 300, errorRecords: 100 });
  expect(job.describe()).not.toHaveProperty('totalRecordCount');
  await clock.advance(30_000);
  expect(job.describe()).toMatchObject({ status: 'Scheduled', totalRecordCount: 1000, processedRecordCount: 0 });
  await clock.advance(170_000);
  expect(job.describe()).toMatchObject({
    status: 'InProgress',
    processedRecordCount: 500,
    successRecordCount: 450,
    errorRecordCount: 50,
  });
  await clock.advance(100_000);
  expect(job.describe()).toMatchObject({
    status: 'Completed',
    endTime: '2026-01-01T00:05:00.000Z',
    processedRecordCount: 1000,
    successRecordCount: 900,
    errorRecordCount: 100,
  });
});

test('a stop keeps what has been processed', async () => {
  const job = newJob({ startup: 100, duration: 300, stopping: 60 });
  await clock.advance(150_000);
  job.stop();
  await clock.advance(60_000);
  expect(job.describe()).toMatchObject({ status: 'Stopped', processedRecordCount: 250 });
  expect(job.endsAt).toBe(clock.now());
});

test('a time-out leaves the rest of the records', async () => {
  const hour = 3600;
  const job = newJob({ startup: hour, duration: 47 * hour }, { timeoutDurationInHours: 24 });
  await clock.advance(24 * hour * 1000);
  expect(job.describe()).toMatchObject({
    status: 'PartiallyCompleted',
    message: 'Not all records could be processed within the time-out of 24 hours.',
    processedRecordCount: 500,
  });
  await clock.advance(hour * 1000);
  expect(job.records.processed).toBe(500);
});

test('says where its results are', () => {
  expect(newJob().outputUri).toBe('s3://output/results/a1b2c3d4e5f6/');
  const output = { outputDataConfig: { s3OutputDataConfig: { s3Uri: 's3://output' } } };
  expect(newJob({}, output).outputUri).toBe('s3://output/a1b2c3d4e5f6/');
});

test('is paid for by the token, of as many records as are here', () => {
  expect(newJob().usage).toEqual({
    instances: [],
    note: `by the token: its records, which are not here, of ${String(batchRequest().modelId)}`,
  });
});

test('how many records there are of an input that is not here is invented', async () => {
  const job = newJob({ duration: 60 });
  expect(job.invented).toEqual([]);
  await clock.advance(60_000);
  expect(job.invented).toEqual([{ name: 'records', value: 1000, why: 'nothing was read' }]);
});
