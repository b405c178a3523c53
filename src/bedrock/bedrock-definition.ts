import { networkAccess } from './network-access';
import { definitionOf, type DefinitionOptions, type JobRoleDefinition } from '../job/job-definition';

/** How the contract calls a kind of job. */
type Contract = Parameters<typeof definitionOf>[0];

/** The part of a kind's definition that follows from Bedrock's model, of jobs that have tags and run with a role. */
export function bedrockDefinition(contract: Contract, options?: Omit<DefinitionOptions, 'tagActions'>) {
  return {
    ...definitionOf(contract, { tagActions: ['TagResource', 'UntagResource', 'ListTagsForResource'], ...options }),
    // the requests take 200; the service refuses more than 50
    mostTags: 50,
    role: jobRoleOf(contract),
  };
}

/**
 * The role with which Bedrock runs a job, as AWS documents it.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/batch-iam-sr.html
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-import-iam-role.html
 */
function jobRoleOf({ kind }: Contract): JobRoleDefinition {
  return {
    servicePrincipal: 'bedrock.amazonaws.com',
    trust: (jobs, account) => ({
      StringEquals: { 'aws:SourceAccount': account },
      ArnEquals: { 'aws:SourceArn': jobs },
    }),
    networkAccess: (interfaces) => networkAccess(interfaces, `Bedrock${kind}Arn`),
  };
}
