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

const GENERATED_ROLES = {
  actions: ['iam:PassRole'],
  resources: ['arn:<AWS::Partition>:iam::<AWS::AccountId>:role/cdk-ml-jobs/<AWS::Region>/Stack/*'],
  condition: TO_SAGEMAKER,
};

describe('the handler may', () => {
  test('do what its kinds need with jobs of the stack, pass their roles, write its log, and start and stop executions', () => {
    const stack = newStack();
    compilationJob(stack, 'Compile');
    expect(statementsOf(stack, HANDLER_ROLE)).toEqual([
      {
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [expect.stringMatching(/^<cdkmljobsJobEngineLog\w+\.Arn>$/)],
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
      { actions: COMPILATION_ACTIONS, resources: [`${JOBS}/Stack--*`] },
      GENERATED_ROLES,
    ]);
  });

  test('do nothing on all resources', () => {
    const stack = newStack();
    compilationJob(stack, 'Compile');
    expect(statementsOf(stack, HANDLER_ROLE).flatMap(({ resources }) => resources)).not.toContain('*');
  });

  test('pass a role that a job brought', () => {
    const stack = newStack();
    const role = new iam.Role(stack, 'Mine', { assumedBy: new iam.ServicePrincipal('sagemaker.amazonaws.com') });
    compilationJob(stack, 'Compile', { role });
    compilationJob(stack, 'CompileToo', { role });
    expect(statementsOf(stack, HANDLER_ROLE).filter(({ actions }) => actions.includes('iam:PassRole'))).toEqual([
      { actions: ['iam:PassRole'], resources: [expect.stringMatching(/^<Mine\w+\.Arn>$/)], condition: TO_SAGEMAKER },
      GENERATED_ROLES,
    ]);
  });

  test('touch a job that has a name of its own, by a policy that goes with the name', () => {
    const policyOf = (compilationJobName: string) => {
      const stack = newStack();
      compilationJob(stack, 'Compile', { compilationJobName });
      expect(statementsOf(stack, HANDLER_ROLE)).toContainEqual({
        actions: COMPILATION_ACTIONS,
        resources: [`${JOBS}/${compilationJobName}`],
      });
      const [{ DependsOn }] = Object.values(Template.fromStack(stack).findResources(JOB_TYPE));
      return (DependsOn as string[]).find((id) => id.startsWith('CompileHandler'));
    };
    // the job before is deleted after the update: until then, both policies are there
    expect(policyOf('penguins-v1')).toBeDefined();
    expect(policyOf('penguins-v1')).not.toBe(policyOf('penguins-v2'));
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

test('150 jobs with a role each that they brought stay within the limits of IAM', () => {
  const stack = newStack();
  for (let index = 0; index < 150; index++) {
    const role = new iam.Role(stack, `Mine${index}`, {
      assumedBy: new iam.ServicePrincipal('sagemaker.amazonaws.com'),
    });
    compilationJob(stack, `Compile${index}`, { role: role.withoutPolicyUpdates(), stackOutputs: false });
  }
  const template = Template.fromStack(stack);
  const documents = [
    ...Object.values(template.findResources('AWS::IAM::Policy')).map(({ Properties }) => [Properties, 10_240] as const),
    ...Object.values(template.findResources('AWS::IAM::ManagedPolicy')).map(
      ({ Properties }) => [Properties, 6_144] as const,
    ),
  ];
  for (const [{ PolicyDocument }, limit] of documents) {
    // a reference becomes an ARN of up to a hundred characters
    const text = JSON.stringify(PolicyDocument).replace(/\{"Fn::GetAtt":\["\w+","Arn"\]\}/g, `"${'x'.repeat(100)}"`);
    expect(text.length).toBeLessThan(limit);
  }
});
