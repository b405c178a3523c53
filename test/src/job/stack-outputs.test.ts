import { CfnOutput } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Construct } from 'constructs';
import { compilationJob, newStack } from '../sample-job';

test('a job makes outputs of its main attributes, under its path in the stack', () => {
  const stack = newStack();
  compilationJob(new Construct(stack, 'Edge'), 'Compile');
  expect(Object.keys(Template.fromStack(stack).findOutputs('*'))).toEqual([
    'EdgeCompileCompilationJobArn',
    'EdgeCompileModelArtifacts',
  ]);
});

test('a job that is not waited for has no output of its results', () => {
  const stack = newStack();
  compilationJob(stack, 'Compile', { waitForCompletion: false });
  expect(Object.keys(Template.fromStack(stack).findOutputs('*'))).toEqual(['CompileCompilationJobArn']);
});

test('a prop turns the outputs off', () => {
  const stack = newStack();
  compilationJob(stack, 'Compile', { stackOutputs: false });
  expect(Template.fromStack(stack).findOutputs('*')).toEqual({});
});

test('fails once with more outputs than CloudFormation allows', () => {
  const stack = newStack();
  for (let index = 0; index < 100; index++) compilationJob(stack, `Compile${index}`);
  expect(() => Template.fromStack(stack)).not.toThrow();

  const another = newStack();
  new CfnOutput(another, 'Mine', { value: 'mine' });
  for (let index = 0; index < 110; index++) compilationJob(another, `Compile${index}`);
  expect(() => Template.fromStack(another)).toThrow(
    /^(?!.*outputs.*outputs,).*\[Stack\/cdk-ml-jobs\.Outputs\] the stack has 221 outputs, and CloudFormation allows 200: set 'stackOutputs' of some jobs to false/s,
  );
});

test('fails with an output of the same id that a person has made, and says which', () => {
  const stack = newStack();
  compilationJob(stack, 'Compile');
  new CfnOutput(stack, 'CompileModelArtifacts', { value: 'mine' });
  new CfnOutput(stack, 'CompileOther', { value: 'mine' });
  expect(() => Template.fromStack(stack)).toThrow(
    "the output 'Stack/CompileModelArtifacts' has the id of an output that a job makes: give it another id, or set 'stackOutputs' of the job to false",
  );
});

test('fails with an id that is that of another job', () => {
  const stack = newStack();
  compilationJob(new Construct(stack, 'Edge'), 'Compile');
  expect(() => compilationJob(stack, 'EdgeCompile')).toThrow(
    "Stack/EdgeCompile: the id of the stack output 'EdgeCompileCompilationJobArn' is that of another job: set 'stackOutputs' to false",
  );
});

test('fails with an id that is longer than CloudFormation allows', () => {
  expect(() => compilationJob(newStack(), 'C'.repeat(240))).toThrow(
    /the id of the stack output 'C+CompilationJobArn' has more than 255 characters: set 'stackOutputs' to false$/,
  );
});
