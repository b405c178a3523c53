import { endAtTimeLimit } from '../../../lambda/kinds/training-job-time-limit';

const limits = { MaxRuntimeInSeconds: 3600, MaxWaitTimeInSeconds: 7200 };
const ModelArtifacts = { S3ModelArtifacts: 's3://results/train/output/model.tar.gz' };
const accepting = { StoppedAtTimeLimit: 'true' };

/** What Describe says of a job that was stopped at its maximum run time. */
const stopped = {
  TrainingJobStatus: 'Stopped',
  SecondaryStatus: 'MaxRuntimeExceeded',
  StoppingCondition: limits,
  ModelArtifacts: undefined,
} as const;

describe('a job that was stopped at a time limit', () => {
  test.each([undefined, {}, { StoppedAtTimeLimit: 'false' }])(
    'is a failure that says what the limit was (%p)',
    (acceptance) => {
      expect(endAtTimeLimit(stopped, acceptance)).toEqual({
        phase: 'failed',
        reason: 'it was stopped at its maximum run time of 3600 seconds, and has uploaded no model; raise maxRuntime',
      });
    },
  );

  test('is a failure that names the limit of a spot job', () => {
    expect(endAtTimeLimit({ ...stopped, SecondaryStatus: 'MaxWaitTimeExceeded' })).toEqual({
      phase: 'failed',
      reason: 'it was stopped at its maximum wait time of 7200 seconds, and has uploaded no model; raise maxWait',
    });
  });

  test('is a failure where it has uploaded a model that nobody accepts', () => {
    expect(endAtTimeLimit({ ...stopped, ModelArtifacts })).toEqual({
      phase: 'failed',
      reason:
        'it was stopped at its maximum run time of 3600 seconds, and has uploaded a model; set acceptStoppedAtTimeLimit to accept that, or raise maxRuntime',
    });
  });

  test.each(['MaxRuntimeExceeded', 'MaxWaitTimeExceeded'] as const)(
    'has completed where its model is accepted: %s',
    (SecondaryStatus) => {
      expect(endAtTimeLimit({ ...stopped, SecondaryStatus, ModelArtifacts }, accepting)).toEqual({
        phase: 'completed',
        reason: undefined,
      });
    },
  );

  test.each([undefined, { S3ModelArtifacts: undefined }, { S3ModelArtifacts: '' }])(
    'is a failure where a model would be accepted and there is none (%p)',
    (none) => {
      expect(endAtTimeLimit({ ...stopped, ModelArtifacts: none }, accepting)).toMatchObject({ phase: 'failed' });
    },
  );

  test('has what the service says in its reason, too', () => {
    const job = { ...stopped, StoppingCondition: undefined, FailureReason: 'ClientError: Please use a longer time' };

    expect(endAtTimeLimit(job)!.reason).toBe(
      'it was stopped at its maximum run time, and has uploaded no model; raise maxRuntime; ClientError: Please use a longer time',
    );
  });
});

test.each([
  ['Stopped', 'Stopped'],
  ['Stopped', undefined],
  ['Stopping', 'MaxRuntimeExceeded'],
  ['Completed', 'Completed'],
  ['Failed', 'Failed'],
] as const)('a job that is %s (%s) was not stopped at a time limit', (TrainingJobStatus, SecondaryStatus) => {
  const job = { TrainingJobStatus, SecondaryStatus, StoppingCondition: limits, ModelArtifacts };

  expect(endAtTimeLimit(job, accepting)).toBeUndefined();
});
