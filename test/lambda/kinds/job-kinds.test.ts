import { BedrockClient, GetModelInvocationJobCommand } from '@aws-sdk/client-bedrock';
import { DescribeTrainingJobCommand, SageMakerClient } from '@aws-sdk/client-sagemaker';
import { mockClient } from 'aws-sdk-client-mock';
import { jobKinds } from '../../../lambda/kinds/job-kinds';
import { COMPILATION_JOB, MODEL_INVOCATION_JOB, TRAINING_JOB, TRANSFORM_JOB } from '../../../src/contract';

const kinds = jobKinds({ bedrock: new BedrockClient({}), sagemaker: new SageMakerClient({}) });

test('every kind is known under the key that its constructs write', () => {
  expect(Object.entries(kinds).map(([key, kind]) => [key, kind({}).noun])).toEqual([
    [COMPILATION_JOB.kind, 'compilation job'],
    [MODEL_INVOCATION_JOB.kind, 'batch inference job'],
    [TRAINING_JOB.kind, 'training job'],
    [TRANSFORM_JOB.kind, 'transform job'],
  ]);
});

test('what a user accepts reaches the kind', async () => {
  const arn = 'arn:aws:bedrock:eu-west-1:111122223333:model-invocation-job/a1b2c3d4e5f6';
  mockClient(BedrockClient).on(GetModelInvocationJobCommand).resolves({
    jobArn: arn,
    status: 'PartiallyCompleted',
  });
  const kind = kinds[MODEL_INVOCATION_JOB.kind];

  expect(await kind({}).describe(arn)).toMatchObject({ phase: 'failed' });
  const accepting = kind({ Acceptance: { PartialCompletion: 'true' } });
  expect(await accepting.describe(arn)).toMatchObject({ phase: 'completed' });
});

test('the metrics that a stack uses reach the kind', async () => {
  mockClient(SageMakerClient)
    .on(DescribeTrainingJobCommand)
    .resolves({ TrainingJobName: 'train', FinalMetricDataList: [{ MetricName: 'auc', Value: 0.5 }] });
  const kind = kinds[TRAINING_JOB.kind]({ Metrics: ['auc'] });

  expect((await kind.find('train'))!.attributes).toMatchObject({ 'Metric.auc': '0.5' });
});
