import { DeleteTrainingJobCommand, type SageMakerClient } from '@aws-sdk/client-sagemaker';
import { sageMakerMeaning } from './sagemaker-errors';
import { endWarmPool } from './warm-pool';

/**
 * Deletes the record of a training job that has ended. The service does not let it go as long as the job's instances are
 * kept in a warm pool for the next job; returns `false` then. Nothing of a job that is deleted goes on billing, and the
 * network interfaces of the pool would hold the subnets: so the pool is ended first.
 */
export async function deleteTrainingRecord(client: SageMakerClient, TrainingJobName: string): Promise<boolean> {
  try {
    await client.send(new DeleteTrainingJobCommand({ TrainingJobName }));
    return true;
  } catch (error) {
    switch (sageMakerMeaning(error)) {
      case 'not-found':
        return true;
      case 'name-taken':
        // the service says that the job is in use
        await endWarmPool(client, TrainingJobName);
        return false;
      case 'ended':
        // it is being deleted already, for an earlier call's answer was lost, or has not quite ended
        return false;
      default:
        throw error;
    }
  }
}
