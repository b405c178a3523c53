import { allow, IamFixture, WORKER } from './fixture-iam';
import { authorizeCall } from '../../rehearsal/call-authorization';
import type { ApiCall } from '../../rehearsal/emulated-api/api-call';
import { ServiceError } from '../../rehearsal/emulated-api/service-error';

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
  expect(() => authorizeCall(iam, CALL)).toThrow(
    new ServiceError(
      'AccessDeniedException',
      `User: arn:aws:sts::111122223333:assumed-role/Worker/Handler is not authorized to perform: sagemaker:DescribeCompilationJob on resource: ${JOB} because no identity-based policy allows the sagemaker:DescribeCompilationJob action`,
    ),
  );
});

test('a call that its role may make passes', () => {
  iam.role([allow('sagemaker:DescribeCompilationJob', JOB)]);
  expect(() => authorizeCall(iam, CALL)).not.toThrow();
});

test('a call whose caller is not known passes', () => {
  expect(() => authorizeCall(iam, { ...CALL, caller: undefined, roleArn: '' })).not.toThrow();
});

test('a function is known by its ARN, and calls in its Region', () => {
  const inRegion = (name: string) => ({
    Condition: {
      StringEquals: { 'lambda:SourceFunctionArn': CALL.caller?.functionArn ?? '', 'aws:RequestedRegion': name },
    },
  });
  iam.role([allow('sagemaker:DescribeCompilationJob', JOB, inRegion('us-east-1'))]);
  expect(() => authorizeCall(iam, CALL)).not.toThrow();
  iam.role([allow('sagemaker:DescribeCompilationJob', JOB, inRegion('eu-west-1'))]);
  expect(() => authorizeCall(iam, CALL)).toThrow('is not authorized');
});
