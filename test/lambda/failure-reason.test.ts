import { Clock, FakeJobKind } from './fake-job-kind';
import { failureReason } from '../../lambda/failure-reason';
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
