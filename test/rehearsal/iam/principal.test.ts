import { concernOf, roleNameOf, sessionArn } from '../../../rehearsal/iam/principal';
import { WORKER, WORKER_SESSION } from '../fixture-iam';

test('a session is named after the role, whatever its path', () => {
  const roleArn = 'arn:aws:iam::111122223333:role/cdk-ml-jobs/us-east-1/App/Worker';
  expect(roleNameOf(roleArn)).toEqual({ account: '111122223333', name: 'Worker' });
  expect(sessionArn({ roleArn, name: 'SageMaker', region: 'us-east-1' })).toBe(
    'arn:aws:sts::111122223333:assumed-role/Worker/SageMaker',
  );
});

test('in another partition, a session has its ARN', () => {
  const session = { ...WORKER_SESSION, roleArn: 'arn:aws-us-gov:iam::111122223333:role/Worker' };
  expect(sessionArn(session)).toBe('arn:aws-us-gov:sts::111122223333:assumed-role/Worker/session');
  const names = { AWS: ['arn:aws-us-gov:iam::111122223333:root'] };
  expect(concernOf({ names, negated: false }, session)).toBe('account');
});

test.each([
  ['*', 'session'],
  [{ AWS: ['*'] }, 'session'],
  [{ AWS: [WORKER] }, 'role'],
  [{ AWS: ['arn:aws:sts::111122223333:assumed-role/Worker/session'] }, 'session'],
  [{ AWS: ['arn:aws:iam::111122223333:root'] }, 'account'],
  [{ AWS: ['111122223333'] }, 'account'],
  [{ AWS: ['arn:aws:iam::444455556666:root'] }, undefined],
  [{ Service: ['sagemaker.amazonaws.com'] }, undefined],
] as const)('%j concerns a role: %s', (names, concern) => {
  expect(concernOf({ names, negated: false }, WORKER_SESSION)).toBe(concern);
  expect(concernOf({ names, negated: true }, WORKER_SESSION)).toBe(concern === undefined ? 'session' : undefined);
});

test.each([
  [['states.amazonaws.com'], 'session'],
  [['states.us-east-1.amazonaws.com'], 'session'],
  [['states.cn-north-1.amazonaws.com.cn'], 'session'],
  [['sagemaker.amazonaws.com'], undefined],
])('%j concerns Step Functions: %s', (Service, concern) => {
  expect(concernOf({ names: { Service }, negated: false }, { service: 'states.amazonaws.com' })).toBe(concern);
});
