import { concernOf, roleNameOf, sessionArn } from '../../../rehearsal/iam/principal';
import { WORKER, WORKER_SESSION } from '../fixture-iam';

test('a session is named after the role, whatever its path', () => {
  const roleArn = 'arn:aws:iam::111122223333:role/cdk-ml-jobs/us-east-1/App/Worker';
  expect(roleNameOf(roleArn)).toEqual({ account: '111122223333', name: 'Worker' });
  expect(sessionArn({ roleArn, name: 'SageMaker' })).toBe('arn:aws:sts::111122223333:assumed-role/Worker/SageMaker');
});

test.each([
  ['*', 'direct'],
  [{ AWS: ['*'] }, 'direct'],
  [{ AWS: [WORKER] }, 'direct'],
  [{ AWS: ['arn:aws:sts::111122223333:assumed-role/Worker/session'] }, 'direct'],
  [{ AWS: ['arn:aws:iam::111122223333:root'] }, 'account'],
  [{ AWS: ['111122223333'] }, 'account'],
  [{ AWS: ['arn:aws:iam::444455556666:root'] }, undefined],
  [{ Service: ['sagemaker.amazonaws.com'] }, undefined],
] as const)('%j concerns a role: %s', (principals, concern) => {
  expect(concernOf(principals, WORKER_SESSION)).toBe(concern);
});

test.each([
  [['states.amazonaws.com'], 'direct'],
  [['states.us-east-1.amazonaws.com'], 'direct'],
  [['sagemaker.amazonaws.com'], undefined],
])('%j concerns Step Functions: %s', (Service, concern) => {
  expect(concernOf({ Service }, { service: 'states.amazonaws.com' })).toBe(concern);
});
