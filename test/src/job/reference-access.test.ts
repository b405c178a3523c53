import type { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { CompilationJob, ModelInvocationJob, TrainingJob, TransformJob } from '../../../src';
import { statementsOf } from '../policy-statements';
import { newStack } from '../sample-job';

const BATCH_ARN = 'arn:aws:bedrock:eu-west-1:111122223333:model-invocation-job/abcdef123456';

const referencedIn = (stack: Stack) => ({
  compilation: CompilationJob.fromCompilationJobName(stack, 'Compilation', 'penguins'),
  training: TrainingJob.fromTrainingJobName(stack, 'Training', 'penguins'),
  transform: TransformJob.fromTransformJobName(stack, 'Transform', 'penguins'),
  batch: ModelInvocationJob.fromModelInvocationJobArn(stack, 'Batch', BATCH_ARN),
});

test.each([
  ['compilation', 'modelArtifacts'],
  ['training', 'modelArtifacts'],
  ['transform', 'transformOutputUri'],
  ['batch', 'outputUri'],
] as const)('a %s job that was made elsewhere lets a role read its %s, wherever that lies', (kind, attribute) => {
  const stack = newStack();
  const job = referencedIn(stack)[kind];
  const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('sagemaker.amazonaws.com') });
  expect(job.grantRead(role).success).toBe(true);
  const uri: unknown = stack.resolve((job as unknown as Record<string, unknown>)[attribute]);
  const arnOf = (index: number, separator: string) =>
    `arn:<AWS::Partition>:s3:::${JSON.stringify({ 'Fn::Select': [index, { 'Fn::Split': [separator, uri] }] })}`;
  expect(statementsOf(stack, 'Role')).toEqual([
    { actions: ['s3:GetBucketLocation', 's3:ListBucket'], resources: [arnOf(2, '/')] },
    { actions: ['s3:GetObject'], resources: [`${arnOf(1, 's3://')}*`] },
  ]);
});
