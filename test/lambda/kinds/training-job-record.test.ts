import { DeleteTrainingJobCommand, SageMakerClient, UpdateTrainingJobCommand } from '@aws-sdk/client-sagemaker';
import { mockClient } from 'aws-sdk-client-mock';
import { clientError } from './client-error';
import { deleteTrainingRecord } from '../../../lambda/kinds/training-job-record';

const sagemaker = mockClient(SageMakerClient);
const remove = () => deleteTrainingRecord(new SageMakerClient({}), 'train');

beforeEach(() => {
  sagemaker.reset();
});

const requests = () =>
  sagemaker.calls().map(({ args: [command] }) => [command.constructor.name, command.input] as const);
const deletion = ['DeleteTrainingJobCommand', { TrainingJobName: 'train' }] as const;
const endOfPool = [
  'UpdateTrainingJobCommand',
  { TrainingJobName: 'train', ResourceConfig: { KeepAlivePeriodInSeconds: 0 } },
] as const;

describe('the record of a training job', () => {
  test('is deleted', async () => {
    sagemaker.on(DeleteTrainingJobCommand).resolves({});

    expect(await remove()).toBe(true);
    expect(requests()).toEqual([deletion]);
  });

  test.each([clientError('ResourceNotFound'), clientError('ValidationException', 'Requested resource not found.')])(
    'may be gone already: %p',
    async (error) => {
      sagemaker.on(DeleteTrainingJobCommand).rejects(error);

      expect(await remove()).toBe(true);
    },
  );

  test('cannot be deleted yet while there is a warm pool, which is ended', async () => {
    sagemaker.on(DeleteTrainingJobCommand).rejectsOnce(clientError('ResourceInUse')).resolves({});
    sagemaker.on(UpdateTrainingJobCommand).resolves({});

    expect(await remove()).toBe(false);
    expect(await remove()).toBe(true);
    expect(requests()).toEqual([deletion, endOfPool, deletion]);
  });

  test.each([
    clientError('ValidationException', 'The warm pool is not available'),
    clientError('AccessDeniedException', 'not authorized'),
    clientError('ThrottlingException', 'Rate exceeded'),
  ])('cannot be deleted yet where the pool cannot be ended: %p', async (error) => {
    sagemaker.on(DeleteTrainingJobCommand).rejects(clientError('ResourceInUse'));
    sagemaker.on(UpdateTrainingJobCommand).rejects(error);

    expect(await remove()).toBe(false);
  });

  test.each(['Stopping', 'Deleting'])('cannot be deleted yet while its status is %s', async (status) => {
    const message = `The request was rejected because the training job is in status ${status}.`;
    sagemaker.on(DeleteTrainingJobCommand).rejects(clientError('ValidationException', message));

    expect(await remove()).toBe(false);
    expect(requests()).toEqual([deletion]);
  });

  test('fails to be deleted with any other error', async () => {
    sagemaker.on(DeleteTrainingJobCommand).rejects(clientError('AccessDeniedException', 'denied'));

    await expect(remove()).rejects.toThrow('denied');
    expect(requests()).toEqual([deletion]);
  });
});
