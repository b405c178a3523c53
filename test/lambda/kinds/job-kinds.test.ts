import { BedrockClient, GetModelInvocationJobCommand } from '@aws-sdk/client-bedrock';
import { BedrockAgentClient } from '@aws-sdk/client-bedrock-agent';
import { DescribeTrainingJobCommand, SageMakerClient } from '@aws-sdk/client-sagemaker';
import { mockClient } from 'aws-sdk-client-mock';
import { jobKinds } from '../../../lambda/kinds/job-kinds';
import { JOB_FACTS, type JobKindKey, MODEL_INVOCATION_JOB, TRAINING_JOB } from '../../../src/contract';
import { NO_OBJECTS } from '../stored-objects';

const clients = (maxAttempts: number) => ({
  bedrock: new BedrockClient({ maxAttempts }),
  bedrockAgent: new BedrockAgentClient({ maxAttempts }),
  sagemaker: new SageMakerClient({ maxAttempts }),
});
const kinds = jobKinds(clients(3), clients(1), NO_OBJECTS);

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

test.each(Object.keys(kinds))(
  'a %s is created and tagged with the client that tries once, and read with the other',
  async (key) => {
    const [bedrock, agent] = [mockClient(BedrockClient), mockClient(BedrockAgentClient)];
    const sagemaker = mockClient(SageMakerClient);
    const kind = kinds[key]({});
    const job = { name: 'x', arn: 'arn:x', phase: 'running', status: '', since: new Date(0), attributes: {} } as const;
    for (const call of [
      kind.create('x', {}, {}, 'x'),
      kind.setTags('arn:x', { a: '1' }),
      kind.removeTags('arn:x', ['a']),
      // nobody can stop an import
      kind.stop?.(job),
      kind.listTags('arn:x'),
    ]) {
      // only the call is of interest, not what comes of it
      await call?.catch(() => undefined);
    }
    const calls = [...bedrock.calls(), ...agent.calls(), ...sagemaker.calls()];
    const tries = await Promise.all(calls.map(({ thisValue }) => (thisValue as SageMakerClient).config.maxAttempts()));

    // a kind whose jobs have no tags makes no calls about them
    const hasTags = JOB_FACTS[key as JobKindKey].request.tags.length > 0;
    expect(tries).toEqual([1, ...(hasTags ? [1, 1] : []), ...(kind.stop ? [3] : []), ...(hasTags ? [3] : [])]);
  },
);
