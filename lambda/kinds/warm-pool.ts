import {
  type DescribeTrainingJobResponse,
  type SageMakerClient,
  UpdateTrainingJobCommand,
} from '@aws-sdk/client-sagemaker';

/**
 * Whether instances of a job that has ended wait for the next job: they do after one that has completed, and after one that its
 * own program has let fail.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/train-warm-pools.html
 */
export function hasWarmPool({ WarmPoolStatus }: DescribeTrainingJobResponse): boolean {
  return WarmPoolStatus?.Status === 'Available';
}

/** Whether it has helped shows when the job is looked at the next time; a pool ends by itself after some time, too. */
export async function endWarmPool(client: SageMakerClient, TrainingJobName: string): Promise<void> {
  const command = new UpdateTrainingJobCommand({ TrainingJobName, ResourceConfig: { KeepAlivePeriodInSeconds: 0 } });
  await client.send(command).catch(() => undefined);
}
