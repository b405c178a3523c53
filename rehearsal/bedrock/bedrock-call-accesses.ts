import { modelAccesses } from './model-accesses';
import type { ApiCall } from '../emulated-api/api-call';
import { arnIn, type Environment } from '../environment';
import { accessesTo, type Access } from '../iam/access';
import { passRoleAccesses } from '../iam/pass-role-accesses';
import { hasTags, tagContext } from '../iam/tag-context';
import type { JsonObject } from '../json-value';

/**
 * The accesses needed to call Bedrock.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonbedrock.html
 */
export function bedrockCallAccesses({ operation, input }: ApiCall, environment: Environment): Access[] {
  const action = `bedrock:${operation}`;
  switch (operation) {
    case 'CreateModelInvocationJob':
      return creationAccesses(input, environment);
    case 'ListModelInvocationJobs':
      return accessesTo('*', [action]);
    case 'TagResource':
    case 'UntagResource':
    case 'ListTagsForResource':
      return accessesTo(String(input.resourceARN), [action], { context: tagContext(input.tags, 'key', input.tagKeys) });
    default:
      return accessesTo(batchJobArn(String(input.jobIdentifier), environment), [action]);
  }
}

/** The service chooses the id of the job, after IAM has decided. */
function creationAccesses(input: JsonObject, environment: Environment): Access[] {
  const action = 'bedrock:CreateModelInvocationJob';
  const context = tagContext(input.tags, 'key');
  const job = batchJobArn('*', environment);
  return [
    ...accessesTo(job, [action], { context }),
    ...modelAccesses(action, String(input.modelId), environment, context),
    ...(hasTags(input.tags) ? accessesTo(job, ['bedrock:TagResource'], { context }) : []),
    ...passRoleAccesses(input.roleArn, 'bedrock.amazonaws.com'),
  ];
}

function batchJobArn(identifier: string, environment: Environment): string {
  return identifier.startsWith('arn:')
    ? identifier
    : arnIn(environment, 'bedrock', `model-invocation-job/${identifier}`);
}
