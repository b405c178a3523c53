import { Execution } from './execution';
import { arnOf, Clock, FakeJobKind, type Run, ServiceError } from './fake-job-kind';
import { referenceEvent } from './job-events';

const ARN = arnOf('theirs');
let clock: Clock;
let kind: FakeJobKind;

beforeEach(() => {
  clock = new Clock();
  kind = new FakeJobKind(clock);
});

afterEach(() => {
  // a job that somebody else has made is looked at, and nothing else
  expect(kind.calls.filter(([call]) => call !== 'describe')).toEqual([]);
});

const reference = () => new Execution(referenceEvent(), kind, clock);
const failure = (Reason: string) => ({ Status: 'FAILED', Reason, PhysicalResourceId: 'Reference' });

describe('a reference', () => {
  test('has the attributes of a job that has completed', async () => {
    kind.addEnded('theirs', 'completed');

    expect(await reference().toAnswer()).toEqual({
      Status: 'SUCCESS',
      PhysicalResourceId: 'Reference',
      Data: { JobArn: ARN, JobStatus: 'completed', Result: 's3://results/theirs' },
    });
    expect(kind.calls).toEqual([['describe', ARN]]);
  });

  test('fails where there is no such job', async () => {
    expect(await reference().toAnswer()).toEqual(failure(`The fake job '${ARN}' does not exist`));
  });

  test('fails at once where the job runs', async () => {
    kind.add('theirs');
    const start = clock.now;

    expect(await reference().toAnswer()).toEqual(failure(`The fake job '${ARN}' has not completed: it is RUNNING`));
    expect(clock.now).toEqual(start);
  });

  test('fails where the job is being stopped', async () => {
    kind.add('theirs');
    kind.stopByHand('theirs');

    expect(await reference().toAnswer()).toEqual(failure(`The fake job '${ARN}' has not completed: it is STOPPING`));
  });

  test.each<[Run['end'], string]>([
    ['failed', 'FAILED: ClientError: no such model | Hint: is the model there?'],
    ['stopped', 'STOPPED: no reason given'],
  ])('fails with the reason of a job that has %s', async (end, text) => {
    kind.addEnded('theirs', end);

    expect(await reference().toAnswer()).toEqual(
      failure(`The fake job '${ARN}' has not completed: it is ${text} | Job: ${ARN} | Logs: the log of theirs`),
    );
  });
});

describe('an error of the service', () => {
  test('that passes is waited out', async () => {
    kind.addEnded('theirs', 'completed');
    kind.fail('describe', new ServiceError('busy', 'slow down'), 3);

    expect(await reference().toAnswer()).toMatchObject({ Status: 'SUCCESS' });
  });

  test('that does not pass fails the reference after five minutes', async () => {
    kind.fail('describe', new ServiceError('busy', 'slow down'), Infinity);
    const start = clock.now.getTime();

    expect(await reference().toAnswer()).toEqual(
      failure(`The fake job could not be read after 300 seconds | Last: ServiceError: slow down | Job: ${ARN}`),
    );
    expect((clock.now.getTime() - start) / 1000).toBe(300);
  });

  test('that denies the call is retried while IAM may be propagating the permission', async () => {
    kind.addEnded('theirs', 'completed');
    kind.fail('describe', new ServiceError('denied', 'not authorized'), 17);

    expect(await reference().toAnswer()).toMatchObject({ Status: 'SUCCESS' });
  });

  test('that stays fails the reference', async () => {
    kind.fail('describe', new ServiceError('refused', 'no valid name'));

    expect(await reference().toAnswer()).toEqual(failure(`ServiceError: no valid name | Job: ${ARN}`));
  });
});

test('a job that runs is left alone when the state machine gives up', async () => {
  kind.add('theirs');
  const fault = { Error: 'Lambda.Unknown', Cause: 'gone' };

  expect(await reference().abandon(fault)).toEqual(
    failure(`The function could not be run: Lambda.Unknown: gone | Job: ${ARN}`),
  );
  expect(kind.phases).toEqual({ theirs: 'running' });
});
