import type { JobCourse } from '../../../../rehearsal/jobs/job-course';
import type { JsonObject } from '../../../../rehearsal/json-value';
import { CompilationJob } from '../../../../rehearsal/sagemaker/compilation/compilation-job';

const START = Date.UTC(2026, 0, 1);
let now = START;
beforeEach(() => (now = START));

function compilationJob(course: JobCourse = {}, output: JsonObject = { TargetDevice: 'ml_c5' }): CompilationJob {
  return new CompilationJob({
    name: 'job',
    arn: 'arn:aws:sagemaker:us-east-1:111122223333:compilation-job/job',
    region: 'us-east-1',
    request: {
      CompilationJobName: 'job',
      RoleArn: 'arn:role',
      InputConfig: { S3Uri: 's3://in/models/penguins.tar.gz', Framework: 'XGBOOST' },
      OutputConfig: { S3OutputLocation: 's3://out/compiled/', ...output },
      StoppingCondition: { MaxRuntimeInSeconds: 900 },
      Tags: [{ Key: 'a', Value: 'b' }],
    },
    course,
    createdAt: START,
    now: () => now,
  });
}

function statusAt(job: CompilationJob, seconds: number): string {
  now = START + seconds * 1000;
  return job.status;
}

test('goes from STARTING to INPROGRESS to COMPLETED in about 4 minutes', () => {
  const job = compilationJob();
  expect([0, 19, 20, 239, 240].map((seconds) => statusAt(job, seconds))).toEqual([
    'STARTING',
    'STARTING',
    'INPROGRESS',
    'INPROGRESS',
    'COMPLETED',
  ]);
});

test('fails with the reason of its script', () => {
  const job = compilationJob({ failure: 'ClientError: no', duration: 60 });
  expect(statusAt(job, 60)).toBe('FAILED');
  expect(job.describe()).toMatchObject({ CompilationJobStatus: 'FAILED', FailureReason: 'ClientError: no' });
});

test('fails when it runs longer than MaxRuntimeInSeconds', () => {
  const job = compilationJob({ duration: 5000 });
  expect(statusAt(job, 919)).toBe('INPROGRESS');
  expect(statusAt(job, 920)).toBe('FAILED');
  expect(job.failureReason).toContain('TimeOut');
});

test('passes through the statuses of its script', () => {
  const job = compilationJob({ statuses: [{ after: 50, status: 'OPTIMIZING' }] });
  expect([40, 50, 240].map((seconds) => statusAt(job, seconds))).toEqual(['INPROGRESS', 'OPTIMIZING', 'COMPLETED']);
});

test('a stop takes a while', () => {
  const job = compilationJob();
  now = START + 100_000;
  job.stop();
  expect([100, 114, 115, 900].map((seconds) => statusAt(job, seconds))).toEqual([
    'STOPPING',
    'STOPPING',
    'STOPPED',
    'STOPPED',
  ]);
});

test('describes a completed job as the service does', () => {
  const job = compilationJob();
  now = START + 300_000;
  expect(job.describe()).toEqual({
    CompilationJobName: 'job',
    CompilationJobArn: job.arn,
    CompilationJobStatus: 'COMPLETED',
    CompilationStartTime: START / 1000 + 20,
    CompilationEndTime: START / 1000 + 240,
    CreationTime: START / 1000,
    LastModifiedTime: START / 1000 + 240,
    FailureReason: '',
    RoleArn: 'arn:role',
    InputConfig: { S3Uri: 's3://in/models/penguins.tar.gz', Framework: 'XGBOOST' },
    OutputConfig: { S3OutputLocation: 's3://out/compiled/', TargetDevice: 'ml_c5' },
    StoppingCondition: { MaxRuntimeInSeconds: 900 },
    ModelArtifacts: { S3ModelArtifacts: 's3://out/compiled/penguins-ml_c5.tar.gz' },
    ModelDigests: { ArtifactDigest: expect.stringMatching(/^[0-9a-f]{64}$/) },
    InferenceImage: '301217895009.dkr.ecr.us-east-1.amazonaws.com/xgboost-neo:latest',
  });
});

test('an edge device has no inference image, a platform names the artifact', () => {
  const platform = { TargetPlatform: { Os: 'LINUX', Arch: 'ARM64', Accelerator: 'NVIDIA' } };
  const job = compilationJob({}, platform);
  now = START + 300_000;
  expect(job.describe()).toMatchObject({
    ModelArtifacts: { S3ModelArtifacts: 's3://out/compiled/penguins-linux-arm64-nvidia.tar.gz' },
  });
  expect(job.describe()).not.toHaveProperty('InferenceImage');
});

test('uses no instances that have a price', () => {
  expect(compilationJob().usage).toEqual({ instances: [], note: 'a compilation, for which no price was found' });
});
