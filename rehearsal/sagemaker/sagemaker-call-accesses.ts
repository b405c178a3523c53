import type { ApiCall } from '../emulated-api/api-call';
import { arnIn, type Environment } from '../environment';
import { accessesTo, type Access } from '../iam/access';
import { passRoleAccesses } from '../iam/pass-role-accesses';
import type { RequestContext } from '../iam/request-context';
import { hasTags, tagContext } from '../iam/tag-context';
import { asJsonObject, isJsonObject, type JsonObject, type JsonValue } from '../json-value';

/**
 * The accesses needed to call SageMaker.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html
 */
export function sageMakerCallAccesses({ operation, input }: ApiCall, environment: Environment): Access[] {
  const action = `sagemaker:${operation}`;
  if (/^(Add|Delete|List)Tags$/.test(operation)) {
    return accessesTo(String(input.ResourceArn), [action], { context: tagContext(input.Tags, 'Key', input.TagKeys) });
  }
  const kind = operation.replace(/^(Create|Describe|Stop|Delete|Update)/, '');
  const type = kind.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
  const job = arnIn(environment, 'sagemaker', `${type}/${String(input[`${kind}Name`])}`);
  // the training jobs of a tuning job are in its request
  const trainings = [input.TrainingJobDefinition, input.TrainingJobDefinitions].flat().filter(isJsonObject);
  const request = requestContext({ ...trainings[0], ...input }, environment);
  if (!operation.startsWith('Create')) return accessesTo(job, [action], { context: request });
  const tags = tagContext(input.Tags, 'Key');
  return [
    ...accessesTo(job, [action], { context: { ...tags, ...request } }),
    ...(hasTags(input.Tags)
      ? accessesTo(job, ['sagemaker:AddTags'], { context: { ...tags, 'sagemaker:TaggingAction': operation } })
      : []),
    ...[input, ...trainings].flatMap(({ RoleArn: role }) => passRoleAccesses(role, 'sagemaker.amazonaws.com')),
  ];
}

/** What conditions of SageMaker's own may look at: what a request lacks, it certainly lacks. */
function requestContext(input: JsonObject, environment: Environment): RequestContext {
  const { ResourceConfig, TransformResources, OutputDataConfig, TransformOutput, VpcConfig, StoppingCondition } = input;
  const resources = asJsonObject(ResourceConfig ?? TransformResources);
  const vpc = asJsonObject(VpcConfig);
  const model = input.ModelName;
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
    'sagemaker:ModelArn':
      model === undefined ? undefined : arnIn(environment, 'sagemaker', `model/${String(model).toLowerCase()}`),
  };
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, texts(value)]));
}

function texts(value: JsonValue | undefined): string | string[] | undefined {
  if (value === undefined) return undefined;
  return Array.isArray(value) ? value.map(String) : String(value);
}
