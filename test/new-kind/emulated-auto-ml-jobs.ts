import { AUTO_ML_FACTS as facts } from './new-facts';
import { bucketAccesses, inFolder, objectAccesses } from '../../rehearsal/iam/object-accesses';
import { orFailed, type RoleAccess } from '../../rehearsal/iam/role-access';
import { asJsonObject, type JsonObject } from '../../rehearsal/json-value';
import { PlainJob } from '../../rehearsal/sagemaker/plain-job';
import { s3InputProblem } from '../../rehearsal/sagemaker/s3-input';
import { asClientError, objectsIn, sourceAccesses, type JobPlace } from '../../rehearsal/sagemaker/sagemaker-accesses';
import type { SageMakerJobProps } from '../../rehearsal/sagemaker/sagemaker-job';
import { SageMakerJobs, type SageMakerJobsOptions } from '../../rehearsal/sagemaker/sagemaker-jobs';
import type { SageMakerKind } from '../../rehearsal/sagemaker/sagemaker-kind';

/** A job that waits for its instances is in progress, too. */
const STATUSES = {
  starting: 'InProgress',
  running: 'InProgress',
  succeeded: 'Completed',
  failed: 'Failed',
  stopping: 'Stopping',
  stopped: 'Stopped',
};

/** The AutoML jobs of an account in a Region. Nobody can delete one. */
export class AutoMLJobs extends SageMakerJobs<PlainJob> {
  constructor(options: SageMakerJobsOptions) {
    super(options, {
      // the key of a kind that is in the list
      kind: 'AutoMLJob' as SageMakerKind,
      facts,
      notFoundError: 'ResourceNotFound',
      elsewhere: ({ endedAt }) => ({ EndTime: endedAt }),
    });
  }

  protected newJob(props: SageMakerJobProps): PlainJob {
    return new PlainJob(props, { facts, statuses: STATUSES, endedAt: 'EndTime' });
  }

  protected accesses({ InputDataConfig, OutputDataConfig }: JsonObject, place: JobPlace): RoleAccess[] {
    const output = inFolder(String(asJsonObject(OutputDataConfig).S3OutputPath), 'candidates');
    const reads = sources(InputDataConfig).flatMap((source) => sourceAccesses(place, source));
    const writes = objectAccesses(place, { uri: output, actions: ['s3:PutObject'] });
    return orFailed([...reads, ...bucketAccesses(place, output), ...writes], asClientError);
  }

  protected inputProblem({ InputDataConfig }: JsonObject): string | undefined {
    const problems = sources(InputDataConfig).map((source) => s3InputProblem(source, this.options.assets));
    return problems.find((problem) => problem !== undefined);
  }
}

function sources(channels: unknown): JsonObject[] {
  return objectsIn(channels).map(({ DataSource: source }) => asJsonObject(asJsonObject(source).S3DataSource));
}
