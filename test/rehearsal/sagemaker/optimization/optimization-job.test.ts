import type { JobCourse } from '../../../../rehearsal/jobs/job-course';
import type { JsonObject } from '../../../../rehearsal/json-value';
import { OptimizationJob } from '../../../../rehearsal/sagemaker/optimization/optimization-job';
import { Supposition } from '../../../../unconfirmed/supposition';
import { optimizationRequest, START } from '../../fixture-sagemaker';

let now = START;
beforeEach(() => (now = START));

function optimizationJob(course: JobCourse = {}, suppose: string[] = [], more: JsonObject = {}): OptimizationJob {
  return new OptimizationJob({
    name: 'job',
    arn: 'arn:aws:sagemaker:us-east-1:111122223333:optimization-job/job',
    region: 'us-east-1',
    request: optimizationRequest({ Tags: [{ Key: 'a', Value: 'b' }], ...more }),
    course,
    createdAt: START,
    supposition: Supposition.read(suppose),
    now: () => now,
  });
}

function statusAt(job: OptimizationJob, seconds: number): string {
  now = START + seconds * 1000;
  return job.status;
}

test('goes from STARTING to INPROGRESS to COMPLETED', () => {
  const job = optimizationJob();
  expect([0, 20, 239, 240].map((seconds) => statusAt(job, seconds))).toEqual([
    'STARTING',
    'INPROGRESS',
    'INPROGRESS',
    'COMPLETED',
  ]);
});

test('describes a completed job as the service does', () => {
  const job = optimizationJob();
  now = START + 300_000;
  const { OptimizationJobName: _, ...request } = optimizationRequest();
  expect(job.describe()).toEqual({
    ...request,
    OptimizationJobName: 'job',
    OptimizationJobArn: job.arn,
    OptimizationJobStatus: 'COMPLETED',
    OptimizationStartTime: START / 1000 + 20,
    OptimizationEndTime: START / 1000 + 240,
    CreationTime: START / 1000,
    LastModifiedTime: START / 1000 + 240,
    OptimizationOutput: {
      RecommendedInferenceImage: '763104351884.dkr.ecr.us-east-1.amazonaws.com/djl-inference:0.36.0-lmi25.0.0-cu130',
    },
  });
});

test('recommends the image that has optimized the model', () => {
  const OptimizationConfigs = [{ ModelCompilationConfig: { Image: 'registry/lmi:1' } }];
  const job = optimizationJob({}, [], { OptimizationConfigs });
  expect(job.describe()).not.toHaveProperty('OptimizationOutput');
  now = START + 300_000;
  expect(job.describe().OptimizationOutput).toEqual({ RecommendedInferenceImage: 'registry/lmi:1' });
});

test.each([
  ['late', [false, true]],
  ['absent', [false, false]],
  ['with-the-status', [true, true]],
])('the image is %s', (supposed, expected) => {
  const job = optimizationJob({ duration: 100 }, [`optimization-image=${supposed}`]);
  const seen = [101, 131].map((seconds) => {
    now = START + seconds * 1000;
    return 'OptimizationOutput' in job.describe();
  });
  expect(seen).toEqual(expected);
});

test.each([
  ['as-sent', 's3://out/job/'],
  ['without-a-slash', 's3://out/job'],
  ['in-a-folder', 's3://out/job/job/'],
])('the place of the model is described %s', (supposed, S3OutputLocation) => {
  const job = optimizationJob({}, [`optimization-output=${supposed}`]);
  expect(job.describe().OutputConfig).toEqual({ S3OutputLocation });
});

test('fails with the reason of its script', () => {
  const job = optimizationJob({ failure: 'ClientError: no', duration: 60 });
  expect(statusAt(job, 60)).toBe('FAILED');
  expect(job.describe()).toMatchObject({ OptimizationJobStatus: 'FAILED', FailureReason: 'ClientError: no' });
});

test.each([
  ['failed', 'FAILED', 'TimeOut'],
  ['stopped', 'STOPPED', ''],
])('is %s when it runs longer than MaxRuntimeInSeconds', (supposed, status, reason) => {
  const job = optimizationJob({ duration: 5000 }, [`optimization-over-time=${supposed}`]);
  expect(statusAt(job, 919)).toBe('INPROGRESS');
  expect(statusAt(job, 920)).toBe(status);
  expect(job.failureReason).toContain(reason);
});

test('a stop takes a while', () => {
  const job = optimizationJob();
  now = START + 100_000;
  job.stop();
  expect([100, 115].map((seconds) => statusAt(job, seconds))).toEqual(['STOPPING', 'STOPPED']);
});

test('uses the instance that it is for, from when it is in progress', () => {
  const job = optimizationJob();
  expect(job.usage.instances).toEqual([{ type: 'ml.g5.2xlarge', count: 1, seconds: 0 }]);
  now = START + 3_600_000;
  expect(job.usage).toEqual({
    instances: [{ type: 'ml.g5.2xlarge', count: 1, seconds: 220 }],
    note: 'taken to run on one instance of the type it is for',
  });
});
