import { Duration, Stack } from 'aws-cdk-lib';
import { cleanUp, eventsOf, newRehearsal, synthesize } from './deployment';
import {
  appWith,
  conditionEventsOf,
  failuresOf,
  HOUR,
  lasting,
  longestHistoryOf,
  signalsOf,
  statusesOf,
  ticksOf,
} from './long-batch-job';
import type { Rehearsal, StackResult } from '../../rehearsal/rehearsal';
import { trainingJob } from '../src/sample-training-job';

afterEach(cleanUp);

const MOST_HISTORY_EVENTS = 25_000;

/** The seconds from the end of the first job to the moment in which its resource with the results is there. */
function lagOf({ bedrock }: Rehearsal, stack: StackResult): number {
  const result = stack.events.find(
    (event) => /^BatchWaitResult/.test(event.logicalId) && /COMPLETE$/.test(event.status),
  )!;
  return (result.at - bedrock.jobs[0].endsAt!) / 1000;
}

const resourcesOf = ({ resources }: StackResult, id: RegExp): string[] =>
  Object.keys(resources)
    .filter((logicalId) => id.test(logicalId))
    .map((logicalId) => resources[logicalId].type)
    .sort();

describe('a job of any length', () => {
  test.each([
    ['20 minutes', 20 / 60, 100, []],
    ['3 hours', 3, 150, ['Completed']],
    ['30 hours', 30, 500, ['Running', 'Running', 'Completed']],
  ])('of %s ends with the right outputs, after few ticks of one execution', async (_, hours, mostTicks, words) => {
    const rehearsal = lasting(hours);
    const { ok, stacks } = await rehearsal.deploy(appWith());

    expect(ok).toBe(true);
    const [job] = rehearsal.bedrock.jobs;
    expect(stacks.App.outputs).toEqual({
      BatchModelInvocationJobArn: job.arn,
      BatchOutputUri: `s3://answers/batch/${job.id}/`,
      Succeeded: '1000',
    });
    expect(rehearsal.bedrock.jobs).toHaveLength(1);
    expect(ticksOf(rehearsal)).toBeLessThan(mostTicks);
    expect(rehearsal.executions.filter(({ ticks }) => ticks > 5)).toHaveLength(1);
    expect(signalsOf(stacks.App).slice(0, words.length)).toEqual(words);
    expect(lagOf(rehearsal, stacks.App)).toBeLessThan(Math.max(120, Math.min(0.06 * hours * HOUR, 400)));
  });

  test('of 24 hours needs six resources with a role of its own', async () => {
    const rehearsal = newRehearsal({ jobs: { Train: { duration: 23.5 * HOUR } } });
    const { ok, stacks } = await rehearsal.deploy(
      synthesize((app) => void trainingJob(new Stack(app, 'App'), 'Train', { maxRuntime: Duration.hours(24) })),
    );
    await rehearsal.settle();

    expect(ok).toBe(true);
    expect(resourcesOf(stacks.App, /^Train/)).toEqual([
      'AWS::CloudFormation::WaitCondition',
      'AWS::CloudFormation::WaitCondition',
      'AWS::IAM::Policy',
      'AWS::IAM::Role',
      'Custom::SageMakerTrainingJob',
      'Custom::SageMakerTrainingJobResult',
    ]);
    expect(stacks.App.outputs.TrainModelArtifacts).toContain(rehearsal.sagemaker.trainingJobs[0].name);
    expect(rehearsal.executions.filter(({ status }) => status !== 'SUCCEEDED')).toEqual([]);
  });

  test('of 168 hours needs eighteen, and one execution far below what Step Functions allows', async () => {
    const rehearsal = lasting(167);
    const { ok, stacks } = await rehearsal.deploy(appWith({ timeout: Duration.hours(168) }));

    expect(ok).toBe(true);
    expect(resourcesOf(stacks.App, /^Batch/).length).toBeLessThanOrEqual(18);
    expect(longestHistoryOf(rehearsal)).toBeLessThan(MOST_HISTORY_EVENTS * 0.8);
    expect(ticksOf(rehearsal)).toBeLessThan(1_700);
  });

  test('leaves no execution behind, and no answer that nobody takes', async () => {
    const rehearsal = lasting(30);
    await rehearsal.deploy(appWith());
    await rehearsal.settle();

    expect(rehearsal.answers.filter(({ ignored }) => ignored !== undefined)).toEqual([]);
    expect(rehearsal.executions.filter(({ status }) => status !== 'SUCCEEDED')).toEqual([]);
    expect((rehearsal.clock.now() - rehearsal.bedrock.jobs[0].endsAt!) / 1000).toBeLessThan(1.5 * HOUR);
  });

  test('that fails after 30 hours rolls the stack back with what the service says', async () => {
    const failure = 'The model returned an unexpected error';
    const rehearsal = lasting(30, { jobs: { Batch: { failure } } });
    const { ok, stacks } = await rehearsal.deploy(appWith());

    expect(ok).toBe(false);
    expect(stacks.App.status).toBe('ROLLBACK_COMPLETE');
    const [job] = rehearsal.bedrock.jobs;
    expect(failuresOf(stacks.App)).toEqual([
      expect.stringContaining(
        `The batch inference job ended as Failed: ${failure} | Job: ${job.arn} | Results: s3://answers/batch/${job.id}/ (a failed record has an 'error' in its line)`,
      ),
    ]);
    expect(failuresOf(stacks.App)[0]).toMatch(/^BatchWaitResult/);
  });

  test('that fails while it is validated fails as a resource, before anything waits', async () => {
    const rehearsal = newRehearsal({ jobs: { Batch: { duration: 60, failure: 'The input has no records' } } });
    const { stacks } = await rehearsal.deploy(appWith());

    expect(eventsOf(stacks.App, /^Batch\w{8}$/)[1]).toContain('ended as Failed: The input has no records');
    expect(eventsOf(stacks.App, /^BatchWait/)).toEqual([]);
  });

  test('that is not waited for is left to itself', async () => {
    const rehearsal = lasting(30);
    const { ok, elapsedMs } = await rehearsal.deploy(appWith({ waitForCompletion: false }));

    expect(ok).toBe(true);
    expect(elapsedMs / 1000).toBeLessThan(180);
    expect(statusesOf(rehearsal)).not.toContain('Completed');
  });

  test('that is waited for by its own resource needs no other', async () => {
    const rehearsal = lasting(0.5);
    const { ok, stacks } = await rehearsal.deploy(appWith({ waitTimeout: Duration.minutes(50) }));

    expect(ok).toBe(true);
    expect(eventsOf(stacks.App, /^BatchWait/)).toEqual([]);
    expect(stacks.App.outputs.Succeeded).toBe('1000');
  });
});

describe('the end of the wait', () => {
  test('stops the job, and fails saying so', async () => {
    const rehearsal = lasting(30);
    const { stacks } = await rehearsal.deploy(appWith({ waitTimeout: Duration.hours(14) }));

    expect(stacks.App.status).toBe('ROLLBACK_COMPLETE');
    expect(signalsOf(stacks.App).at(-1)).toBe('Stopped');
    expect(failuresOf(stacks.App)).toEqual([
      expect.stringMatching(/had not ended by 2030-01-01T14:\d\d:\d\d\.\d{3}Z, so it was stopped \| Job: arn:/),
    ]);
    expect(statusesOf(rehearsal)).toEqual(['Stopped']);
  });

  test('deletion of the stack in hour 5 stops the job within a tick', async () => {
    const rehearsal = lasting(30);
    const app = appWith();
    let stoppedAfter = 0;
    rehearsal.at(5 * HOUR, async () => {
      const requested = rehearsal.clock.now();
      void rehearsal.destroy(app);
      rehearsal.at(
        () => rehearsal.bedrock.jobs[0].status !== 'InProgress',
        () => (stoppedAfter = (rehearsal.clock.now() - requested) / 1000),
      );
    });
    const { stacks } = await rehearsal.deploy(app);
    await rehearsal.settle();

    expect(statusesOf(rehearsal)).toEqual(['Stopped']);
    expect(stoppedAfter).toBeGreaterThan(0);
    expect(stoppedAfter).toBeLessThan(300);
    expect(conditionEventsOf(stacks.App)).toContain('CREATE_FAILED: Resource creation cancelled');
    expect(rehearsal.executions.filter(({ status }) => status === 'RUNNING')).toEqual([]);
  });
});
