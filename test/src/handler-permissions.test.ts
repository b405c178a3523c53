import { Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import { statementsOf } from './policy-statements';
import { compilationJob, JOB_TYPE, newStack } from './sample-job';

const HANDLER_ROLE = 'cdkmljobsJobEngineHandlerRole';
const JOBS = 'arn:<AWS::Partition>:sagemaker:<AWS::Region>:<AWS::AccountId>:compilation-job';
const COMPILATION_ACTIONS = [
  'sagemaker:CreateCompilationJob',
  'sagemaker:DescribeCompilationJob',
  'sagemaker:StopCompilationJob',
  'sagemaker:DeleteCompilationJob',
  'sagemaker:AddTags',
  'sagemaker:DeleteTags',
  'sagemaker:ListTags',
];
const TO_SAGEMAKER = { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } };

describe('the handler may', () => {
  test('do what its kinds need with jobs of the stack, pass their roles, write its log, and start and stop executions', () => {
    const stack = newStack();
    compilationJob(stack, 'Compile');
    expect(statementsOf(stack, HANDLER_ROLE)).toEqual([
      {
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [expect.stringMatching(/^<cdkmljobsJobEngineLog\w+\.Arn>$/)],
      },
      { actions: COMPILATION_ACTIONS, resources: [`${JOBS}/Stack--*`] },
      {
        actions: ['iam:PassRole'],
        resources: ['arn:<AWS::Partition>:iam::<AWS::AccountId>:role/cdk-ml-jobs/Stack/*'],
        condition: TO_SAGEMAKER,
      },
      {
        actions: ['states:StartExecution', 'states:ListExecutions'],
        resources: [expect.stringMatching(/^<cdkmljobsJobEngineStateMachine\w+>$/)],
      },
      {
        actions: ['states:StopExecution'],
        resources: [
          expect.stringMatching(
            /^arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:<cdkmljobsJobEngineStateMachine\w+\.Name>:\*$/,
          ),
        ],
      },
    ]);
  });

  test('do nothing on all resources', () => {
    const stack = newStack();
    compilationJob(stack, 'Compile');
    expect(statementsOf(stack, HANDLER_ROLE).flatMap(({ resources }) => resources)).not.toContain('*');
  });

  test('pass a role that a job brought, and no others, where all jobs bring theirs', () => {
    const stack = newStack();
    const role = new iam.Role(stack, 'Mine', { assumedBy: new iam.ServicePrincipal('sagemaker.amazonaws.com') });
    compilationJob(stack, 'Compile', { role });
    const passed = statementsOf(stack, HANDLER_ROLE).filter(({ actions }) => actions.includes('iam:PassRole'));
    expect(passed).toEqual([
      { actions: ['iam:PassRole'], resources: [expect.stringMatching(/^<Mine\w+\.Arn>$/)], condition: TO_SAGEMAKER },
    ]);
  });

  test('touch a job that has a name of its own', () => {
    const stack = newStack();
    compilationJob(stack, 'Compile', { compilationJobName: 'penguins-v1' });
    const calls = statementsOf(stack, HANDLER_ROLE).filter(({ actions }) => actions.includes('sagemaker:AddTags'));
    expect(calls).toEqual([{ actions: COMPILATION_ACTIONS, resources: [`${JOBS}/penguins-v1`] }]);
  });

  test('be called by the state machine only through its role', () => {
    const stack = newStack();
    compilationJob(stack, 'Compile');
    expect(statementsOf(stack, 'cdkmljobsJobEngineStateMachineRole')).toEqual([
      {
        actions: ['lambda:InvokeFunction'],
        resources: [expect.stringMatching(/^<cdkmljobsJobEngineHandler\w+\.Arn>$/)],
      },
    ]);
  });
});

describe('150 jobs in one stack', () => {
  const stack = newStack();
  for (let index = 0; index < 150; index++) compilationJob(stack, `Compile${index}`, { stackOutputs: false });
  const template = Template.fromStack(stack).toJSON() as { Resources: Record<string, { Type: string }> };

  test('are 457 resources: 7 for the engine and 3 a job', () => {
    expect(Object.keys(template.Resources)).toHaveLength(7 + 150 * 3);
  });

  test('leave the policies of the handler as they are for one', () => {
    const one = newStack();
    compilationJob(one, 'Compile');
    expect(statementsOf(stack, HANDLER_ROLE)).toEqual(statementsOf(one, HANDLER_ROLE));
  });

  test('fit into a template of 1 MB', () => {
    expect(JSON.stringify(template).length).toBeLessThan(1_000_000);
  });
});

test('150 jobs that share a role are one resource each, and the policies of the role stay within the limit of IAM', () => {
  const stack = newStack();
  const role = new iam.Role(stack, 'Mine', { assumedBy: new iam.ServicePrincipal('sagemaker.amazonaws.com') });
  for (let index = 0; index < 150; index++) compilationJob(stack, `Compile${index}`, { role, stackOutputs: false });
  const { Resources } = Template.fromStack(stack).toJSON() as { Resources: Record<string, { Type: string }> };
  const policies = Object.values(Template.fromStack(stack).findResources('AWS::IAM::Policy'));
  expect(Object.values(Resources).filter(({ Type }) => Type === JOB_TYPE)).toHaveLength(150);
  for (const { Properties } of policies) {
    expect(JSON.stringify(Properties.PolicyDocument).length).toBeLessThan(10_240);
  }
});
