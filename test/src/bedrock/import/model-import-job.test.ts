import { CreateModelImportJobRequest$ } from '@aws-sdk/client-bedrock';
import { App, RemovalPolicy, Stack, Tags } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { ModelImportJob } from '../../../../src';
import { membersIn, membersOf } from '../../request-members';
import { importJob, importProperties, importRequestOf } from '../../sample-import-job';
import { newStack } from '../../sample-job';
import { sampleVpc } from '../../sample-vpc';

const ROLE = { 'Fn::GetAtt': [expect.stringMatching(/^ImportRole/), 'Arn'] };
const KEY = 'arn:aws:kms:us-east-1:111122223333:key/0a1b2c3d-4e5f-6a7b-8c9d-0e1f2a3b4c5d';

describe('the request', () => {
  test('is the smallest that the API takes; the handler names the model', () => {
    expect(importRequestOf({})).toEqual({
      roleArn: ROLE,
      modelDataSource: { s3DataSource: { s3Uri: 's3://models/llama-support/' } },
    });
  });

  test('has every member that the API has', () => {
    const stack = new Stack(new App(), 'Stack', { env: { account: '111122223333', region: 'us-east-1' } });
    const vpc = sampleVpc(stack, 1);
    const job = importJob(stack, 'Import', {
      modelImportJobName: 'support-v1',
      importedModelName: 'support',
      importedModelEncryptionKey: Key.fromKeyArn(stack, 'Key', KEY),
      vpc,
      securityGroups: [ec2.SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-0123456789abcdef0')],
    });
    Tags.of(job).add('team', 'ml');
    const { Request } = importProperties(stack);

    expect([...membersIn(CreateModelImportJobRequest$, Request), 'jobName', 'clientRequestToken'].sort()).toEqual(
      membersOf(CreateModelImportJobRequest$),
    );
    expect(Request).toEqual({
      roleArn: ROLE,
      importedModelName: 'support',
      modelDataSource: { s3DataSource: { s3Uri: 's3://models/llama-support/' } },
      importedModelKmsKeyId: KEY,
      jobTags: [{ key: 'team', value: 'ml' }],
      importedModelTags: [{ key: 'team', value: 'ml' }],
      vpcConfig: { subnetIds: ['subnet-0123456789abcdef1'], securityGroupIds: ['sg-0123456789abcdef0'] },
    });
  });
});

describe('the resource', () => {
  test('waits for four hours, which a condition does, and keeps the imported model', () => {
    const stack = newStack();
    importJob(stack, 'Import');
    const { DeletesResult, WaitSeconds, WaitConditions } = importProperties(stack);

    expect({ DeletesResult, WaitSeconds }).toEqual({ DeletesResult: undefined, WaitSeconds: '14400' });
    expect(WaitConditions).toHaveLength(1);
  });

  test('takes the imported model with it where that is asked for, without being another job', () => {
    const [kept, removed] = [RemovalPolicy.RETAIN, RemovalPolicy.DESTROY].map((importedModelRemovalPolicy) => {
      const stack = newStack();
      importJob(stack, 'Import', { importedModelRemovalPolicy });
      return importProperties(stack);
    });

    expect(removed.DeletesResult).toBe('true');
    expect(removed.Request).toEqual(kept.Request);
    expect(removed.WaitConditions).toEqual(kept.WaitConditions);
  });

  test('has an hour to answer, however short the wait is: nobody can stop the job', () => {
    const stack = newStack();
    importJob(stack, 'Import', { waitForCompletion: false });

    expect(importProperties(stack).ServiceTimeout).toBe('3600');
  });

  test('has results only where somebody waits for them', () => {
    const job = importJob(newStack(), 'Import', { waitForCompletion: false });

    expect(() => job.importedModelArn).toThrow("'importedModelArn' is known only when the job has ended");
    expect(() => job.grantInvoke(job)).toThrow("'importedModelArn' is known only when the job has ended");
    expect([job.modelImportJobArn, job.modelImportJobName, job.importedModelName, job.creationTime]).toHaveLength(4);
  });
});

test('the function creates jobs on no resource, as the service has none for the call, and passes the role', () => {
  const stack = newStack();
  importJob(stack, 'Import');

  Template.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', {
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({ Action: ['bedrock:CreateModelImportJob', 'bedrock:ListModelImportJobs'], Resource: '*' }),
      ]),
    },
  });
});

describe('whoever is granted it', () => {
  const invoker = (stack: Stack) => new iam.Role(stack, 'Chat', { assumedBy: new iam.AccountRootPrincipal() });
  const statementsOf = (stack: Stack) => {
    const policies = Template.fromStack(stack).findResources('AWS::IAM::Policy') as {
      [id: string]: { Properties: { PolicyDocument: { Statement: object[] } } };
    };
    const [, policy] = Object.entries(policies).find(([id]) => id.startsWith('ChatDefaultPolicy'))!;
    return policy.Properties.PolicyDocument.Statement;
  };
  const INVOKE = {
    Action: ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'],
    Effect: 'Allow',
    Resource: { 'Fn::GetAtt': [expect.any(String), 'ImportedModelArn'] },
  };

  const decryptWith = (key: unknown) => ({
    Action: 'kms:Decrypt',
    Condition: {
      StringEquals: {
        'kms:ViaService': { 'Fn::Join': ['', ['bedrock.', { Ref: 'AWS::Region' }, '.', { Ref: 'AWS::URLSuffix' }]] },
      },
    },
    Effect: 'Allow',
    Resource: key,
  });

  test('may call the imported model, and nothing else', () => {
    const stack = newStack();
    importJob(stack, 'Import').grantInvoke(invoker(stack));

    expect(statementsOf(stack)).toEqual([INVOKE]);
  });

  test('may decrypt it, through Bedrock only', () => {
    const stack = newStack();
    const importedModelEncryptionKey = new Key(stack, 'Key');
    importJob(stack, 'Import', { importedModelEncryptionKey }).grantInvoke(invoker(stack));

    expect(statementsOf(stack)).toEqual([
      INVOKE,
      decryptWith({ 'Fn::GetAtt': [expect.stringMatching(/^Key/), 'Arn'] }),
    ]);
  });

  test('may call that of a job from elsewhere', () => {
    const stack = newStack();
    const arn = 'arn:aws:bedrock:us-east-1:111122223333:model-import-job/abcdef123456';
    ModelImportJob.fromModelImportJobArn(stack, 'Made', arn).grantInvoke(invoker(stack));

    expect(statementsOf(stack)).toEqual([INVOKE]);
  });

  test('may decrypt that of a job from elsewhere with the key that the reference is given', () => {
    const stack = newStack();
    const arn = 'arn:aws:bedrock:us-east-1:111122223333:model-import-job/abcdef123456';
    const keyArn = 'arn:aws:kms:us-east-1:111122223333:key/abcdef12-3456-7890-abcd-ef1234567890';
    const importedModelEncryptionKey = Key.fromKeyArn(stack, 'Key', keyArn);
    const made = ModelImportJob.fromModelImportJobArn(stack, 'Made', arn, { importedModelEncryptionKey });
    made.grantInvoke(invoker(stack));

    expect(made.importedModelEncryptionKey).toBe(importedModelEncryptionKey);
    expect(statementsOf(stack)).toEqual([INVOKE, decryptWith(keyArn)]);
  });
});
