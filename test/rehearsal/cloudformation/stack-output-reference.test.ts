import { stackOutputArguments, stackOutputReference } from '../../../rehearsal/cloudformation/stack-output-reference';
import type { JsonValue } from '../../../rehearsal/json-value';
import { RehearsalError } from '../../../rehearsal/rehearsal-error';

const CONSUMER = { account: '111122223333', region: 'us-east-1' };

test('reads a stack of the same account and Region unless the reference says otherwise', () => {
  const argument = { StackName: 'Jobs', OutputName: 'Model' };
  expect(stackOutputReference(argument, CONSUMER, 'here')).toEqual({
    producer: { stackName: 'Jobs', ...CONSUMER },
    outputName: 'Model',
  });
});

test('reads a stack of another Region, and of the account that its role is of', () => {
  const argument = {
    StackName: 'Jobs',
    OutputName: 'Model',
    Region: 'eu-west-1',
    RoleArn: 'arn:aws:iam::444455556666:role/read',
  };
  expect(stackOutputReference(argument, CONSUMER, 'here').producer).toEqual({
    stackName: 'Jobs',
    account: '444455556666',
    region: 'eu-west-1',
  });
});

test('says what is wrong with a reference that names no output', () => {
  expect(() => stackOutputReference({ StackName: 'Jobs' }, CONSUMER, 'Stack App: Job')).toThrow(
    new RehearsalError('Stack App: Job: expects StackName and OutputName, got {"StackName":"Jobs"}'),
  );
});

test('finds the references in a value', () => {
  const reference = { StackName: 'Jobs', OutputName: 'Model' };
  const value: JsonValue = { 'Fn::Join': ['', ['a', { 'Fn::GetStackOutput': reference }, { Ref: 'Bucket' }]] };
  expect(stackOutputArguments({ Uri: value, Other: null })).toEqual([reference]);
});
