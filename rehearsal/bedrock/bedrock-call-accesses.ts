import { customModelKeyAccesses } from './customization/custom-model-key';
import { keyAccesses } from './evaluation/evaluation-accesses';
import { modelsIn } from './evaluation/evaluation-request';
import { modelAccesses } from './model-accesses';
import type { Supposition } from '../../unconfirmed/supposition';
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
export function bedrockCallAccesses(
  { operation, input }: ApiCall,
  environment: Environment,
  supposition: Supposition,
): Access[] {
  const action = `bedrock:${operation}`;
  switch (operation) {
    case 'CreateModelInvocationJob':
      return batchCreationAccesses(input, environment);
    case 'CreateModelCustomizationJob':
      return customizationCreationAccesses(input, environment, supposition);
    case 'CreateModelImportJob':
      return importCreationAccesses(input, environment, supposition);
    case 'CreateEvaluationJob':
      return evaluationCreationAccesses(input, environment);
    case 'StartIngestionJob':
    case 'GetIngestionJob':
    case 'StopIngestionJob':
    case 'ListIngestionJobs':
      return accessesTo(arnIn(environment, 'bedrock', `knowledge-base/${String(input.knowledgeBaseId)}`), [action]);
    case 'ListEvaluationJobs':
    case 'ListModelInvocationJobs':
    case 'ListModelCustomizationJobs':
    case 'ListModelImportJobs':
      return accessesTo('*', [action]);
    case 'DeleteCustomModel':
    case 'DeleteImportedModel':
    case 'GetCustomModel':
    case 'GetImportedModel':
      return accessesTo(String(input.modelIdentifier), [action]);
    case 'TagResource':
    case 'UntagResource':
    case 'ListTagsForResource':
      return accessesTo(String(input.resourceARN), [action], { context: tagContext(input.tags, 'key', input.tagKeys) });
    default:
      return accessesTo(jobArn(resourceOf(operation), String(input.jobIdentifier), environment), [action]);
  }
}

/** The service chooses the id of the job, after IAM has decided. */
function batchCreationAccesses(input: JsonObject, environment: Environment): Access[] {
  const action = 'bedrock:CreateModelInvocationJob';
  const context = tagContext(input.tags, 'key');
  const job = jobArn('model-invocation-job', '*', environment);
  return [
    ...accessesTo(job, [action], { context }),
    ...modelAccesses(action, String(input.modelId), environment, context),
    ...(hasTags(input.tags) ? accessesTo(job, ['bedrock:TagResource'], { context }) : []),
    ...passRoleAccesses(input.roleArn, 'bedrock.amazonaws.com'),
  ];
}

/** The same, of the job and of the model that it makes. */
function customizationCreationAccesses(
  input: JsonObject,
  environment: Environment,
  supposition: Supposition,
): Access[] {
  const action = 'bedrock:CreateModelCustomizationJob';
  const made = [
    { arn: jobArn('model-customization-job', '*', environment), tags: input.jobTags },
    { arn: arnIn(environment, 'bedrock', 'custom-model/*'), tags: input.customModelTags },
  ];
  return [
    ...made.flatMap(({ arn, tags }) => {
      const context = tagContext(tags, 'key');
      return accessesTo(arn, [action, ...(hasTags(tags) ? ['bedrock:TagResource'] : [])], { context });
    }),
    ...modelAccesses(action, String(input.baseModelIdentifier), environment, tagContext(input.jobTags, 'key')),
    ...customModelKeyAccesses(
      { who: 'caller', purpose: 'make', keyId: input.customModelKmsKeyId },
      { owner: environment },
      supposition,
    ),
    ...passRoleAccesses(input.roleArn, 'bedrock.amazonaws.com'),
  ];
}

/** The service has no resource for the call itself, and tags what it makes. */
function importCreationAccesses(input: JsonObject, environment: Environment, supposition: Supposition): Access[] {
  const made = [
    { arn: jobArn('model-import-job', '*', environment), tags: input.jobTags },
    { arn: arnIn(environment, 'bedrock', 'imported-model/*'), tags: input.importedModelTags },
  ];
  return [
    ...accessesTo('*', ['bedrock:CreateModelImportJob'], { context: tagContext(input.jobTags, 'key') }),
    ...made.flatMap(({ arn, tags }) =>
      hasTags(tags) ? accessesTo(arn, ['bedrock:TagResource'], { context: tagContext(tags, 'key') }) : [],
    ),
    ...customModelKeyAccesses(
      { who: 'caller', purpose: 'make', keyId: input.importedModelKmsKeyId },
      { owner: environment },
      supposition,
    ),
    ...passRoleAccesses(input.roleArn, 'bedrock.amazonaws.com'),
  ];
}

/** The service has no resource for what is not a model of its own. */
function evaluationCreationAccesses(input: JsonObject, environment: Environment): Access[] {
  const action = 'bedrock:CreateEvaluationJob';
  const context = tagContext(input.jobTags, 'key');
  const job = jobArn('evaluation-job', '*', environment);
  const models = modelsIn(input).filter((model) => !model.includes(':sagemaker:'));
  return [
    ...accessesTo(job, [action, ...(hasTags(input.jobTags) ? ['bedrock:TagResource'] : [])], { context }),
    ...models.flatMap((model) => modelAccesses(action, model, environment, context)),
    ...keyAccesses(input.customerEncryptionKeyId, { owner: environment }),
    ...passRoleAccesses(input.roleArn, 'bedrock.amazonaws.com'),
  ];
}

/** The type of the resource that an operation is about, as in `GetModelInvocationJob`. */
function resourceOf(operation: string): string {
  if (operation.includes('Evaluation')) return 'evaluation-job';
  const [, kind = 'Invocation'] = /Model(Customization|Import|Invocation)/.exec(operation) ?? [];
  return `model-${kind.toLowerCase()}-job`;
}

function jobArn(resource: string, identifier: string, environment: Environment): string {
  return identifier.startsWith('arn:') ? identifier : arnIn(environment, 'bedrock', `${resource}/${identifier}`);
}
