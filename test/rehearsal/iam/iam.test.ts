import type { ApiCall } from '../../../rehearsal/emulated-api/api-call';
import { ServiceError } from '../../../rehearsal/emulated-api/service-error';
import { allow, IamFixture, trustOf, WORKER, WORKER_SESSION } from '../fixture-iam';

const JOB = 'arn:aws:sagemaker:us-east-1:111122223333:compilation-job/App--Compile--1';
const CALL: ApiCall = {
  service: 'sagemaker',
  operation: 'DescribeCompilationJob',
  input: { CompilationJobName: 'App--Compile--1' },
  at: 0,
  caller: {
    functionArn: 'arn:aws:lambda:us-east-1:111122223333:function:Handler',
    roleArn: WORKER,
    requestId: '',
    kind: 'tick',
    event: {},
    origin: { stackName: 'App', stackPath: 'App', logicalId: 'Job', path: 'App/Job' },
    at: 0,
    log: [],
  },
  roleArn: WORKER,
};

let iam: IamFixture;
beforeEach(() => (iam = new IamFixture()));

test('a call that its role may not make is refused with the text of AWS', () => {
  iam.role([]);
  expect(() => iam.authorize(CALL)).toThrow(
    new ServiceError(
      'AccessDeniedException',
      `User: arn:aws:sts::111122223333:assumed-role/Worker/Handler is not authorized to perform: sagemaker:DescribeCompilationJob on resource: ${JOB} because no identity-based policy allows the sagemaker:DescribeCompilationJob action`,
    ),
  );
});

test('a call that its role may make passes', () => {
  iam.role([allow('sagemaker:DescribeCompilationJob', JOB)]);
  expect(() => iam.authorize(CALL)).not.toThrow();
});

test('a call of nobody knows whom passes', () => {
  expect(() => iam.authorize({ ...CALL, caller: undefined, roleArn: '' })).not.toThrow();
});

test('a denial is recorded once', () => {
  iam.role([]);
  const put = { action: 's3:PutObject', resource: '*' };
  iam.use(WORKER_SESSION, [put]);
  iam.use(WORKER_SESSION, [put]);
  iam.tryAll(WORKER_SESSION, [{ action: 'logs:PutLogEvents', resource: '*' }]);
  expect(iam.denials.map(({ denial, isUnnoticed }) => [denial.access.action, isUnnoticed])).toEqual([
    ['s3:PutObject', false],
    ['logs:PutLogEvents', true],
  ]);
});

test('accesses end with the first that is denied', () => {
  iam.role([allow('a:One')]);
  const accesses = ['a:One', 'a:Two', 'a:Three'].map((action) => ({ action, resource: '*' }));
  expect(iam.use(WORKER_SESSION, accesses)?.access.action).toBe('a:Two');
  expect(iam.denials).toHaveLength(1);
});

describe('a role is assumed', () => {
  const jobs = { ArnLike: { 'aws:SourceArn': 'arn:aws:sagemaker:us-east-1:111122223333:compilation-job/App--*' } };
  const assumption = { roleArn: WORKER, service: 'sagemaker.amazonaws.com', sourceArn: JOB };

  test('by the service that its trust policy names, for the resources that it names', () => {
    iam.role([], { AssumeRolePolicyDocument: trustOf('sagemaker.amazonaws.com', jobs) });
    expect(iam.assume(assumption)).toBeUndefined();
    expect(iam.assume({ ...assumption, sourceArn: JOB.replace('App--', 'Other--') })?.reason).toBe('resource');
    expect(iam.assume({ ...assumption, service: 'bedrock.amazonaws.com' })?.reason).toBe('resource');
  });

  test('for an account', () => {
    const ofAccount = (id: string) => ({ StringEquals: { 'aws:SourceAccount': id } });
    iam.role([], { AssumeRolePolicyDocument: trustOf('sagemaker.amazonaws.com', ofAccount('111122223333')) });
    expect(iam.assume(assumption)).toBeUndefined();
    iam.role([], { AssumeRolePolicyDocument: trustOf('sagemaker.amazonaws.com', ofAccount('444455556666')) });
    expect(iam.assume(assumption)?.message).toBe(
      `User: sagemaker.amazonaws.com is not authorized to perform: sts:AssumeRole on resource: ${WORKER} because no resource-based policy allows the sts:AssumeRole action`,
    );
  });

  test('without a question where no stack has made it', () => {
    expect(iam.assume(assumption)).toBeUndefined();
  });
});
