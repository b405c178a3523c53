import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { JobEngine, type JobEngineProps } from '../../../src';
import { statementsOf } from '../policy-statements';
import { compilationJob, newStack } from '../sample-job';
import { trainingJob } from '../sample-training-job';
import { looseEnds, templateOf } from '../template-body';

function stackWith(props: (stack: Stack) => JobEngineProps): Stack {
  const stack = newStack();
  new JobEngine(stack, 'Jobs', props(stack));
  return stack;
}

const lambdaRole = (scope: Stack) =>
  new iam.Role(scope, 'Mine', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });

describe('the function of an engine', () => {
  test('runs as it is told', () => {
    const KEY = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
    const stack = stackWith((scope) => ({
      runtime: lambda.Runtime.NODEJS_22_X,
      architecture: lambda.Architecture.X86_64,
      reservedConcurrentExecutions: 5,
      tracing: lambda.Tracing.PASS_THROUGH,
      environmentEncryption: kms.Key.fromKeyArn(scope, 'Key', KEY),
    }));
    Template.fromStack(stack).hasResourceProperties('AWS::Lambda::Function', {
      Runtime: 'nodejs22.x',
      Architectures: ['x86_64'],
      ReservedConcurrentExecutions: 5,
      TracingConfig: { Mode: 'PassThrough' },
      KmsKeyArn: KEY,
    });
  });

  test('is told none of it unless a person says so', () => {
    const [{ Properties }] = Object.values(
      Template.fromStack(stackWith(() => ({}))).findResources('AWS::Lambda::Function'),
    );
    for (const name of ['ReservedConcurrentExecutions', 'TracingConfig', 'DeadLetterConfig', 'KmsKeyArn']) {
      expect(Properties).not.toHaveProperty(name);
    }
  });

  test('sends what it could not take to a queue, with the key of the queue', () => {
    const stack = stackWith((scope) => ({
      deadLetterQueue: new sqs.Queue(scope, 'Dead', { encryptionMasterKey: new kms.Key(scope, 'Key') }),
    }));
    Template.fromStack(stack).hasResourceProperties('AWS::Lambda::Function', {
      DeadLetterConfig: { TargetArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Dead'), 'Arn'] } },
    });
    const rights = statementsOf(stack, 'JobsHandlerRole');
    expect(rights).toContainEqual({
      actions: ['sqs:SendMessage'],
      resources: [expect.stringMatching(/^<Dead\w+\.Arn>$/)],
    });
    expect(rights).toContainEqual({
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: [expect.stringMatching(/^<Key\w+\.Arn>$/)],
    });
  });

  test('is traced, and may write its traces', () => {
    const stack = stackWith(() => ({ tracing: lambda.Tracing.ACTIVE }));
    expect(statementsOf(stack, 'JobsHandlerRole')).toContainEqual({
      actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
      resources: ['*'],
    });
  });

  test.each([
    [lambda.Runtime.NODEJS_20_X, 'nodejs20.x'],
    [lambda.Runtime.PYTHON_3_13, 'python3.13'],
  ])('fails with a runtime that cannot run it: %#', (runtime, name) => {
    expect(() => stackWith(() => ({ runtime }))).toThrow(
      `Stack/Jobs: 'runtime' must be Node.js 22 or newer, for example lambda.Runtime.NODEJS_22_X, got '${name}'`,
    );
  });

  test('fails with a reserved concurrency of 0, with which nothing would run', () => {
    expect(() => stackWith(() => ({ reservedConcurrentExecutions: 0 }))).toThrow(
      "Stack/Jobs: 'reservedConcurrentExecutions' must be a whole number of at least 1, got 0",
    );
  });
});

describe('a role of your own', () => {
  test('is given what the handler needs, before the function is made', () => {
    const stack = newStack();
    const handlerRole = lambdaRole(stack);
    const engine = new JobEngine(stack, 'Jobs', { handlerRole, vpc: new ec2.Vpc(stack, 'Vpc') });
    const role = new iam.Role(stack, 'Theirs', { assumedBy: new iam.ServicePrincipal('sagemaker.amazonaws.com') });
    compilationJob(stack, 'Compile', { engine });
    trainingJob(stack, 'Train', { engine, role });
    const template = Template.fromStack(stack);
    expect(Object.keys(template.findResources('AWS::IAM::Role')).some((id) => /^JobsHandlerRole/.test(id))).toBe(false);
    template.hasResource('AWS::Lambda::Function', {
      Properties: { Role: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Mine'), 'Arn'] } },
      DependsOn: Match.arrayWith([Match.stringLikeRegexp('^JobsHandlerRights')]),
    });
    const actions = statementsOf(stack, 'Mine').map((statement) => statement.actions[0]);
    expect(actions.sort()).toEqual([
      'ec2:AssignPrivateIpAddresses',
      'iam:PassRole',
      'iam:PassRole',
      'logs:CreateLogStream',
      'sagemaker:CreateCompilationJob',
      'sagemaker:CreateTrainingJob',
      'states:StartExecution',
      'states:StopExecution',
    ]);
  });

  test('may be another stack’s: no circle of references closes', () => {
    const app = new App();
    const handlerRole = lambdaRole(new Stack(app, 'Roles'));
    const stack = new Stack(app, 'Stack');
    const role = new iam.Role(stack, 'Theirs', { assumedBy: new iam.ServicePrincipal('sagemaker.amazonaws.com') });
    trainingJob(stack, 'Train', { engine: new JobEngine(stack, 'Jobs', { handlerRole }), role });
    expect(() => app.synth()).not.toThrow();
  });

  test('is left as it is where its policies are kept elsewhere', () => {
    const stack = newStack();
    const handlerRole = lambdaRole(stack).withoutPolicyUpdates();
    compilationJob(stack, 'Compile', { engine: new JobEngine(stack, 'Jobs', { handlerRole }) });
    expect(statementsOf(stack, 'Mine')).toEqual([]);
    expect(looseEnds(templateOf(stack))).toEqual([]);
  });

  test('is waited for with its policies where these are kept elsewhere in the stack', () => {
    const stack = newStack();
    const mine = lambdaRole(stack);
    const engine = new JobEngine(stack, 'Jobs', { handlerRole: mine.withoutPolicyUpdates() });
    const others = [compilationJob(stack, 'First', { engine }), compilationJob(stack, 'Second', { engine })];
    const statement = (resource: string) =>
      new iam.PolicyStatement({ actions: ['sagemaker:*'], resources: [resource] });
    mine.addToPolicy(statement('*'));
    new iam.Policy(stack, 'Rights', { roles: [mine], statements: [statement('*')] });
    new iam.Policy(stack, 'Late', { roles: [mine], statements: [statement(engine.stateMachine.stateMachineArn)] });
    const { Resources } = templateOf(stack);
    const awaitedBy = (type: string) =>
      Object.values(Resources)
        .filter(({ Type }) => Type === type)
        .map(({ DependsOn }) => [DependsOn ?? []].flat().filter((id) => !/^(?:Jobs|First|Second)/.test(id)));
    const [role, policy] = [/^Mine[0-9A-F]{8}$/, /^MineDefaultPolicy/].map((id) => expect.stringMatching(id) as string);
    const [rights, late] = [/^Rights/, /^Late/].map((id) => expect.stringMatching(id) as string);

    expect(awaitedBy('AWS::Lambda::Function')).toEqual([[policy, role, rights]]);
    expect(awaitedBy('Custom::SageMakerCompilationJob')).toEqual(others.map(() => [late, policy, role, rights]));
  });

  test('fails if Lambda may not assume it', () => {
    const stack = newStack();
    const assumedBy = new iam.ServicePrincipal('sagemaker.amazonaws.com');
    new JobEngine(stack, 'Jobs', { handlerRole: new iam.Role(stack, 'Mine', { assumedBy }) });
    expect(() => Template.fromStack(stack)).toThrow(
      "[Stack/Jobs] 'handlerRole' must be a role that 'lambda.amazonaws.com' may assume, got 'Stack/Mine'",
    );
  });
});

describe('what an engine uses', () => {
  const engineWith = (propsOf: (stack: Stack) => JobEngineProps) => () => {
    const app = new App();
    const stack = new Stack(app, 'Stack', { env: { account: '111122223333', region: 'eu-west-1' } });
    new JobEngine(stack, 'Jobs', propsOf(stack));
    app.synth();
  };

  test.each<[keyof JobEngineProps, string, (stack: Stack) => JobEngineProps]>([
    [
      'vpc',
      'a VPC',
      (stack) => ({
        vpc: ec2.Vpc.fromVpcAttributes(stack, 'Vpc', {
          vpcId: 'vpc-0a1b2c3d',
          region: 'us-east-1',
          availabilityZones: ['us-east-1a'],
          privateSubnetIds: ['subnet-0a1b2c3d'],
        }),
      }),
    ],
    [
      'deadLetterQueue',
      'a queue',
      (stack) => ({
        deadLetterQueue: sqs.Queue.fromQueueArn(stack, 'Queue', 'arn:aws:sqs:us-east-1:111122223333:dead'),
      }),
    ],
    [
      'logGroup',
      'a log group',
      (stack) => ({
        logGroup: logs.LogGroup.fromLogGroupArn(stack, 'Log', 'arn:aws:logs:us-east-1:111122223333:log-group:jobs:*'),
      }),
    ],
    [
      'stateMachineLogGroup',
      'a log group',
      (stack) => ({
        stateMachineLogGroup: logs.LogGroup.fromLogGroupArn(
          stack,
          'Log',
          'arn:aws:logs:us-east-1:111122223333:log-group:jobs:*',
        ),
      }),
    ],
  ])('must be in its Region: %s', (member, what, propsOf) => {
    expect(engineWith(propsOf)).toThrow(
      `[Stack/Jobs] '${member}' must be ${what} in eu-west-1, where the engine is, got one in us-east-1`,
    );
  });
});
