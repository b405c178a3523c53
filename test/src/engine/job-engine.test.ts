import { App, NestedStack, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import { JobEngine } from '../../../src';
import { flatten, statementsOf } from '../policy-statements';
import { batchJob } from '../sample-batch-job';
import { compilationJob, JOB_TYPE, jobProperties, newStack } from '../sample-job';
import { templateOf } from '../template-body';

const TO_SAGEMAKER = { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } };
const STATE_MACHINES = 'arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:stateMachine:*';
const FOR_STATE_MACHINES = { ArnLike: { 'kms:EncryptionContext:aws:states:stateMachineArn': STATE_MACHINES } };

const ISOLATED = { name: 'Own', subnetType: ec2.SubnetType.PRIVATE_ISOLATED };

describe('the engine of a stack', () => {
  test('is 7 resources, whatever the number of jobs', () => {
    const stack = newStack();
    compilationJob(stack, 'One');
    compilationJob(stack, 'Two');
    const { Resources } = Template.fromStack(stack).toJSON() as { Resources: Record<string, { Type: string }> };
    const engine = Object.entries(Resources).filter(([id]) => id.includes('JobEngine'));
    expect(engine.map(([, { Type }]) => Type).sort()).toEqual([
      'AWS::IAM::Policy',
      'AWS::IAM::Policy',
      'AWS::IAM::Role',
      'AWS::IAM::Role',
      'AWS::Lambda::Function',
      'AWS::Logs::LogGroup',
      'AWS::StepFunctions::StateMachine',
    ]);
  });

  test('is one resource more for another kind of job', () => {
    const stack = newStack();
    compilationJob(stack, 'Compile');
    batchJob(stack, 'Classify');
    const { Resources } = templateOf(stack);
    expect(Object.keys(Resources).filter((id) => id.includes('JobEngine'))).toHaveLength(8);
  });

  test('is made with the first job and found by the others', () => {
    const stack = newStack();
    expect(JobEngine.of(stack)).toBe(JobEngine.of(stack));
  });

  test('runs as it is told before the first job', () => {
    const stack = newStack();
    JobEngine.of(stack, { logRetention: logs.RetentionDays.ONE_YEAR });
    compilationJob(stack, 'Compile');
    Template.fromStack(stack).hasResourceProperties('AWS::Logs::LogGroup', { RetentionInDays: 365 });
  });

  test('fails to be told when it is there already', () => {
    const stack = newStack();
    compilationJob(stack, 'Compile');
    expect(() => JobEngine.of(stack, { logRetention: logs.RetentionDays.ONE_YEAR })).toThrow(
      'Stack/cdk-ml-jobs.JobEngine: the engine of the stack is there already: say how it runs before the first job is made',
    );
  });

  test('belongs to one stack: each stack of an app, and each nested stack, has its own', () => {
    const app = new App();
    const [one, two] = [new Stack(app, 'One'), new Stack(app, 'Two')];
    const nested = new NestedStack(one, 'Nested');
    expect(new Set([one, two, nested].map((stack) => JobEngine.of(stack))).size).toBe(3);
  });

  test('runs the bundled handler on the newest Node.js runtime, on arm64', () => {
    const stack = newStack();
    compilationJob(stack, 'Compile');
    Template.fromStack(stack).hasResourceProperties('AWS::Lambda::Function', {
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
      MemorySize: 256,
      Timeout: 120,
      LoggingConfig: {
        LogGroup: { Ref: Match.stringLikeRegexp('JobEngineLog') },
        LogFormat: 'JSON',
        ApplicationLogLevel: 'INFO',
        SystemLogLevel: 'WARN',
      },
    });
  });

  test('keeps its logs for a month, and deletes them with the stack', () => {
    const stack = newStack();
    compilationJob(stack, 'Compile');
    Template.fromStack(stack).hasResource('AWS::Logs::LogGroup', {
      Properties: { RetentionInDays: 30 },
      DeletionPolicy: 'Delete',
    });
  });
});

describe('an engine of your own', () => {
  test('runs the jobs that it is given to', () => {
    const stack = newStack();
    const engine = new JobEngine(stack, 'Jobs');
    compilationJob(stack, 'Compile', { engine });
    Template.fromStack(stack).resourceCountIs('AWS::Lambda::Function', 1);
    expect(jobProperties(stack).ServiceToken).toEqual({ 'Fn::GetAtt': [expect.stringMatching(/^JobsHandler/), 'Arn'] });
  });

  test('serves jobs in other stacks, roles of theirs included, without a circle of references', () => {
    const app = new App();
    const engineStack = new Stack(app, 'Engine');
    const jobStack = new Stack(app, 'Jobs');
    const engine = new JobEngine(engineStack, 'Jobs');
    const role = new iam.Role(jobStack, 'Mine', { assumedBy: new iam.ServicePrincipal('sagemaker.amazonaws.com') });
    compilationJob(jobStack, 'Generated', { engine });
    compilationJob(jobStack, 'Brought', { engine, role });
    app.synth();
    const template = Template.fromStack(jobStack);
    template.resourceCountIs('AWS::Lambda::Function', 0);
    template.hasResourceProperties('AWS::IAM::Role', {
      Path: { 'Fn::Join': ['', ['/cdk-ml-jobs/', Match.anyValue(), '/engine/']] },
    });
    template.hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: {
        Statement: [
          {
            Effect: 'Allow',
            Action: 'iam:PassRole',
            Resource: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Mine'), 'Arn'] },
            Condition: TO_SAGEMAKER,
          },
        ],
      },
    });
    template.hasResource(JOB_TYPE, {
      Properties: { NamePrefix: 'engine--brought' },
      DependsOn: Match.arrayWith([Match.stringLikeRegexp('^PassRoles')]),
    });
    expect(Object.values(template.findResources(JOB_TYPE)).map(({ Properties }) => Properties.NamePrefix)).toEqual([
      'engine--generated',
      'engine--brought',
    ]);
  });

  test('runs in a VPC', () => {
    const stack = newStack();
    const vpc = new ec2.Vpc(stack, 'Vpc');
    const engine = new JobEngine(stack, 'Jobs', { vpc });
    Template.fromStack(stack).hasResourceProperties('AWS::Lambda::Function', {
      VpcConfig: { SubnetIds: Match.anyValue(), SecurityGroupIds: Match.anyValue() },
    });
    expect(engine.handler.isBoundToVpc).toBe(true);
  });

  test('keeps the way of the function to AWS until its jobs are deleted', () => {
    const stack = newStack();
    const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 1, natGateways: 0, subnetConfiguration: [ISOLATED] });
    vpc.addInterfaceEndpoint('Api', { service: ec2.InterfaceVpcEndpointAwsService.SAGEMAKER_API });
    const group = new ec2.SecurityGroup(stack, 'Group', { vpc });
    group.addIngressRule(group, ec2.Port.tcp(443));
    const engine = new JobEngine(stack, 'Jobs', { vpc, securityGroups: [group], vpcSubnets: ISOLATED });
    compilationJob(stack, 'Compile', { engine });

    const [job] = Object.values(Template.fromStack(stack).findResources('Custom::SageMakerCompilationJob'));
    const dependencies = (job as { readonly DependsOn: string[] }).DependsOn;
    expect(dependencies).toContainEqual(expect.stringMatching(/^VpcApi/));
    expect(dependencies).toContainEqual(expect.stringMatching(/^Groupfrom/));
  });

  test('in a VPC, its role itself has what Lambda needs there, and no policy of AWS', () => {
    const stack = newStack();
    new JobEngine(stack, 'Jobs', { vpc: new ec2.Vpc(stack, 'Vpc') });
    const [handlerRole] = Object.entries(Template.fromStack(stack).findResources('AWS::IAM::Role'))
      .filter(([id]) => id.startsWith('JobsHandlerRole'))
      .map(([, { Properties }]) => Properties as { Policies: object[] });
    expect(handlerRole).not.toHaveProperty('ManagedPolicyArns');
    expect(handlerRole.Policies).toContainEqual({
      PolicyName: 'AttachToVpc',
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Action: [
              'ec2:AssignPrivateIpAddresses',
              'ec2:CreateNetworkInterface',
              'ec2:DeleteNetworkInterface',
              'ec2:DescribeNetworkInterfaces',
              'ec2:DescribeSubnets',
              'ec2:UnassignPrivateIpAddresses',
            ],
            Resource: '*',
          },
        ],
      },
    });
  });

  test('outside of a VPC, its role may do nothing in EC2', () => {
    const stack = newStack();
    new JobEngine(stack, 'Jobs');
    expect(JSON.stringify(Template.fromStack(stack).toJSON())).not.toContain('ec2:');
  });

  test('encrypts its log and its history with a key', () => {
    const stack = newStack();
    const encryptionKey = new kms.Key(stack, 'Key');
    new JobEngine(stack, 'Jobs', { encryptionKey });
    const template = Template.fromStack(stack);
    const KmsKeyId = { 'Fn::GetAtt': [Match.stringLikeRegexp('^Key'), 'Arn'] };
    template.hasResourceProperties('AWS::Logs::LogGroup', { KmsKeyId });
    template.hasResourceProperties('AWS::StepFunctions::StateMachine', {
      EncryptionConfiguration: { Type: 'CUSTOMER_MANAGED_KMS_KEY', KmsKeyId },
    });
  });

  test('lets the CloudWatch Logs of its Region and partition use the key', () => {
    const stack = newStack();
    new JobEngine(stack, 'Jobs', { encryptionKey: new kms.Key(stack, 'Key') });
    const Service = { 'Fn::Join': ['', ['logs.', { Ref: 'AWS::Region' }, '.', { Ref: 'AWS::URLSuffix' }]] };
    Template.fromStack(stack).hasResourceProperties('AWS::KMS::Key', {
      KeyPolicy: { Statement: Match.arrayWith([Match.objectLike({ Principal: { Service } })]) },
    });
  });

  test('may read with the key how executions have ended, and needs it for nothing else', () => {
    const stack = newStack();
    const engine = new JobEngine(stack, 'Jobs', { encryptionKey: new kms.Key(stack, 'Key') });
    compilationJob(stack, 'Compile', { engine });
    const statements = statementsOf(stack, 'JobsHandlerRole');
    expect(statements.filter(({ actions }) => actions.some((name) => /^kms:/.test(name)))).toEqual([
      {
        actions: ['kms:Decrypt'],
        resources: [expect.stringMatching(/^<Key\w+\.Arn>$/)],
        condition: FOR_STATE_MACHINES,
      },
    ]);
  });

  test('may use the key in its state machine', () => {
    const stack = newStack();
    new JobEngine(stack, 'Jobs', { encryptionKey: new kms.Key(stack, 'Key') });
    expect(statementsOf(stack, 'JobsStateMachineRole')).toEqual([
      { actions: ['lambda:InvokeFunction'], resources: [expect.stringMatching(/^<JobsHandler\w+\.Arn>$/)] },
      {
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: [expect.stringMatching(/^<Key\w+\.Arn>$/)],
        condition: FOR_STATE_MACHINES,
      },
    ]);
  });

  test('gives its roles a permissions boundary', () => {
    const stack = newStack();
    const permissionsBoundary = iam.ManagedPolicy.fromManagedPolicyName(stack, 'Boundary', 'boundary');
    new JobEngine(stack, 'Jobs', { permissionsBoundary });
    const roles = Object.values(Template.fromStack(stack).findResources('AWS::IAM::Role'));
    expect(roles.map(({ Properties }) => flatten(Properties.PermissionsBoundary))).toEqual(
      Array(2).fill('arn:<AWS::Partition>:iam::<AWS::AccountId>:policy/boundary'),
    );
  });

  test('writes to a log group of yours', () => {
    const stack = newStack();
    const logGroup = new logs.LogGroup(stack, 'Mine');
    expect(new JobEngine(stack, 'Jobs', { logGroup }).logGroup).toBe(logGroup);
    Template.fromStack(stack).resourceCountIs('AWS::Logs::LogGroup', 1);
  });

  test('fails with a log group and a retention', () => {
    const stack = newStack();
    const logGroup = new logs.LogGroup(stack, 'Mine');
    expect(() => new JobEngine(stack, 'Jobs', { logGroup, logRetention: logs.RetentionDays.ONE_DAY })).toThrow(
      "Stack/Jobs: 'logRetention' must not be given with 'logGroup', which has a retention of its own",
    );
  });

  test('fails with subnets and no VPC', () => {
    expect(() => new JobEngine(newStack(), 'Jobs', { vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC } })).toThrow(
      "Stack/Jobs: 'vpcSubnets' and 'securityGroups' must be given with 'vpc' only",
    );
  });
});
