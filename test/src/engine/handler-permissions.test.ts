import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { CfnApplicationInferenceProfile, FoundationModelIdentifier } from 'aws-cdk-lib/aws-bedrock';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { BatchInferenceModel, JobEngine } from '../../../src';
import { flatten, statementsOf } from '../policy-statements';
import { BATCH_JOB_TYPE, batchJob, NOVA } from '../sample-batch-job';
import { compilationJob, JOB_TYPE, newStack } from '../sample-job';
import { looseEnds, templateOf } from '../template-body';

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
const BEDROCK = 'arn:<AWS::Partition>:bedrock:<AWS::Region>:<AWS::AccountId>';
const CREATE = 'bedrock:CreateModelInvocationJob';
const CUSTOM = 'arn:aws:bedrock:us-east-1:111122223333:custom-model/amazon.nova-lite-v1:0:300k/abcdefghijkl';
const APPLICATION = 'arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/abcdefghijkl';
const TO_SAGEMAKER = { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } };

const GENERATED_ROLES = {
  actions: ['iam:PassRole'],
  resources: ['arn:<AWS::Partition>:iam::<AWS::AccountId>:role/cdk-ml-jobs/<AWS::Region>/stack/*'],
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
        actions: ['states:StopExecution', 'states:DescribeExecution'],
        resources: [
          expect.stringMatching(
            /^arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:<cdkmljobsJobEngineStateMachine\w+\.Name>:\*$/,
          ),
        ],
      },
      { actions: COMPILATION_ACTIONS, resources: [`${JOBS}/stack--*`] },
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
    ]);
  });

  test('pass a role that is made after another job, by a policy of the job alone: all jobs come after what they share', () => {
    const stack = newStack();
    const first = compilationJob(stack, 'First');
    const scope = new Construct(stack, 'Second');
    scope.node.addDependency(first);
    const role = new iam.Role(scope, 'Mine', { assumedBy: new iam.ServicePrincipal('sagemaker.amazonaws.com') });
    compilationJob(scope, 'Compile', { role });

    // a circle of references would be an error here
    const policies = Template.fromStack(stack).findResources('AWS::IAM::Policy');
    const [id] = Object.keys(policies).filter((each) => each.startsWith('SecondCompileHandlerLate'));
    expect(statementsOf(stack, HANDLER_ROLE).filter(({ actions }) => actions.includes('iam:PassRole'))).toContainEqual({
      actions: ['iam:PassRole'],
      resources: [expect.stringMatching(/^<SecondMine\w+\.Arn>$/)],
      condition: TO_SAGEMAKER,
    });
    const jobs = Object.entries(Template.fromStack(stack).findResources(JOB_TYPE));
    const after = jobs.filter(([, { DependsOn }]) => (DependsOn as string[]).includes(id)).map(([each]) => each);
    expect(after).toEqual([expect.stringMatching(/^SecondCompile/)]);
  });

  test('pass the generated roles once a job has one', () => {
    const stack = newStack();
    const role = new iam.Role(stack, 'Mine', { assumedBy: new iam.ServicePrincipal('sagemaker.amazonaws.com') });
    compilationJob(stack, 'Compile', { role });
    compilationJob(stack, 'CompileToo');
    compilationJob(stack, 'CompileThree');
    const passed = statementsOf(stack, HANDLER_ROLE).filter(({ actions }) => actions.includes('iam:PassRole'));
    expect(passed.slice(1)).toEqual([GENERATED_ROLES]);
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

describe('for batch inference, the handler may', () => {
  const BATCH_CALLS = {
    actions: [
      CREATE,
      'bedrock:GetModelInvocationJob',
      'bedrock:StopModelInvocationJob',
      'bedrock:TagResource',
      'bedrock:UntagResource',
      'bedrock:ListTagsForResource',
    ],
    resources: [`${BEDROCK}:model-invocation-job/*`],
  };
  const LIST = { actions: ['bedrock:ListModelInvocationJobs'], resources: ['*'] };
  const PASS = { ...GENERATED_ROLES, condition: { StringEquals: { 'iam:PassedToService': 'bedrock.amazonaws.com' } } };
  const foundationModel = (region: string) => `arn:<AWS::Partition>:bedrock:${region}::foundation-model/${NOVA}`;
  const nova = new FoundationModelIdentifier(NOVA);

  const handlerOf = (...jobs: Parameters<typeof batchJob>[2][]) => {
    const stack = newStack();
    jobs.forEach((props, index) => batchJob(stack, `Classify${index}`, { waitForCompletion: false, ...props }));
    return statementsOf(stack, HANDLER_ROLE).slice(3);
  };

  test.each<[string, BatchInferenceModel, string[]]>([
    ['a foundation model', BatchInferenceModel.foundationModel(nova), [foundationModel('<AWS::Region>')]],
    [
      'a cross-Region profile',
      BatchInferenceModel.inferenceProfile(`us.${NOVA}`),
      [`${BEDROCK}:inference-profile/us.${NOVA}`, foundationModel('<AWS::Region>'), foundationModel('us-*')],
    ],
    [
      'an application profile',
      BatchInferenceModel.applicationInferenceProfile(APPLICATION, {
        foundationModels: [nova],
        regions: ['us-west-2'],
      }),
      [APPLICATION, foundationModel('<AWS::Region>'), foundationModel('us-west-2')],
    ],
    ['a custom model', BatchInferenceModel.customModel(CUSTOM), [CUSTOM]],
  ])('run jobs with %s, and find them by their names', (_, model, resources) => {
    expect(handlerOf({ model })).toEqual([BATCH_CALLS, LIST, PASS, { actions: [CREATE], resources }]);
  });

  test('run several jobs with a model that is named once', () => {
    expect(handlerOf({}, {}, { model: BatchInferenceModel.customModel(CUSTOM) })).toEqual([
      BATCH_CALLS,
      LIST,
      PASS,
      { actions: [CREATE], resources: [foundationModel('<AWS::Region>'), CUSTOM] },
    ]);
  });

  test('run a job with a name of its own without a policy of its own, for its ARN has no name', () => {
    expect(handlerOf({ modelInvocationJobName: 'reviews-v1' })).toEqual(handlerOf({}));
  });

  test('run a job with an inference profile or a key that is made after another job', () => {
    const stack = newStack();
    const first = batchJob(stack, 'First');
    const scope = new Construct(stack, 'Second');
    scope.node.addDependency(first);
    const profile = new CfnApplicationInferenceProfile(scope, 'Profile', {
      inferenceProfileName: 'second',
      modelSource: { copyFrom: 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0' },
    });
    const key = new Key(scope, 'Key');
    batchJob(scope, 'Batch', {
      model: BatchInferenceModel.applicationInferenceProfile(profile.attrInferenceProfileArn, {
        foundationModels: [FoundationModelIdentifier.AMAZON_NOVA_LITE_V1_0],
      }),
    });
    batchJob(scope, 'Custom', { model: BatchInferenceModel.customModel(CUSTOM, { encryptionKey: key }) });

    // a circle of references would be an error here
    const policies = Object.keys(Template.fromStack(stack).findResources('AWS::IAM::Policy'));
    expect(policies.filter((id) => id.includes('HandlerLate')).map((id) => id.slice(0, -8))).toEqual([
      'SecondBatchHandlerLate',
      'SecondCustomHandlerLate',
    ]);
  });

  test('pass a role that a job brought to Bedrock only', () => {
    const stack = newStack();
    const role = new iam.Role(stack, 'Mine', { assumedBy: new iam.ServicePrincipal('bedrock.amazonaws.com') });
    batchJob(stack, 'Classify', { role });
    expect(statementsOf(stack, HANDLER_ROLE).filter(({ actions }) => actions.includes('iam:PassRole'))).toEqual([
      { ...PASS, resources: [expect.stringMatching(/^<Mine\w+\.Arn>$/)] },
    ]);
  });

  test('end and look up the executions of the state machine, and no others', () => {
    const stack = newStack();
    batchJob(stack, 'Classify');
    const lookups = statementsOf(stack, HANDLER_ROLE).filter(({ actions }) => actions.includes('states:StopExecution'));
    const executions = expect.stringMatching(/:execution:<cdkmljobsJobEngineStateMachine\w+\.Name>:\*$/) as string;
    expect(lookups).toEqual([
      { actions: ['states:StopExecution', 'states:DescribeExecution'], resources: [executions] },
    ]);
  });

  test('run the jobs of another stack, by a policy there for what is theirs', () => {
    const app = new App();
    const engine = new JobEngine(new Stack(app, 'Engine'), 'Jobs');
    const stack = new Stack(app, 'Stack');
    const role = new iam.Role(stack, 'Mine', { assumedBy: new iam.ServicePrincipal('bedrock.amazonaws.com') });
    batchJob(stack, 'Classify', { engine, role });
    batchJob(stack, 'Summarize', { engine });
    app.synth();
    expect(statementsOf(Stack.of(engine), 'JobsHandlerRole').slice(3)).toEqual([
      BATCH_CALLS,
      LIST,
      { ...PASS, resources: [PASS.resources[0].replace('/stack/', '/engine/')] },
    ]);
    const template = Template.fromStack(stack);
    const [[id, policy]] = Object.entries(template.findResources('AWS::IAM::Policy')).filter(([name]) =>
      name.startsWith('PassRoles'),
    );
    expect(policy.Properties.PolicyDocument.Statement).toEqual([
      expect.objectContaining({
        Action: 'iam:PassRole',
        Resource: { 'Fn::GetAtt': [expect.stringMatching(/^Mine/), 'Arn'] },
      }),
      { Effect: 'Allow', Action: CREATE, Resource: expect.anything() },
    ]);
    expect(flatten(policy.Properties.PolicyDocument.Statement[1].Resource)).toBe(foundationModel('<AWS::Region>'));
    for (const { DependsOn } of Object.values(template.findResources(BATCH_JOB_TYPE))) expect(DependsOn).toContain(id);
    expect(looseEnds(templateOf(stack))).toEqual([]);
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
