import type { JobCourse } from '../../../../rehearsal/jobs/job-course';
import type { JsonObject } from '../../../../rehearsal/json-value';
import { TrainingJob } from '../../../../rehearsal/sagemaker/training/training-job';
import { Supposition } from '../../../../unconfirmed/supposition';
import { START, trainingRequest } from '../../fixture-sagemaker';

const SPOT = { EnableManagedSpotTraining: true };
let now = START;
beforeEach(() => (now = START));

function trainingJob(course: JobCourse = {}, more: JsonObject = {}, supposed: string[] = []): TrainingJob {
  return new TrainingJob({
    name: 'job',
    arn: 'arn:aws:sagemaker:us-east-1:111122223333:training-job/job',
    region: 'us-east-1',
    request: trainingRequest({ Tags: [{ Key: 'a', Value: 'b' }], ...more }),
    course,
    createdAt: START,
    now: () => now,
    supposition: Supposition.read(supposed),
  });
}

function statusAt(job: TrainingJob, seconds: number): string {
  now = START + seconds * 1000;
  return `${job.status}/${job.secondaryStatus}`;
}

function describedAt(seconds: number, job: TrainingJob): JsonObject {
  now = START + seconds * 1000;
  return job.describe();
}

test('starts, waits for instances, downloads, trains, uploads and completes in 4 minutes', () => {
  const job = trainingJob();
  expect([0, 5, 20, 42, 229, 239, 240].map((seconds) => statusAt(job, seconds))).toEqual([
    'InProgress/Starting',
    'InProgress/Pending',
    'InProgress/Downloading',
    'InProgress/Training',
    'InProgress/Uploading',
    'InProgress/Uploading',
    'Completed/Completed',
  ]);
});

test('describes a completed job as the service does', () => {
  const { Tags: _tags, ...request } = trainingRequest();
  const description = describedAt(300, trainingJob({ metrics: { 'validation:auc': 0.97 } }));
  expect(description).toEqual({
    ...request,
    TrainingJobArn: 'arn:aws:sagemaker:us-east-1:111122223333:training-job/job',
    TrainingJobStatus: 'Completed',
    SecondaryStatus: 'Completed',
    SecondaryStatusTransitions: expect.arrayContaining([
      { Status: 'Starting', StartTime: START / 1000, EndTime: START / 1000 + 5 },
      { Status: 'Completed', StartTime: START / 1000 + 240 },
    ]),
    CreationTime: START / 1000,
    LastModifiedTime: START / 1000 + 240,
    TrainingStartTime: START / 1000 + 20,
    TrainingEndTime: START / 1000 + 240,
    TrainingTimeInSeconds: 220,
    BillableTimeInSeconds: 220,
    ModelArtifacts: { S3ModelArtifacts: 's3://out/models/job/output/model.tar.gz' },
    FinalMetricDataList: [{ MetricName: 'validation:auc', Value: 0.97, Timestamp: START / 1000 + 240 }],
  });
});

test('has no model and no times before it runs', () => {
  const description = describedAt(10, trainingJob());
  expect(description).not.toHaveProperty('ModelArtifacts');
  expect(description).not.toHaveProperty('TrainingStartTime');
});

test('fails with the reason of its script, without a model', () => {
  const description = describedAt(60, trainingJob({ failure: 'AlgorithmError: exit code 1', duration: 60 }));
  expect(description).toMatchObject({
    TrainingJobStatus: 'Failed',
    SecondaryStatus: 'Failed',
    FailureReason: 'AlgorithmError: exit code 1',
  });
  expect(description).not.toHaveProperty('ModelArtifacts');
});

test('a stop takes a while, and leaves no model', () => {
  const job = trainingJob();
  now = START + 100_000;
  job.stop();
  expect([100, 114, 115].map((seconds) => statusAt(job, seconds))).toEqual([
    'Stopping/Stopping',
    'Stopping/Stopping',
    'Stopped/Stopped',
  ]);
  expect(job.describe()).not.toHaveProperty('ModelArtifacts');
});

describe('longer than MaxRuntimeInSeconds', () => {
  const StoppingCondition = { MaxRuntimeInSeconds: 100 };

  test('is stopped, and uploads what it has', () => {
    const job = trainingJob({ duration: 1000 }, { StoppingCondition });
    expect([119, 120, 135].map((seconds) => statusAt(job, seconds))).toEqual([
      'InProgress/Training',
      'Stopping/Stopping',
      'Stopped/MaxRuntimeExceeded',
    ]);
    expect(job.describe()).toHaveProperty('ModelArtifacts');
  });

  test('has no model if the script says so', () => {
    const job = trainingJob({ duration: 1000, modelAtTimeLimit: false }, { StoppingCondition });
    expect(describedAt(200, job)).not.toHaveProperty('ModelArtifacts');
  });
});

describe('on spot instances', () => {
  const StoppingCondition = { MaxRuntimeInSeconds: 100, MaxWaitTimeInSeconds: 150 };

  test('is billed less than it takes', () => {
    const job = trainingJob({ duration: 120 }, { ...SPOT, StoppingCondition });
    expect(describedAt(120, job)).toMatchObject({ TrainingTimeInSeconds: 100, BillableTimeInSeconds: 30 });
  });

  test('is stopped when instances come too late, without a model if they never came', () => {
    const late = { duration: 1000, startup: 90 };
    expect(statusAt(trainingJob(late, { ...SPOT, StoppingCondition }), 165)).toBe('Stopped/MaxWaitTimeExceeded');
    const never = trainingJob({ duration: 1000, startup: 900 }, { ...SPOT, StoppingCondition });
    expect(statusAt(never, 165)).toBe('Stopped/MaxWaitTimeExceeded');
    expect(never.describe()).not.toHaveProperty('ModelArtifacts');
  });
});

test('passes through the statuses of its script, known and unknown', () => {
  const statuses = [
    { after: 50, status: 'Interrupted' },
    { after: 60, status: 'Hibernating' },
  ];
  const job = trainingJob({ statuses });
  expect([50, 60, 240].map((seconds) => statusAt(job, seconds))).toEqual([
    'InProgress/Interrupted',
    'Hibernating/Hibernating',
    'Completed/Completed',
  ]);
});

test('an uncompressed model is a folder', () => {
  const output = { OutputDataConfig: { S3OutputPath: 's3://out', CompressionType: 'NONE' } };
  expect(trainingJob({}, output).artifactsUri).toBe('s3://out/job/output/model/');
  const bare = trainingJob({}, output, ['uncompressed-model=without-a-slash']);
  expect(bare.artifactsUri).toBe('s3://out/job/output/model');
});

test('registers its model where it is told to', () => {
  const ModelPackageGroupArn = 'arn:aws:sagemaker:us-east-1:111122223333:model-package-group/group';
  expect(describedAt(240, trainingJob({}, { ModelPackageConfig: { ModelPackageGroupArn } }))).toMatchObject({
    OutputModelPackageArn: 'arn:aws:sagemaker:us-east-1:111122223333:model-package/group/1',
  });
});

test('uses its instances from the download on, until it has ended', () => {
  const job = trainingJob();
  expect(job.usage).toEqual({ instances: [{ type: 'ml.m5.xlarge', count: 1, seconds: 0 }] });
  now = START + 80_000;
  expect(job.usage.instances).toEqual([{ type: 'ml.m5.xlarge', count: 1, seconds: 60 }]);
  now = START + 3_600_000;
  expect(job.usage.instances).toEqual([{ type: 'ml.m5.xlarge', count: 1, seconds: 220 }]);
});

test.each([
  [undefined, true, true],
  ['until-its-end', true, false],
  ['none', false, false],
])('whether instances wait after a job that has failed is supposed: %s', (alternative, isKept, canEnd) => {
  const ResourceConfig = { InstanceType: 'ml.m5.xlarge', InstanceCount: 1, KeepAlivePeriodInSeconds: 600 };
  const supposed = alternative === undefined ? [] : [`warm-pool-of-a-failed-job=${alternative}`];
  const job = trainingJob({ failure: 'AlgorithmError: no such column' }, { ResourceConfig }, supposed);
  now = START + 260_000;
  expect([job.status, job.keepsWarmPool, job.canEndWarmPool]).toEqual(['Failed', isKept, canEnd]);
});

test('uses no more once its instances are told to wait no longer', () => {
  const ResourceConfig = { InstanceType: 'ml.m5.xlarge', InstanceCount: 1, KeepAlivePeriodInSeconds: 600 };
  const job = trainingJob({}, { ResourceConfig });
  expect(job.usage.note).toBe('its instances wait for up to 600 s more');
  job.keepAlive(0);
  expect(job.usage.note).toBeUndefined();
});
