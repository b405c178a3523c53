import { SimulatedJob } from '../../../simulation/aws/simulated-job';

const FAILURE = 'ClientError: no such model';

function jobAfter(happen: (job: SimulatedJob) => void): unknown {
  const origin = { kind: 'TrainingJob', name: 'job', arn: 'arn', input: {}, tags: {}, at: 0, requestId: 'r1' } as const;
  const job = new SimulatedJob({ ...origin, course: { seconds: 100 } });
  happen(job);
  return job.stateAt(10_000);
}

test('jobs that have failed for other reasons, or since their role was not known, are not the same', () => {
  const failed = jobAfter((job) => job.fail(5000, FAILURE));

  expect(jobAfter((job) => job.fail(5000, FAILURE))).toEqual(failed);
  expect(jobAfter((job) => job.fail(5000, 'another reason'))).not.toEqual(failed);
  expect(jobAfter((job) => job.failForRole(5000, FAILURE))).not.toEqual(failed);
});

test('a job that is lost is not the same as one whose record was deleted', () => {
  const lost = jobAfter((job) => job.lose(5000));
  const deleted = jobAfter((job) => {
    job.lose(5000);
    job.isLost = false;
  });

  expect(lost).not.toEqual(deleted);
});
