import { createEvent, deleteEvent, longWait, resultEvent } from './job-events';
import { allConditions } from '../../lambda/conditions-left';
import type { Job } from '../../lambda/job-kind';
import { runMetrics } from '../../lambda/run-metrics';
import { type Answer, firstTick, type JobEvent, type ResourceEvent, type Tick } from '../../lambda/tick';

const BEGIN = new Date(Date.UTC(2030, 0, 1));
const at = (seconds: number) => new Date(BEGIN.getTime() + seconds * 1000);

const job: Job = {
  name: 'Shop--Compile--1',
  arn: 'arn:job/Shop--Compile--1',
  phase: 'completed',
  status: 'COMPLETED',
  since: at(30),
  endedAt: at(270),
  attributes: {},
};
const success: Answer = { Status: 'SUCCESS', PhysicalResourceId: job.arn };
const failure: Answer = { Status: 'FAILED', Reason: 'no', PhysicalResourceId: job.arn };
const created = { name: job.name, arn: job.arn, createdAt: at(20).toISOString() };

const tickOf = (event: ResourceEvent, members: Partial<Tick> = {}): Tick => ({
  ...firstTick(event, BEGIN),
  ...members,
});

function metrics(before: Tick, more: Partial<Tick>, seen?: Job): Record<string, unknown> {
  const after = { ...before, count: before.count + 1, ...more };
  return runMetrics(before, after, seen, 'Engine-1', at(300)) as Record<string, unknown>;
}

describe('the end of a run', () => {
  const before = tickOf(createEvent(), { count: 11 });

  test('that has succeeded is told in the format of CloudWatch', () => {
    expect(metrics(before, { answer: success, progress: created }, job)).toEqual({
      _aws: {
        Timestamp: at(300).getTime(),
        CloudWatchMetrics: [
          {
            Namespace: 'cdk-ml-jobs',
            Dimensions: [['Engine'], ['Stack', 'Job']],
            Metrics: [
              { Name: 'Duration', Unit: 'Seconds' },
              { Name: 'Wait', Unit: 'Seconds' },
              { Name: 'Failures', Unit: 'Count' },
              { Name: 'Ticks', Unit: 'Count' },
            ],
          },
        ],
      },
      Engine: 'Engine-1',
      Stack: 'Shop',
      Job: 'Compile',
      Duration: 240,
      Wait: 20,
      Failures: 0,
      Ticks: 12,
    });
  });

  test('that has failed counts as one failure', () => {
    const failed: Job = { ...job, phase: 'failed', endedAt: undefined };
    expect(metrics(before, { answer: failure, progress: created }, failed)).toMatchObject({
      Duration: 270,
      Failures: 1,
    });
  });

  test('that never began has waited for all the time, and has no run time', () => {
    const told = metrics(before, { answer: failure });
    expect(told).toMatchObject({ Wait: 300, Failures: 1, Ticks: 12 });
    expect(told).not.toHaveProperty('Duration');
  });

  test('of records says how many, and how many of them have failed', () => {
    const attributes = { ProcessedRecordCount: '120', ErrorRecordCount: '3' };
    expect(metrics(before, { answer: success, progress: created }, { ...job, attributes })).toMatchObject({
      Records: 120,
      ErrorRecords: 3,
    });
  });

  test('that wait conditions wait for comes long after the answer', () => {
    const event: JobEvent = createEvent(longWait(36));
    const conditions = allConditions(event, BEGIN);
    const waiting = tickOf(event, { conditions, progress: created, count: 700 });
    const ended = { conditions: { ...conditions, endedAt: at(299).toISOString() } };
    expect(metrics(waiting, ended, job)).toMatchObject({ Duration: 240, Failures: 0, Ticks: 701 });
    expect(metrics(waiting, ended, { ...job, phase: 'stopped' })).toMatchObject({ Failures: 1 });
    expect(metrics(waiting, { conditions: undefined, done: true }, job)).toMatchObject({ Duration: 240 });
  });
});

describe('nothing is told', () => {
  const before = tickOf(createEvent());

  test.each<[string, Tick, Partial<Tick>, Job | undefined]>([
    ['of a look at a job that runs', before, { progress: created }, { ...job, phase: 'running' }],
    ['of a job that was there before', before, { answer: success, progress: { arn: job.arn } }, job],
    [
      'where the deployment does not wait',
      before,
      { answer: success, progress: created },
      { ...job, phase: 'running' },
    ],
    ['of a Delete', tickOf(deleteEvent(job.arn)), { answer: success, progress: created }, job],
    ['of a result, whose job tells it', tickOf(resultEvent()), { answer: success, progress: created }, job],
    ['once more after the answer', { ...before, answer: success }, { progress: created, done: true }, job],
    [
      'once more of a job whose conditions are being signalled',
      tickOf(createEvent(longWait(36)), {
        conditions: { ...allConditions(createEvent(longWait(36)), BEGIN), endedAt: at(290).toISOString() },
      }),
      { done: true },
      job,
    ],
    [
      'of a job that a newer request has taken over',
      tickOf(createEvent(longWait(36)), { conditions: allConditions(createEvent(longWait(36)), BEGIN) }),
      { done: true },
      undefined,
    ],
  ])('%s', (_, earlier, more, seen) => {
    expect(metrics(earlier, more, seen)).toEqual({});
  });
});
