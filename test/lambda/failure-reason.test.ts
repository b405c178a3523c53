import { Clock, FakeJobKind, ServiceError } from './fake-job-kind';
import { failureReason, refusalReason, withHint } from '../../lambda/failure-reason';
import type { Job } from '../../lambda/job-kind';

const kind = new FakeJobKind(new Clock());
const job: Job = {
  name: 'compile-1',
  arn: 'arn:job/compile-1',
  phase: 'failed',
  status: 'FAILED',
  reason: 'ClientError: no such model',
  since: new Date(0),
  attributes: {},
};

test('a failure has the status, the reason, a hint, the ARN and the place of the logs', () => {
  expect(failureReason(kind, job)).toBe(
    'The fake job ended as FAILED: ClientError: no such model | Hint: is the model there? | Job: arn:job/compile-1 | Logs: the log of compile-1',
  );
});

test.each([undefined, ''])('a failure for which the service gives %j as reason says so', (reason) => {
  expect(failureReason(kind, { ...job, status: 'STOPPED', reason })).toBe(
    'The fake job ended as STOPPED: no reason given | Job: arn:job/compile-1 | Logs: the log of compile-1',
  );
});

test('a failure with a cause of our own says that instead of the status', () => {
  expect(failureReason(kind, { ...job, reason: undefined }, 'It took too long')).toBe(
    'It took too long | Job: arn:job/compile-1 | Logs: the log of compile-1',
  );
});

test('a failure for which the service gives no reason has the hint of its status', () => {
  const patient = Object.assign(new FakeJobKind(new Clock()), {
    hintFor: (reason: string) => (reason === 'Expired' ? 'raise timeout' : undefined),
  });
  expect(failureReason(patient, { ...job, status: 'Expired', reason: undefined })).toBe(
    'The fake job ended as Expired: no reason given | Hint: raise timeout | Job: arn:job/compile-1 | Logs: the log of compile-1',
  );
});

describe('a refused call', () => {
  const refusal = new ServiceError('refused', 'no such model');

  test('has a hint as a failed job does', () => {
    expect(refusalReason(kind, refusal)).toBe('ServiceError: no such model | Hint: is the model there?');
  });

  test('names the job that it was for, where there is one', () => {
    expect(refusalReason(kind, refusal, 'arn:job/compile-1')).toBe(
      'ServiceError: no such model | Hint: is the model there? | Job: arn:job/compile-1',
    );
  });

  test('has no hint where its reason is none of the known ones', () => {
    expect(refusalReason(kind, new ServiceError('refused', 'something new'))).toBe('ServiceError: something new');
  });

  test('has its hint, too, where it is told later', () => {
    expect(withHint(kind, 'ServiceError: no such model')).toBe(
      'ServiceError: no such model | Hint: is the model there?',
    );
  });
});

test.each(['x', 'é', '"'])(
  'a long reason of %s is cut off rather than what can be done, and where to look further',
  (letter) => {
    const reason = `no such model ${letter.repeat(5000)}`;
    const end = ' | Hint: is the model there? | Job: arn:job/compile-1';

    expect(failureReason(kind, { ...job, reason })).toMatch(/…/);
    expect(failureReason(kind, { ...job, reason })).toContain(`… ${end.trim()} | Logs: the log of compile-1`);
    expect(Buffer.byteLength(JSON.stringify(failureReason(kind, { ...job, reason })))).toBeLessThan(3000);
    expect(refusalReason(kind, new ServiceError('refused', reason), 'arn:job/compile-1').endsWith(`…${end}`)).toBe(
      true,
    );
  },
);
