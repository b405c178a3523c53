import { accessesTo, type Access, type RequestContext } from './access';
import { modelAccesses } from '../bedrock/model-accesses';
import type { ApiCall } from '../emulated-api/api-call';
import { asJsonObject, isJsonObject, type JsonObject, type JsonValue } from '../json-value';

/** Where a call is made. */
interface CallPlace {
  readonly account: string;
  readonly region: string;
}

/**
 * What IAM checks before a call has an effect: the action, on its resources, and what the action depends on.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonbedrock.html
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsstepfunctions.html
 */
export function callAccesses(call: ApiCall): Access[] {
  switch (call.service) {
    case 'sagemaker':
      return sageMakerAccesses(call, placeOf(call));
    case 'bedrock':
      return bedrockAccesses(call, placeOf(call));
    case 'lambda':
      return accessesTo(String(call.input.FunctionName), [`lambda:${call.operation}`]);
    default:
      return stepFunctionsAccesses(call);
  }
}

function placeOf({ caller }: ApiCall): CallPlace {
  const [, , , region = '', account = ''] = caller?.functionArn.split(':') ?? [];
  return { account, region };
}

// ---------------------------------------------------------------------------------------- SageMaker

function sageMakerAccesses({ operation, input }: ApiCall, { account, region }: CallPlace): Access[] {
  const action = `sagemaker:${operation}`;
  if (operation.startsWith('List') && operation !== 'ListTags') return accessesTo('*', [action]);
  if (/^(Add|Delete|List)Tags$/.test(operation)) {
    return accessesTo(String(input.ResourceArn), [action], { context: tagContext(input.Tags, 'Key', input.TagKeys) });
  }
  const kind = operation.replace(/^(Create|Describe|Stop|Delete|Update)/, '');
  const type = kind.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
  const job = `arn:aws:sagemaker:${region}:${account}:${type}/${String(input[`${kind}Name`])}`;
  if (!operation.startsWith('Create')) return accessesTo(job, [action], { context: requestContext(input) });
  const tags = tagContext(input.Tags, 'Key');
  return [
    ...accessesTo(job, [action], { context: { ...tags, ...requestContext(input) } }),
    ...(hasTags(input.Tags)
      ? accessesTo(job, ['sagemaker:AddTags'], { context: { ...tags, 'sagemaker:TaggingAction': operation } })
      : []),
    ...passRole(input.RoleArn, 'sagemaker.amazonaws.com'),
  ];
}

/** What conditions of SageMaker's own may look at, where a request has it. */
function requestContext(input: JsonObject): RequestContext {
  const { ResourceConfig, TransformResources, OutputDataConfig, TransformOutput, VpcConfig, StoppingCondition } = input;
  const resources = asJsonObject(ResourceConfig ?? TransformResources);
  const vpc = asJsonObject(VpcConfig);
  const values: Record<string, JsonValue | undefined> = {
    'sagemaker:InstanceTypes': resources.InstanceType,
    'sagemaker:VolumeKmsKey': resources.VolumeKmsKeyId,
    'sagemaker:KeepAlivePeriod': resources.KeepAlivePeriodInSeconds,
    'sagemaker:OutputKmsKey': asJsonObject(OutputDataConfig ?? TransformOutput).KmsKeyId,
    'sagemaker:VpcSubnets': vpc.Subnets,
    'sagemaker:VpcSecurityGroupIds': vpc.SecurityGroupIds,
    'sagemaker:MaxRuntimeInSeconds': asJsonObject(StoppingCondition).MaxRuntimeInSeconds,
    'sagemaker:NetworkIsolation': input.EnableNetworkIsolation,
    'sagemaker:InterContainerTrafficEncryption': input.EnableInterContainerTrafficEncryption,
    'sagemaker:ModelArn': input.ModelName,
  };
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, Array.isArray(value) ? value.map(String) : String(value)]],
    ),
  );
}

// ---------------------------------------------------------------------------------------- Bedrock

function bedrockAccesses({ operation, input }: ApiCall, place: CallPlace): Access[] {
  const action = `bedrock:${operation}`;
  switch (operation) {
    case 'CreateModelInvocationJob':
      return createBatchJob(input, place);
    case 'ListModelInvocationJobs':
      return accessesTo('*', [action]);
    case 'TagResource':
    case 'UntagResource':
    case 'ListTagsForResource':
      return accessesTo(String(input.resourceARN), [action], { context: tagContext(input.tags, 'key', input.tagKeys) });
    default:
      return accessesTo(batchJobArn(String(input.jobIdentifier), place), [action]);
  }
}

/** The service chooses the id of the job, after IAM has decided. */
function createBatchJob(input: JsonObject, place: CallPlace): Access[] {
  const action = 'bedrock:CreateModelInvocationJob';
  const context = tagContext(input.tags, 'key');
  const job = batchJobArn('*', place);
  return [
    ...accessesTo(job, [action], { context }),
    ...modelAccesses(action, String(input.modelId), place, context),
    ...(hasTags(input.tags) ? accessesTo(job, ['bedrock:TagResource'], { context }) : []),
    ...passRole(input.roleArn, 'bedrock.amazonaws.com'),
  ];
}

function batchJobArn(identifier: string, { account, region }: CallPlace): string {
  return identifier.startsWith('arn:')
    ? identifier
    : `arn:aws:bedrock:${region}:${account}:model-invocation-job/${identifier}`;
}

// ---------------------------------------------------------------------------------------- Step Functions

function stepFunctionsAccesses({ service, operation, input }: ApiCall): Access[] {
  const resource = input.executionArn ?? input.stateMachineArn;
  return accessesTo(String(resource ?? '*'), [`${service}:${operation}`]);
}

// ---------------------------------------------------------------------------------------- what calls have in common

function passRole(roleArn: JsonValue | undefined, service: string): Access[] {
  if (typeof roleArn !== 'string') return [];
  return accessesTo(roleArn, ['iam:PassRole'], { context: { 'iam:PassedToService': service } });
}

function hasTags(tags: JsonValue | undefined): boolean {
  return Array.isArray(tags) && tags.length > 0;
}

/** The tags that a request sets, or the keys of those that it removes. */
function tagContext(tags: JsonValue | undefined, key: 'Key' | 'key', keys?: JsonValue): RequestContext {
  const value = key === 'Key' ? 'Value' : 'value';
  const set = (Array.isArray(tags) ? tags : []).filter(isJsonObject);
  const names = [...set.map((tag) => String(tag[key])), ...(Array.isArray(keys) ? keys.map(String) : [])];
  return {
    ...Object.fromEntries(set.map((tag) => [`aws:RequestTag/${String(tag[key])}`, String(tag[value] ?? '')])),
    ...(names.length > 0 && { 'aws:TagKeys': names }),
  };
}
