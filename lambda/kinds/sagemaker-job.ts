import type { SageMakerClient } from '@aws-sdk/client-sagemaker';
import { nameIn } from './job-arn';
import { faultOfDescription } from './missing-job';
import { faultOfSageMaker, isRoleNotReady } from './sagemaker-faults';
import { sageMakerTagging, tagsOf } from './sagemaker-tags';
import { unlessNotFound } from './service-errors';
import type { Job, JobKind } from '../job-kind';
import { type RequestSchema, reviveRequest } from '../revive-request';

/** What SageMaker takes for the name of a job. */
const NAME = /^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$/;

/** What is the same for every kind of SageMaker job. */
type SageMakerJob = Pick<
  JobKind,
  | 'revive'
  | 'specOf'
  | 'tagsOf'
  | 'find'
  | 'describe'
  | 'listTags'
  | 'setTags'
  | 'removeTags'
  | 'faultOf'
  | 'isRoleNotReady'
>;

/**
 * What SageMaker does alike with all kinds of jobs: it knows them by their names, which their ARNs end in, though maybe in
 * another letter case.
 *
 * @param schema That of the Create request.
 * @param describe Describes the job with a name, or throws where there is none.
 */
export function sageMakerJob(
  client: SageMakerClient,
  schema: RequestSchema,
  describe: (name: string) => Promise<Job>,
  once: SageMakerClient,
): SageMakerJob {
  const look = (name: string) =>
    unlessNotFound(describe(name), (error) => faultOfDescription(error, faultOfSageMaker, name, NAME));
  // the name that was asked for stands, in whatever letter case the service repeats it
  const find = async (name: string) => {
    const job = await look(name);
    return job && { ...job, name };
  };
  return {
    revive: (request) => reviveRequest(schema, request),
    specOf: ({ Tags: _, ...spec }) => spec,
    tagsOf,
    find,
    describe: (arn, name) => (name === undefined ? look(nameIn(arn)) : find(name)),
    ...sageMakerTagging(client, once),
    faultOf: faultOfSageMaker,
    isRoleNotReady,
  };
}
