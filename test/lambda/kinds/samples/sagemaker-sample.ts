import { SageMakerClient } from '@aws-sdk/client-sagemaker';
import { clientError } from '../client-error';

export const ROLE = 'arn:aws:iam::111122223333:role/Job';
export const CREATED_AT = new Date('2030-01-01T00:00:00Z');
export const Tags = [{ Key: 'team', Value: 'vision' }];
export const MIXED_CASE = {
  InProgress: 'running',
  Stopping: 'stopping',
  Completed: 'completed',
  Failed: 'failed',
  Stopped: 'stopped',
  QueuedForSomethingNew: 'running',
} as const;

/** What is alike for all kinds of SageMaker, and how a job is called. */
export const sampleOf = (resource: string, name: string) => ({
  client: SageMakerClient,
  missing: [clientError('ResourceNotFound'), clientError('ValidationException', 'Requested resource not found.')],
  name,
  arn: `arn:aws:sagemaker:eu-west-1:111122223333:${resource}/${name}`,
});
