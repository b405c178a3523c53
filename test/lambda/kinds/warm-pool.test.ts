import { SageMakerClient, UpdateTrainingJobCommand, WarmPoolResourceStatus } from '@aws-sdk/client-sagemaker';
import { mockClient } from 'aws-sdk-client-mock';
import { clientError } from './client-error';
import { endWarmPool, hasWarmPool } from '../../../lambda/kinds/warm-pool';

const sagemaker = mockClient(SageMakerClient);

beforeEach(() => {
  sagemaker.reset();
});

test('instances wait for the next job where the pool is there, and nobody uses it', () => {
  const waiting = Object.values(WarmPoolResourceStatus).filter((Status) =>
    hasWarmPool({ WarmPoolStatus: { Status } } as never),
  );
  expect(waiting).toEqual(['Available']);
  expect(hasWarmPool({} as never)).toBe(false);
});

test('a pool ends when it is to last no longer', async () => {
  sagemaker.on(UpdateTrainingJobCommand).resolves({});
  await endWarmPool(new SageMakerClient({}), 'train');
  expect(sagemaker.calls().map(({ args: [command] }) => command.input)).toEqual([
    { TrainingJobName: 'train', ResourceConfig: { KeepAlivePeriodInSeconds: 0 } },
  ]);
});

test('whether it could be ended shows later', async () => {
  sagemaker.on(UpdateTrainingJobCommand).rejects(clientError('AccessDeniedException', 'not authorized'));
  await expect(endWarmPool(new SageMakerClient({}), 'train')).resolves.toBeUndefined();
});
