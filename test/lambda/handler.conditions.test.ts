import { FakeConditions } from './fake-conditions';
import { arnOf, Clock, FakeJobKind, ServiceError } from './fake-job-kind';
import { createEvent, jobProperties, longWait, resultEvent } from './job-events';
import { PlayedRequest } from './played-request';
import { specOf } from '../../lambda/job-spec';
import type { Answer } from '../../lambda/tick';

const HOUR = 3600;

let clock: Clock;
let kind: FakeJobKind;
let name: string;
let conditions: FakeConditions;

beforeEach(() => {
  clock = new Clock();
  kind = new FakeJobKind(clock);
  name = specOf(kind, createEvent(), jobProperties()).nameOf(1);
});

afterEach(() => {
  const ids = conditions.signals.map(({ uniqueId }) => uniqueId);
  expect(new Set(ids).size).toBe(ids.length);
});

const seconds = () => conditions.seconds;
const signals = () => conditions.signals.map(({ condition, uniqueId }) => `${condition} ${uniqueId.split('-')[0]}`);
/** What was signalled, each once for all tries in a row. */
const course = () => signals().filter((signal, index, before) => signal !== before[index - 1]);

/** The request for a job that a deployment waits for up to so many hours. */
function ask(hours: number): PlayedRequest {
  const wait = longWait(hours);
  conditions = new FakeConditions(wait.WaitConditions!, clock);
  return new PlayedRequest(createEvent(wait), { kind, clock, conditions });
}

/** The request for what is behind the conditions. */
function askForResult({ PhysicalResourceId: Job, Data }: Answer): PlayedRequest {
  const { Name, Deadline, Setback } = Data!;
  return new PlayedRequest(resultEvent({ Job, Name, Deadline, Setback }), { kind, clock, conditions });
}

describe('the whole course of a job that takes', () => {
  const play = async (hours: number) => {
    const request = ask(hours);
    const answer = await request.toAnswer();
    const answeredAt = seconds();
    await request.until(() => conditions.areComplete);
    const behind = seconds();
    await request.toEnd();
    expect(request.answers).toHaveLength(1);
    return { request, answer, answeredAt, behind, result: await askForResult(answer).toAnswer() };
  };

  test('30 hours: its resource is answered after 55 minutes, and each condition let go in its time', async () => {
    kind.run = { ...kind.run, seconds: 30 * HOUR };
    const { answer, answeredAt, result } = await play(36);

    expect(answeredAt).toBe(3300);
    expect(answer).toMatchObject({
      Status: 'SUCCESS',
      PhysicalResourceId: arnOf(name),
      Data: { Name: name, Deadline: '2030-01-02T12:00:00.000Z', Setback: '' },
    });
    expect(course()).toEqual(['Condition1 Running', 'Condition2 Running', 'Condition3 Completed']);
    const taken = conditions.signals.filter(({ isTaken }) => isTaken).map(({ at }) => at);
    expect(taken[0]).toBe(3300 + 11.5 * HOUR);
    expect(taken[1] - taken[0] - 11.5 * HOUR).toBeLessThan(15);
    expect(taken[2]).toBeLessThanOrEqual(30 * HOUR + 300);
    expect(result).toEqual(
      expect.objectContaining({
        Status: 'SUCCESS',
        PhysicalResourceId: 'Result',
        Data: { JobArn: arnOf(name), JobStatus: 'completed', Result: `s3://results/${name}` },
      }),
    );
  });

  test('20 minutes: its resource is answered then, and no condition holds the deployment up', async () => {
    kind.run = { ...kind.run, seconds: 1200 };
    const { answer, answeredAt, behind, result } = await play(36);

    expect(answeredAt).toBeLessThanOrEqual(1260);
    expect(answer).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: arnOf(name) });
    expect(new Set(signals())).toEqual(
      new Set(['Condition1 Completed', 'Condition2 Completed', 'Condition3 Completed']),
    );
    expect(behind - answeredAt).toBeLessThanOrEqual(60);
    expect(result).toMatchObject({ Status: 'SUCCESS' });
  });

  test('two hours, and fails then: the conditions let the deployment go on, and the result fails', async () => {
    kind.run = { ...kind.run, seconds: 2 * HOUR, end: 'failed', reason: 'ClientError: no such model' };
    const { behind, result } = await play(36);

    expect(new Set(signals())).toEqual(new Set(['Condition1 Failed', 'Condition2 Failed', 'Condition3 Failed']));
    expect(behind).toBeLessThanOrEqual(2 * HOUR + 360);
    expect(result).toMatchObject({
      Status: 'FAILED',
      PhysicalResourceId: 'Result',
      Reason: expect.stringMatching(/^The fake job ended as FAILED: ClientError: no such model \| Hint: /),
    });
  });

  test('too long: it is stopped at the deadline, and the result says so', async () => {
    kind.run = { seconds: 1000 * HOUR, end: 'completed', stopSeconds: 60 };
    const { result } = await play(30);

    expect(kind.callsOf('stop')).toEqual([[name]]);
    expect(course()).toEqual(['Condition1 Running', 'Condition2 Running', 'Condition3 Stopped']);
    expect(seconds()).toBeLessThanOrEqual(30 * HOUR + 120);
    expect(result.Reason).toMatch(
      /^The fake job had not ended by 2030-01-02T06:00:00.000Z, so it was stopped \| Job: .* \| Logs: /,
    );
  });

  test('too long, and is stopped by somebody: the result says that', async () => {
    kind.run = { ...kind.run, seconds: 1000 * HOUR };
    const request = ask(36);
    const answer = await request.toAnswer();
    await request.until(() => seconds() > 5 * HOUR);
    kind.stopByHand(name);
    await request.toEnd();

    expect(course()[0]).toBe('Condition1 Failed');
    expect((await askForResult(answer).toAnswer()).Reason).toMatch(/^The fake job ended as STOPPED: no reason given/);
  });

  test('168 hours: fourteen conditions carry it, each signalled in the last minutes of its time', async () => {
    kind.run = { ...kind.run, seconds: 1000 * HOUR };
    const { result, request } = await play(168);

    expect(course().slice(0, 13)).toEqual(Array.from({ length: 13 }, (_, index) => `Condition${index + 1} Running`));
    expect(kind.callsOf('stop')).toEqual([[name]]);
    expect(result.Reason).toMatch(/^The fake job had not ended by 2030-01-08T00:00:00.000Z, so it was stopped/);
    expect(request.run.status).toBe('SUCCEEDED');
  });
});

describe('a job that waits for its place', () => {
  beforeEach(() => {
    kind.quota = 1;
  });

  test('is asked for after the answer, too, and is waited for then', async () => {
    kind.run = { ...kind.run, seconds: HOUR };
    kind.add('of-somebody-else', { seconds: 14 * HOUR });
    const request = ask(36);
    const answer = await request.toAnswer();
    expect(answer).toMatchObject({
      Status: 'SUCCESS',
      PhysicalResourceId: name,
      Data: { Name: name, Setback: 'ServiceError: 1 jobs run already' },
    });
    expect(seconds()).toBe(3300);

    await request.toEnd();
    expect(course().slice(0, 2)).toEqual(['Condition1 Running', 'Condition2 Completed']);
    expect(kind.phases).toEqual({ 'of-somebody-else': 'completed', [name]: 'completed' });
    expect(await askForResult(answer).toAnswer()).toMatchObject({ Status: 'SUCCESS', Data: { JobArn: arnOf(name) } });
  });

  test('and finds none lets the deployment go on at the deadline, and the result says why', async () => {
    kind.add('of-somebody-else', { seconds: 1000 * HOUR });
    const request = ask(30);
    const answer = await request.toAnswer();
    await request.toEnd();

    expect(course()).toEqual(['Condition1 Running', 'Condition2 Running', 'Condition3 NotStarted']);
    expect((await askForResult(answer).toAnswer()).Reason).toBe(
      `The fake job '${name}' could not be started by 2030-01-02T06:00:00.000Z: ServiceError: 1 jobs run already` +
        ' | Where the stack is not rolled back, another deployment runs the job again only with another rerunKey, or with another name where it has one of its own',
    );
    expect(kind.phases).toEqual({ 'of-somebody-else': 'running' });
  });

  test('is one job, though the answer of the Create call was lost', async () => {
    kind.add('of-somebody-else', { seconds: 2 * HOUR });
    const request = ask(36);
    await request.toAnswer();
    await request.until(() => seconds() > 2 * HOUR - 60);
    kind.lose('create');
    await request.toEnd();

    expect(Object.keys(kind.phases)).toEqual(['of-somebody-else', name]);
    expect(course()[0]).toBe('Condition1 Completed');
  });
});

describe('no condition follows', () => {
  test('on a failure: the execution ends with the answer', async () => {
    kind.fail('create', new ServiceError('refused', 'Framework is wrong'));
    const request = ask(36);
    await request.toEnd();

    expect(request.answers).toMatchObject([{ Status: 'FAILED', PhysicalResourceId: 'cdk-ml-jobs:not-started' }]);
    expect([conditions.signals, seconds()]).toEqual([[], 0]);
  });

  test('on the failure of a job that ends before its resource is answered', async () => {
    kind.run = { ...kind.run, seconds: 1200, end: 'failed', reason: 'ClientError: no such model' };
    const request = ask(36);
    await request.toEnd();

    expect(request.answers).toMatchObject([{ Status: 'FAILED', PhysicalResourceId: arnOf(name) }]);
    expect(conditions.signals).toEqual([]);
  });

  test('on an answer that could not be given in time: it is a failure, and the job is stopped', async () => {
    kind.run = { ...kind.run, seconds: 100 * HOUR };
    const request = ask(36);
    await request.until(() => request.tick.answer !== undefined);
    request.answers.length = 0;
    const tick = { ...request.tick, fault: { Error: 'Lambda.Unknown', Cause: 'gone' } };
    const other = new PlayedRequest(tick.event, { kind, clock, conditions });
    await other.handle({ givenUp: tick });

    expect(other.answers).toMatchObject([{ Status: 'FAILED', PhysicalResourceId: arnOf(name) }]);
    expect(kind.phases).toEqual({ [name]: 'stopping' });
  });
});
