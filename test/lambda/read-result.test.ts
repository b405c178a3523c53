import { Execution } from './execution';
import { arnOf, Clock, FakeJobKind, ServiceError } from './fake-job-kind';
import { createEvent, resultEvent } from './job-events';
import type { ResultEvent } from '../../lambda/tick';
import type { ResultProperties } from '../../src/contract';

const ADVICE =
  'Where the stack is not rolled back, another deployment runs the job again only with another rerunKey, or with another name where it has one of its own';
const NAME = 'compile-1';
const DEADLINE = '2030-01-02T06:00:00.000Z';

let clock: Clock;
let kind: FakeJobKind;
let Job: string;

beforeEach(() => {
  clock = new Clock();
  kind = new FakeJobKind(clock);
  Job = arnOf(NAME);
});

const start = new Date('2030-01-01T00:00:00Z');
const seconds = () => (clock.now.getTime() - start.getTime()) / 1000;
const read = (properties: Partial<ResultProperties> = {}, type: ResultEvent['RequestType'] = 'Create') =>
  new Execution(resultEvent({ Job, Name: NAME, Deadline: DEADLINE, ...properties }, type), kind, clock);
const completed = () => ({
  Status: 'SUCCESS',
  PhysicalResourceId: 'Result',
  Data: { JobArn: arnOf(NAME), JobStatus: 'completed', Result: `s3://results/${NAME}` },
});

describe.each(['Create', 'Update'] as const)('the %s of a result', (type) => {
  test('of a job that has completed has its attributes at once', async () => {
    kind.addEnded(NAME, 'completed');

    expect(await read({}, type).toAnswer()).toEqual(completed());
    expect(seconds()).toBe(0);
  });

  test('of a job that has failed is the failure, with what the service says, and what to do', async () => {
    kind.addEnded(NAME, 'failed');

    expect(await read({}, type).toAnswer()).toEqual({
      Status: 'FAILED',
      Reason: `The fake job ended as FAILED: ClientError: no such model | Hint: is the model there? | Job: ${Job} | Logs: the log of ${NAME} | ${ADVICE}`,
      PhysicalResourceId: 'Result',
    });
  });
});

test('a result keeps the id that CloudFormation has for it', async () => {
  kind.addEnded(NAME, 'completed');
  const event = { ...resultEvent({ Job, Name: NAME }, 'Update'), PhysicalResourceId: 'Shop-Result-1ABCDEF' };

  expect(await new Execution(event as ResultEvent, kind, clock).toAnswer()).toMatchObject({
    PhysicalResourceId: 'Shop-Result-1ABCDEF',
  });
});

test('a Delete of a result is answered at once, and touches nothing', async () => {
  kind.add(NAME, { seconds: 100_000 });
  const removal = read({}, 'Delete');

  expect(await removal.toAnswer()).toEqual({ Status: 'SUCCESS', PhysicalResourceId: 'Result' });
  expect([kind.calls, removal.executions.calls, seconds()]).toEqual([[], [], 0]);
});

describe('a job that runs when the deployment has come to its results', () => {
  test('is waited for, and is the result', async () => {
    kind.add(NAME, { seconds: 3000 });

    expect(await read().toAnswer()).toEqual(completed());
    expect(new Set(kind.calls.map(([call]) => call))).toEqual(new Set(['describe']));
  });

  test('is waited for for 55 minutes; then it is left running, and said what to do', async () => {
    kind.add(NAME, { seconds: 100_000 });

    expect(await read().toAnswer()).toEqual({
      Status: 'FAILED',
      Reason:
        `The fake job is RUNNING, and has time until ${DEADLINE}, but the deployment has come to its results: ` +
        "where only a parameter of the stack has changed, or what another resource comes to, change the job's rerunKey with it, too; " +
        'where the deployment does not wait for wait conditions (as in express mode), deploy without it, or again when the job has ended' +
        ` | Job: ${Job} | Logs: the log of ${NAME}`,
      PhysicalResourceId: 'Result',
    });
    expect(seconds()).toBe(3300);
    expect(kind.phases).toEqual({ [NAME]: 'running' });
    expect(kind.callsOf('stop')).toEqual([]);
  });

  test('is waited for no longer however slow its pace is by then', async () => {
    kind.add(NAME, { seconds: 1_000_000 });
    clock.advance(100_000);

    expect(await read({ Deadline: '2030-01-08T00:00:00.000Z' }).toAnswer()).toMatchObject({ Status: 'FAILED' });
    expect(seconds()).toBe(103_300);
  });

  test('is stopped where its deadline comes, and never before', async () => {
    kind.add(NAME, { seconds: 100_000 });
    const execution = read({ Deadline: '2030-01-01T00:40:00.000Z' });
    await execution.until(() => kind.callsOf('stop').length > 0);
    expect(seconds()).toBeGreaterThanOrEqual(2400);
    expect(seconds()).toBeLessThanOrEqual(2405);

    expect(await execution.toAnswer()).toEqual({
      Status: 'FAILED',
      Reason: `The fake job had not ended by 2030-01-01T00:40:00.000Z, so it was stopped | Job: ${Job} | Logs: the log of ${NAME} | ${ADVICE}`,
      PhysicalResourceId: 'Result',
    });
  });

  test('is stopped at once where its deadline was before', async () => {
    kind.add(NAME, { seconds: 100_000 });
    const execution = read({ Deadline: '2029-12-31T00:00:00.000Z' });
    await execution.toAnswer();

    expect(kind.phases).toEqual({ [NAME]: 'stopped' });
    expect(seconds()).toBeLessThanOrEqual(30);
  });

  test('is not stopped where it cannot be looked at for as long as CloudFormation waits', async () => {
    kind.add(NAME, { seconds: 100_000 });
    kind.fail('describe', new ServiceError('busy', 'slow down'), Infinity);

    expect(await read().toAnswer()).toEqual({
      Status: 'FAILED',
      Reason: `There was no end to it within the time that CloudFormation allows | Last: ServiceError: slow down | Job: ${Job}`,
      PhysicalResourceId: 'Result',
    });
    expect(seconds()).toBeLessThanOrEqual(3600);
    expect(kind.callsOf('stop')).toEqual([]);
  });

  test('that is being stopped by somebody is waited for, and told as what it is', async () => {
    kind.add(NAME, { seconds: 100_000 });
    kind.stopByHand(NAME);

    expect((await read().toAnswer()).Reason).toMatch(/^The fake job ended as STOPPED: no reason given \| /);
  });
});

describe('a job that had found no place when its resource was answered', () => {
  beforeEach(() => {
    Job = NAME;
  });

  test('is found under its name, and is the result', async () => {
    kind.addEnded(NAME, 'completed');

    expect(await read().toAnswer()).toEqual(completed());
  });

  test('is waited for under its name', async () => {
    const execution = read();
    await execution.until(() => seconds() >= 600);
    kind.add(NAME, { seconds: 600 });

    expect(await execution.toAnswer()).toEqual(completed());
    expect(kind.callsOf('create')).toEqual([]);
  });

  test('and never found one is the failure, with what the service said of it', async () => {
    const properties = { Deadline: '2029-12-31T00:00:00.000Z', Setback: 'ServiceError: no such model' };

    expect(await read(properties).toAnswer()).toEqual({
      Status: 'FAILED',
      Reason: `The fake job '${NAME}' could not be started by 2029-12-31T00:00:00.000Z: ServiceError: no such model | Hint: is the model there? | ${ADVICE}`,
      PhysicalResourceId: 'Result',
    });
  });

  test('and has time left is waited for for 55 minutes; then it is said what to do', async () => {
    expect((await read({ Setback: 'ServiceError: full' }).toAnswer()).Reason).toMatch(
      /^The fake job 'compile-1' waits for its place, and has time until 2030-01-02T06:00:00.000Z, but the deployment .* change the job's rerunKey .* \| ServiceError: full$/,
    );
    expect(seconds()).toBe(3300);
  });

  test('and of which nothing was said is told with where to look', async () => {
    expect((await read({ Deadline: '2029-12-31T00:00:00.000Z' }).toAnswer()).Reason).toContain(
      'the log of the handler says why',
    );
  });
});

describe('a job that is not shown', () => {
  test('is looked for for a minute: what one call has shown another may not show yet', async () => {
    kind.visibleAfter = 50;
    const creation = new Execution(createEvent(), kind, clock);
    await creation.until(() => creation.last.progress.arn !== undefined);
    const { arn, name } = creation.last.progress;

    expect((await read({ Job: arn, Name: name }).toAnswer()).Status).toBe('SUCCESS');
  });

  test('is gone after that, and no other is made', async () => {
    expect(await read().toAnswer()).toEqual({
      Status: 'FAILED',
      Reason: `The fake job is gone; was its record deleted by somebody else? | Job: ${Job} | ${ADVICE}`,
      PhysicalResourceId: 'Result',
    });
    expect(seconds()).toBe(60);
    expect(kind.callsOf('create')).toEqual([]);
  });
});

test('a job whose ARN is in lower case is found by its name', async () => {
  kind.lowersArns = true;
  const name = 'Shop--Compile--1';
  kind.addEnded(name, 'completed');

  expect(await read({ Job: arnOf(name).toLowerCase(), Name: name }).toAnswer()).toMatchObject({ Status: 'SUCCESS' });
});
