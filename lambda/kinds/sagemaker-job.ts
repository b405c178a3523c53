import type { SageMakerClient } from '@aws-sdk/client-sagemaker';
import { nameIn } from './job-arn';
import type { JobTable } from './job-table';
import { meaningOfDescription } from './missing-job';
import { sageMakerMeaning, isRoleNotReady } from './sagemaker-errors';
import { sageMakerTagging } from './sagemaker-tags';
import { unlessNotFound } from './service-errors';
import { type SharedCalls, tabledJobs } from './tabled-job';
import type { Job, JobKind, JobView } from '../job-kind';

/** What SageMaker takes for the name of a job. */
const NAME = /^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$/;

/** Makes a kind of SageMaker jobs, with a client, and with one that tries a call once. */
export type SageMakerJobs = (client: SageMakerClient, view?: JobView, once?: SageMakerClient) => JobKind;

/** The kind of SageMaker jobs that a table describes. */
export function sageMakerJobs<Request extends object, Description extends object, Attribute extends string>(
  table: JobTable<Request, Description, Attribute>,
): SageMakerJobs {
  return (client, view = {}, once = client) =>
    tabledJobs(table, { client, once, view }, (describe) => sageMakerJob(client, describe, once));
}

/**
 * What SageMaker does alike with all kinds of jobs: it knows them by their names, which their ARNs end in, though maybe in
 * another letter case.
 *
 * @param describe Describes the job with a name, or throws where there is none.
 */
export function sageMakerJob(
  client: SageMakerClient,
  describe: (name: string) => Promise<Job>,
  once: SageMakerClient,
): SharedCalls {
  const look = (name: string) =>
    unlessNotFound(describe(name), (error) => meaningOfDescription(error, sageMakerMeaning, name, NAME));
  // the name that was asked for stands, in whatever letter case the service repeats it
  const find = async (name: string) => {
    const job = await look(name);
    return job && { ...job, name };
  };
  return {
    find,
    describe: (arn, name) => (name === undefined ? look(nameIn(arn)) : find(name)),
    ...sageMakerTagging(client, once),
    meaningOf: sageMakerMeaning,
    isRoleNotReady,
  };
}
