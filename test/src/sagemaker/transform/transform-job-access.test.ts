import { Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import { everyProperty } from './every-transform-property';
import { statementsOf } from '../../policy-statements';
import { newStack } from '../../sample-job';
import { modelRole, TRANSFORM_JOB_TYPE, transformJob } from '../../sample-transform-job';

const LOGS = 'arn:<AWS::Partition>:logs:<AWS::Region>:<AWS::AccountId>:log-group:/aws/sagemaker/TransformJobs';

describe('the role of the model', () => {
  test('is given what the input, the output and the log need', () => {
    const stack = newStack();
    transformJob(stack, 'Score', { modelRole: modelRole(stack), outputPrefix: 'penguins' });
    const bucket = ['s3:GetBucketLocation', 's3:ListBucket'];
    expect(statementsOf(stack, 'ModelRole')).toEqual([
      { actions: bucket, resources: ['arn:<AWS::Partition>:s3:::scores'] },
      { actions: ['s3:PutObject'], resources: ['arn:<AWS::Partition>:s3:::scores/penguins/stack--score--*'] },
      {
        actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
        resources: [LOGS, `${LOGS}:*`],
      },
      { actions: bucket, resources: ['arn:<AWS::Partition>:s3:::records'] },
      { actions: ['s3:GetObject'], resources: ['arn:<AWS::Partition>:s3:::records/penguins/*'] },
    ]);
  });

  test('may write to the folder of a name of its own', () => {
    const stack = newStack();
    transformJob(stack, 'Score', { modelRole: modelRole(stack), transformJobName: 'penguins-v1' });
    expect(statementsOf(stack, 'ModelRole')).toContainEqual({
      actions: ['s3:PutObject'],
      resources: ['arn:<AWS::Partition>:s3:::scores/penguins-v1/*'],
    });
  });

  test('may use the keys of the output and of the volumes', () => {
    const stack = newStack();
    transformJob(stack, 'Score', {
      modelRole: modelRole(stack),
      outputEncryptionKey: new kms.Key(stack, 'OutputKey'),
      volumeEncryptionKey: new kms.Key(stack, 'VolumeKey'),
    });
    expect(statementsOf(stack, 'ModelRole')).toEqual(
      expect.arrayContaining([
        {
          actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
          resources: [expect.stringMatching(/^<OutputKey\w+\.Arn>$/)],
        },
        {
          actions: ['kms:CreateGrant', 'kms:DescribeKey'],
          resources: [expect.stringMatching(/^<VolumeKey\w+\.Arn>$/)],
        },
      ]),
    );
  });

  test('has its policy before the job starts, and until it is deleted', () => {
    const stack = newStack();
    transformJob(stack, 'Score', { modelRole: modelRole(stack) });
    const [job] = Object.values(Template.fromStack(stack).findResources(TRANSFORM_JOB_TYPE));
    expect(job.DependsOn).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^ModelRoleDefaultPolicy/),
        expect.stringMatching(/^ModelRole[0-9A-F]{8}$/),
      ]),
    );
  });

  test('is left as it is where it is not given', () => {
    const stack = newStack();
    modelRole(stack);
    transformJob(stack, 'Score', everyProperty(stack));
    expect(statementsOf(stack, 'ModelRole')).toEqual([]);
  });
});

test('the handler runs the job and passes no role', () => {
  const stack = newStack();
  transformJob(stack, 'Score', { modelRole: modelRole(stack) });
  const statements = statementsOf(stack, 'cdkmljobsJobEngineHandlerRole');
  expect(statements).toContainEqual({
    actions: [
      'sagemaker:CreateTransformJob',
      'sagemaker:DescribeTransformJob',
      'sagemaker:StopTransformJob',
      'sagemaker:AddTags',
      'sagemaker:DeleteTags',
      'sagemaker:ListTags',
    ],
    resources: ['arn:<AWS::Partition>:sagemaker:<AWS::Region>:<AWS::AccountId>:transform-job/stack--*'],
  });
  expect(statements.flatMap(({ actions }) => actions)).not.toContain('iam:PassRole');
});

test('grantRead lets a principal read the results', () => {
  const stack = newStack();
  const role = new iam.Role(stack, 'Reader', { assumedBy: new iam.ServicePrincipal('glue.amazonaws.com') });
  transformJob(stack, 'Score', { outputPrefix: 'penguins' }).grantRead(role);
  expect(statementsOf(stack, 'Reader')).toEqual([
    { actions: ['s3:GetBucketLocation', 's3:ListBucket'], resources: ['arn:<AWS::Partition>:s3:::scores'] },
    { actions: ['s3:GetObject'], resources: ['arn:<AWS::Partition>:s3:::scores/penguins/stack--score--*'] },
  ]);
});
