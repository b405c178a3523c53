import { SageMakerClient } from '@aws-sdk/client-sagemaker';
import { jobKinds } from '../../../lambda/kinds/job-kinds';
import { COMPILATION_JOB } from '../../../src/contract';

test('every kind is known under the key that its constructs write', () => {
  const kinds = jobKinds({ sagemaker: new SageMakerClient({}) });

  expect(Object.entries(kinds).map(([key, { noun }]) => [key, noun])).toEqual([
    [COMPILATION_JOB.kind, 'compilation job'],
  ]);
});
