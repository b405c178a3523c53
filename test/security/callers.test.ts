import { everyJob } from './every-job';
import { allows, ENGINE_ROLE, rightsOf, rolesOf } from './role-statements';
import { newStack } from '../src/sample-job';
import { templateOf } from '../src/template-body';

const ACCOUNT = '<AWS::AccountId>';
const REGIONAL = `<AWS::Region>:${ACCOUNT}`;
const SAGEMAKER = `arn:<AWS::Partition>:sagemaker:${REGIONAL}`;
const ROLES = `arn:<AWS::Partition>:iam::${ACCOUNT}:role`;

const stack = newStack();
everyJob(stack);
const { Resources } = templateOf(stack);
const typed = (type: string) => Object.keys(Resources).filter((id) => Resources[id].Type === type);
const rolesThatMay = (action: string) =>
  rolesOf(stack).flatMap((role) =>
    rightsOf(stack, role).flatMap((right) => (right.action === action ? [{ role, resource: right.resource }] : [])),
  );

describe('nobody may call the function or start an execution', () => {
  test('by a policy of the function, a URL, an event source or an event rule', () => {
    const types = Object.values(Resources).map(({ Type }) => Type);
    expect(types).toContain('AWS::Lambda::Function');
    expect(
      types.filter((type) => /^AWS::(Lambda::(Permission|Url|EventSourceMapping)|Events::|Scheduler::)/.test(type)),
    ).toEqual([]);
  });

  test('but the state machine, which may call this function only', () => {
    const [handler] = typed('AWS::Lambda::Function');
    expect(rolesThatMay('lambda:InvokeFunction')).toEqual([
      { role: expect.stringMatching(/^cdkmljobsJobEngineStateMachineRole/) as string, resource: `<${handler}.Arn>` },
    ]);
  });

  test('but the function, which may start executions of this state machine only', () => {
    const [stateMachine] = typed('AWS::StepFunctions::StateMachine');
    expect(rolesThatMay('states:StartExecution')).toEqual([
      { role: expect.stringMatching(new RegExp(`^${ENGINE_ROLE}`)) as string, resource: `<${stateMachine}>` },
    ]);
  });
});

describe('a request made up by somebody who may call the function all the same', () => {
  const rights = rightsOf(stack, ENGINE_ROLE);

  test.each([
    ['train in the name of another stack', 'sagemaker:CreateTrainingJob', `${SAGEMAKER}:training-job/other--train--0`],
    [
      'train for a stack whose name begins like its own',
      'sagemaker:CreateTrainingJob',
      `${SAGEMAKER}:training-job/stack2--train--0`,
    ],
    ['the same with a hyphen', 'sagemaker:CreateTrainingJob', `${SAGEMAKER}:training-job/stack-2--train--0`],
    ['stop the job of another stack', 'sagemaker:StopTrainingJob', `${SAGEMAKER}:training-job/stack2--train--0`],
    [
      'delete the job of another stack',
      'sagemaker:DeleteCompilationJob',
      `${SAGEMAKER}:compilation-job/other--compile--0`,
    ],
    ['tag what is no job', 'sagemaker:AddTags', `${SAGEMAKER}:endpoint/stack--endpoint`],
    ['run another kind of job', 'sagemaker:CreateProcessingJob', `${SAGEMAKER}:processing-job/stack--process--0`],
    [
      'call a model that no job uses',
      'bedrock:CreateModelInvocationJob',
      'arn:<AWS::Partition>:bedrock:<AWS::Region>::foundation-model/anthropic.claude-3',
    ],
    [
      'call a model itself',
      'bedrock:InvokeModel',
      'arn:<AWS::Partition>:bedrock:<AWS::Region>::foundation-model/amazon.nova-lite-v1:0',
    ],
    ['use a role that is none of a job', 'iam:PassRole', `${ROLES}/Admin`],
    ['use a role of another stack', 'iam:PassRole', `${ROLES}/cdk-ml-jobs/<AWS::Region>/stack2/Stack2-Role`],
    ['use a role of another Region', 'iam:PassRole', `${ROLES}/cdk-ml-jobs/eu-north-1/stack/Stack-Role`],
    [
      'start another state machine',
      'states:StartExecution',
      `arn:<AWS::Partition>:states:${REGIONAL}:stateMachine:Other`,
    ],
    [
      'stop an execution of another',
      'states:StopExecution',
      `arn:<AWS::Partition>:states:${REGIONAL}:execution:Other:1`,
    ],
    ['read an object', 's3:GetObject', 'arn:<AWS::Partition>:s3:::models/model.tar.gz'],
    ['assume a role', 'sts:AssumeRole', `${ROLES}/cdk-ml-jobs/<AWS::Region>/stack/Stack-Role`],
  ])('cannot make the function %s', (_, action, resource) => {
    expect(allows(rights, action, resource)).toBe(false);
  });

  test.each([
    ['its own training job', 'sagemaker:CreateTrainingJob', `${SAGEMAKER}:training-job/stack--train--0123456789ab`],
    ['its own role', 'iam:PassRole', `${ROLES}/cdk-ml-jobs/<AWS::Region>/stack/Stack-TrainRole`],
    // Bedrock chooses the ids: SECURITY.md says that these are the account's
    [
      'any batch inference job',
      'bedrock:StopModelInvocationJob',
      `arn:<AWS::Partition>:bedrock:${REGIONAL}:model-invocation-job/0`,
    ],
  ])('reaches %s', (_, action, resource) => {
    expect(allows(rights, action, resource)).toBe(true);
  });

  test('cannot make it pass a role to a service that runs no jobs', () => {
    const passes = rights.filter(({ action }) => action === 'iam:PassRole');
    expect(passes.length).toBeGreaterThan(1);
    for (const { condition } of passes) {
      expect(condition).toEqual({
        StringEquals: {
          'iam:PassedToService': expect.stringMatching(/^(sagemaker|bedrock)\.amazonaws\.com$/) as string,
        },
      });
    }
  });
});
