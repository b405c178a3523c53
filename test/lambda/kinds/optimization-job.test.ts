import {
  type DescribeOptimizationJobCommandOutput,
  DescribeOptimizationJobCommand,
  SageMakerClient,
} from '@aws-sdk/client-sagemaker';
import { mockClient } from 'aws-sdk-client-mock';
import { COMPLETED_OPTIMIZATION as completed, SAMPLE } from './samples/optimization-job';
import { optimizationJobs } from '../../../lambda/kinds/optimization-job';

const sagemaker = mockClient(SageMakerClient);
const { describe: look } = optimizationJobs(new SageMakerClient({}));

function described(more: Partial<DescribeOptimizationJobCommandOutput>) {
  sagemaker.reset();
  sagemaker.on(DescribeOptimizationJobCommand).resolves({ ...completed, ...more });
  return look(SAMPLE.arn);
}

describe('the image of a completed job', () => {
  test('is there: the end is final', async () => {
    expect(await described({})).toMatchObject({
      phase: 'completed',
      isProvisional: false,
      endedAt: completed.OptimizationEndTime,
    });
  });

  test.each([[undefined], [{}], [{ RecommendedInferenceImage: '' }]])(
    'may be late where there is %j: the job is looked at again, and is a success without one',
    async (OptimizationOutput) => {
      const job = await described({ OptimizationOutput });

      expect(job).toMatchObject({ phase: 'completed', isProvisional: true });
      expect(job!.attributes.RecommendedInferenceImage).toBe('');
    },
  );

  test.each(['INPROGRESS', 'FAILED', 'STOPPED'] as const)('is not waited for where the job is %s', async (status) => {
    const job = await described({ OptimizationJobStatus: status, OptimizationOutput: undefined });

    expect(job!.isProvisional).toBe(false);
  });
});

test.each([
  ['s3://results/job/', 's3://results/job/'],
  ['s3://results/job', 's3://results/job/'],
])('the model lies in a folder, whether the service says %s', async (S3OutputLocation, folder) => {
  const job = await described({ OutputConfig: { S3OutputLocation } });

  expect(job!.attributes.OutputLocation).toBe(folder);
});

test('the model lies nowhere, where the service does not say it', async () => {
  const job = await described({ OutputConfig: undefined });

  expect(job!.attributes.OutputLocation).toBe('');
});
