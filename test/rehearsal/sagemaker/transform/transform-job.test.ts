import type { JobCourse } from '../../../../rehearsal/jobs/job-course';
import { TransformJob } from '../../../../rehearsal/sagemaker/transform/transform-job';
import { START, transformRequest } from '../../fixture-sagemaker';

let now = START;
beforeEach(() => (now = START));

function transformJob(course: JobCourse = {}): TransformJob {
  return new TransformJob({
    name: 'job',
    arn: 'arn:aws:sagemaker:us-east-1:111122223333:transform-job/job',
    region: 'us-east-1',
    request: transformRequest({ Tags: [{ Key: 'a', Value: 'b' }] }),
    course,
    createdAt: START,
    now: () => now,
  });
}

test('describes a completed job as the service does', () => {
  const job = transformJob();
  now = START + 300_000;
  expect(job.describe()).toEqual({
    ...transformRequest(),
    TransformJobArn: job.arn,
    TransformJobStatus: 'Completed',
    CreationTime: START / 1000,
    TransformStartTime: START / 1000 + 20,
    TransformEndTime: START / 1000 + 240,
  });
});

test('a job that is stopped before it has started has no start', () => {
  const job = transformJob({ startup: 100 });
  now = START + 50_000;
  job.stop();
  now = START + 300_000;
  expect(job.describe()).toMatchObject({ TransformJobStatus: 'Stopped', TransformEndTime: START / 1000 + 65 });
  expect(job.describe()).not.toHaveProperty('TransformStartTime');
});

test('uses its instances from when it has started', () => {
  const job = transformJob();
  expect(job.usage).toEqual({ instances: [{ type: 'ml.m5.xlarge', count: 1, seconds: 0 }] });
  now = START + 300_000;
  expect(job.usage).toEqual({ instances: [{ type: 'ml.m5.xlarge', count: 1, seconds: 220 }] });
});

test('a job that is stopped before it has started uses nothing', () => {
  const job = transformJob({ startup: 100 });
  job.stop();
  now = START + 300_000;
  expect(job.usage.instances).toEqual([{ type: 'ml.m5.xlarge', count: 1, seconds: 0 }]);
});
