import type { ApiCall } from '../../../rehearsal/emulated-api/api-call';
import { ExistingJobDirectory } from '../../../rehearsal/jobs/existing-job';
import type { JobOrigin } from '../../../rehearsal/lambda/invocation';

const ORIGIN: JobOrigin = {
  stackName: 'App',
  stackPath: 'App',
  logicalId: 'Trained123',
  path: 'App/Trained/Resource/Default',
  isReference: true,
};

function callFrom(origin: JobOrigin): ApiCall {
  const caller = {
    functionArn: 'arn',
    roleArn: 'role',
    requestId: '1',
    kind: 'tick' as const,
    event: {},
    origin,
    at: 0,
    log: [],
  };
  return { service: 'sagemaker', operation: 'DescribeTrainingJob', input: {}, at: 0, caller, roleArn: 'role' };
}

test.each(['churn', 'Trained', 'Trained123', 'App/Trained'])('finds a job that is named as %s', (name) => {
  const directory = new ExistingJobDirectory({ [name]: { status: 'Completed' } });
  expect(directory.find(callFrom(ORIGIN), ['churn'])).toEqual({ status: 'Completed' });
  expect([...directory.found]).toEqual([name]);
  expect([...directory.missing]).toEqual([]);
});

test('remembers the references to jobs that are not there', () => {
  const directory = new ExistingJobDirectory({});
  expect(directory.find(callFrom(ORIGIN), ['churn'])).toBeUndefined();
  expect([...directory.missing]).toEqual(['Trained']);
});

test('a job of a stack that is not made yet is no missing one, and has only its own name', () => {
  const directory = new ExistingJobDirectory({ Trained: {} });
  expect(directory.find(callFrom({ ...ORIGIN, isReference: false }), ['churn'])).toBeUndefined();
  expect([...directory.missing]).toEqual([]);
});

test('the names of what every object has are no jobs', () => {
  expect(new ExistingJobDirectory({}).find(callFrom(ORIGIN), ['constructor'])).toBeUndefined();
});
