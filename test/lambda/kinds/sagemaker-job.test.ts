import { SageMakerClient } from '@aws-sdk/client-sagemaker';
import { clientError } from './client-error';
import type { Job } from '../../../lambda/job-kind';
import { sageMakerJob } from '../../../lambda/kinds/sagemaker-job';

const JOB: Job = {
  name: 'scores',
  arn: 'arn:aws:sagemaker:us-east-1:111122223333:transform-job/scores',
  phase: 'running',
  status: 'InProgress',
  since: new Date('2030-01-01T00:00:00Z'),
  attributes: {},
};

const client = new SageMakerClient({ region: 'us-east-1' });
const kindThat = (describe: (name: string) => Promise<Job>) => sageMakerJob(client, describe, client);

describe('every kind of SageMaker job', () => {
  test('is found by its name, and by the name that its ARN ends in', async () => {
    const describe = jest.fn(async () => JOB);
    const kind = kindThat(describe);

    expect(await kind.find('scores')).toEqual(JOB);
    expect(await kind.describe(JOB.arn)).toEqual(JOB);
    expect(describe.mock.calls).toEqual([['scores'], ['scores']]);
  });

  test('is described by the name that is known, which stands in whatever letter case the service repeats it', async () => {
    const describe = jest.fn(async () => JOB);

    expect(await kindThat(describe).describe(JOB.arn, 'Scores')).toEqual({ ...JOB, name: 'Scores' });
    expect(describe.mock.calls).toEqual([['Scores']]);
  });

  test.each(['There is nothing of that name', 'Model is unknown: scores'])(
    'is not there where the service refuses to describe it: %s',
    async (text) => {
      const refusal = clientError('ValidationException', text);

      expect(await kindThat(() => Promise.reject(refusal)).find('scores')).toBeUndefined();
    },
  );

  test('is not there where the service says so, and any other error is thrown', async () => {
    const missing = clientError('ValidationException', 'Requested resource not found.');
    const denied = clientError('AccessDeniedException', 'no');

    expect(await kindThat(() => Promise.reject(missing)).find('scores')).toBeUndefined();
    await expect(kindThat(() => Promise.reject(denied)).find('scores')).rejects.toBe(denied);
  });
});
