import type { SageMakerClient } from '@aws-sdk/client-sagemaker';
import { nameIn } from './job-arn';
import { faultOfSageMaker, isRoleNotReady } from './sagemaker-faults';
import { sageMakerTagging, tagsOf } from './sagemaker-tags';
import { unlessNotFound } from './service-errors';
import type { Job, JobKind } from '../job-kind';
import { type RequestSchema, reviveRequest } from '../revive-request';

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
 * What SageMaker does alike with all kinds of jobs: it knows them by their names, which their ARNs end in.
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
  const find = (name: string) => unlessNotFound(describe(name), faultOfSageMaker);
  return {
    revive: (request) => reviveRequest(schema, request),
    specOf: ({ Tags: _, ...spec }) => spec,
    tagsOf,
    find,
    describe: (arn) => find(nameIn(arn)),
    ...sageMakerTagging(client, once),
    faultOf: faultOfSageMaker,
    isRoleNotReady,
  };
}
