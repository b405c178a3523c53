import { allow, IamFixture, trustOf, WORKER, WORKER_SESSION } from '../fixture-iam';

const JOB = 'arn:aws:sagemaker:us-east-1:111122223333:compilation-job/App--Compile--1';

let iam: IamFixture;
beforeEach(() => (iam = new IamFixture()));

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
