import { Match, Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { JobEngine } from '../../../src';
import { statementsOf } from '../policy-statements';
import { compilationJob, newStack } from '../sample-job';

const TYPE = 'AWS::StepFunctions::StateMachine';

describe('the state machine of an engine', () => {
  test('logs all its events, without the data that holds URLs for answers', () => {
    const stack = newStack();
    new JobEngine(stack, 'Jobs', { stateMachineLogGroup: new logs.LogGroup(stack, 'Events') });
    Template.fromStack(stack).hasResourceProperties(TYPE, {
      LoggingConfiguration: {
        Level: 'ALL',
        IncludeExecutionData: false,
        Destinations: [
          { CloudWatchLogsLogGroup: { LogGroupArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Events'), 'Arn'] } } },
        ],
      },
    });
  });

  test('delivers its log with the key that encrypts it', () => {
    const stack = newStack();
    const props = {
      encryptionKey: new kms.Key(stack, 'Key'),
      stateMachineLogGroup: new logs.LogGroup(stack, 'Events'),
    };
    new JobEngine(stack, 'Jobs', props);

    const context = 'kms:EncryptionContext:SourceArn';
    expect(statementsOf(stack, 'JobsStateMachineRole')).toContainEqual({
      actions: ['kms:GenerateDataKey'],
      resources: [expect.stringMatching(/^<Key/)],
      condition: { StringEquals: { [context]: 'arn:<AWS::Partition>:logs:<AWS::Region>:<AWS::AccountId>:*' } },
    });
    const delivery = { Service: 'delivery.logs.amazonaws.com' };
    Template.fromStack(stack).hasResourceProperties('AWS::KMS::Key', {
      KeyPolicy: {
        Statement: Match.arrayWith([{ Action: 'kms:Decrypt*', Effect: 'Allow', Principal: delivery, Resource: '*' }]),
      },
    });
  });

  test.each([
    [lambda.Tracing.ACTIVE, { TracingConfiguration: { Enabled: true } }],
    [lambda.Tracing.PASS_THROUGH, { TracingConfiguration: Match.absent() }],
    [undefined, { TracingConfiguration: Match.absent(), LoggingConfiguration: Match.absent() }],
  ])('is traced where the function is traced actively: %s', (tracing, properties) => {
    const stack = newStack();
    new JobEngine(stack, 'Jobs', { tracing });
    Template.fromStack(stack).hasResourceProperties(TYPE, properties);
  });

  test('runs with a role of yours, which may invoke the function before the machine is made', () => {
    const stack = newStack();
    const stateMachineRole = new iam.Role(stack, 'Mine', {
      assumedBy: new iam.ServicePrincipal('states.amazonaws.com'),
    });
    compilationJob(stack, 'Compile', { engine: new JobEngine(stack, 'Jobs', { stateMachineRole }) });
    Template.fromStack(stack).hasResource(TYPE, {
      Properties: { RoleArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Mine'), 'Arn'] } },
      DependsOn: Match.arrayWith([Match.stringLikeRegexp('^JobsStateMachineRights')]),
    });
    expect(statementsOf(stack, 'Mine')).toEqual([
      { actions: ['lambda:InvokeFunction'], resources: [expect.stringMatching(/^<JobsHandler\w+\.Arn>$/)] },
    ]);
  });

  test('waits for the policies of a role of yours, and so does a job', () => {
    const stack = newStack();
    const role = new iam.Role(stack, 'Mine', { assumedBy: new iam.ServicePrincipal('states.amazonaws.com') });
    const stateMachineRole = role.withoutPolicyUpdates();
    compilationJob(stack, 'Compile', { engine: new JobEngine(stack, 'Jobs', { stateMachineRole }) });
    const statements = [new iam.PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: ['*'] })];
    new iam.Policy(stack, 'Rights', { roles: [role], statements });
    for (const type of [TYPE, 'Custom::SageMakerCompilationJob']) {
      const DependsOn = Match.arrayWith([Match.stringLikeRegexp('^Rights')]);
      Template.fromStack(stack).hasResource(type, { DependsOn });
    }
  });

  test('fails with a role that Step Functions may not assume', () => {
    const stack = newStack();
    const assumedBy = new iam.ServicePrincipal('lambda.amazonaws.com');
    new JobEngine(stack, 'Jobs', { stateMachineRole: new iam.Role(stack, 'Mine', { assumedBy }) });
    expect(() => Template.fromStack(stack)).toThrow(
      "[Stack/Jobs] 'stateMachineRole' must be a role that 'states.amazonaws.com' may assume, got 'Stack/Mine'",
    );
  });
});
