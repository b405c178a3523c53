import { App, Aspects, type IAspect, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { AwsSolutionsChecks } from 'cdk-nag-2';
import { batchJob } from './sample-batch-job';
import { compilationJob, MODEL, newStack } from './sample-job';
import { trainingJob } from './sample-training-job';
import { modelRole, transformJob } from './sample-transform-job';
import { BatchInferenceModel, JobEngine, ModelData, TrainingAlgorithm, TrainingImage, TrainingJob } from '../../src';

/** The findings of cdk-nag 2 in a stack, with the path of what they are about. */
function findings(stack: Stack): string[] {
  Aspects.of(stack).add(new AwsSolutionsChecks({ reports: false }) as unknown as IAspect);
  const annotations = Annotations.fromStack(stack);
  const found = Match.stringLikeRegexp('AwsSolutions|CdkNag');
  return [...annotations.findError('*', found), ...annotations.findWarning('*', found)].map(
    ({ id, entry }) => `${String(entry.data).split(':')[0]} at ${id}`,
  );
}

test.each([
  [
    'a compilation job with its own bucket',
    (stack: Stack) => compilationJob(stack, 'Job', { modelData: ModelData.fromAsset(MODEL), outputBucket: undefined }),
  ],
  [
    'a training job',
    (stack: Stack) =>
      trainingJob(stack, 'Job', {
        algorithm: TrainingAlgorithm.fromImage(TrainingImage.fromBuiltInAlgorithm('sagemaker-xgboost', '1.7-1')),
        remoteDebug: true,
      }),
  ],
  ['a transform job', (stack: Stack) => transformJob(stack, 'Job', { modelRole: modelRole(stack) })],
  [
    'batch inference jobs with many profiles',
    (stack: Stack) => {
      for (let version = 0; version < 12; version++) {
        const model = BatchInferenceModel.inferenceProfile(`us.amazon.nova-lite-v${version}:0`);
        batchJob(stack, `Job${version}`, { model });
      }
    },
  ],
  [
    'a job with the engine of another stack',
    (stack: Stack) =>
      compilationJob(stack, 'Job', { engine: new JobEngine(new Stack(stack.node.root as App, 'Engine'), 'Jobs') }),
  ],
  [
    'a job that takes the model of another',
    (stack: Stack) =>
      compilationJob(stack, 'Job', { modelData: ModelData.fromTrainingJob(trainingJob(stack, 'Train')) }),
  ],
  ['a job that was made elsewhere', (stack: Stack) => TrainingJob.fromTrainingJobName(stack, 'Trained', 'churn')],
])('%s: no finding of cdk-nag 2 is unexplained', (_, make) => {
  const stack = newStack();
  make(stack);
  expect(findings(stack)).toEqual([]);
});

test('an engine with all that it may be told has none, either', () => {
  const stack = newStack();
  const key = new kms.Key(stack, 'Key', { enableKeyRotation: true });
  JobEngine.of(stack, {
    encryptionKey: key,
    deadLetterQueue: sqs.Queue.fromQueueArn(stack, 'Queue', 'arn:aws:sqs:us-east-1:111122223333:dead'),
    tracing: lambda.Tracing.ACTIVE,
    stateMachineLogGroup: logs.LogGroup.fromLogGroupName(stack, 'Log', '/aws/vendedlogs/jobs'),
    reservedConcurrentExecutions: 5,
  });
  compilationJob(stack, 'Job');
  expect(findings(stack)).toEqual([]);
});

test('a finding of yours is still found, and an explanation of yours is kept', () => {
  const stack = newStack();
  const job = trainingJob(stack, 'Job');
  job.role.addToPrincipalPolicy(new iam.PolicyStatement({ actions: ['s3:*'], resources: ['arn:aws:s3:::mine/*'] }));
  const policy = job.role.node.findChild('DefaultPolicy').node.defaultChild as iam.CfnPolicy;
  const mine = {
    id: 'AwsSolutions-IAM5',
    reason: 'These are the objects of mine.',
    applies_to: ['Resource::arn:aws:s3:::mine/*'],
  };
  policy.addMetadata('cdk_nag', { rules_to_suppress: [mine] });
  expect(findings(stack)).toEqual([
    expect.stringMatching(/^AwsSolutions-IAM5\[Action at \/Stack\/Job\/Role\/DefaultPolicy/),
  ]);
  expect(policy.getMetadata('cdk_nag').rules_to_suppress).toContainEqual(mine);
});

test('nothing is in the template where cdk-nag 2 does not look', () => {
  const stack = newStack();
  compilationJob(stack, 'Job');
  expect(JSON.stringify(Template.fromStack(stack).toJSON())).not.toContain('cdk_nag');
});

test.each([
  ['a finding of the CDK', 'CloudFormation-Validate::W3045', 'The bucket of the logs takes them by its policy.'],
  ['a finding of this library', 'cdk-ml-jobs::modelArchive', 'The model is packed by the pipeline.'],
  ['an annotation without a rule', 'annotation::', 'There is no rule to be explained.'],
  ['a reason that cdk-nag 2 does not take', 'annotation::AwsSolutions-S1', 'Known.'],
])('%s that is acknowledged is none of cdk-nag 2', (_, id, reason) => {
  const stack = newStack();
  trainingJob(stack, 'Job');
  const queue = new sqs.Queue(stack, 'Queue', { enforceSSL: true });
  queue.node.addMetadata('aws:cdk:acknowledged-rules', { [id]: reason });
  expect(findings(stack)).toEqual([expect.stringMatching(/^AwsSolutions-SQS3 at \/Stack\/Queue/)]);
});

test('a bucket with access logs, which the CDK acknowledges, is no matter for cdk-nag 2', () => {
  const stack = newStack();
  trainingJob(stack, 'Job');
  new Bucket(stack, 'Data', { serverAccessLogsBucket: new Bucket(stack, 'Logs'), enforceSSL: true });
  expect(findings(stack)).toEqual([expect.stringMatching(/^AwsSolutions-S10 at \/Stack\/Logs/)]);
});
