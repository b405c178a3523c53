import type { Stack } from 'aws-cdk-lib';
import { FoundationModelIdentifier } from 'aws-cdk-lib/aws-bedrock';
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { locationOf, takeKey, takeNetwork, takeRole } from './aws-values';
import { RequestParts } from './request-parts';
import {
  CustomizationBaseModel,
  CustomizationData,
  InvocationLogFilter,
  ModelCustomization,
  ModelCustomizationJob,
  TeacherModel,
} from '../../../../src';

type Metadata = { readonly [key: string]: string };
type Filter = { readonly equals?: Metadata; readonly notEquals?: Metadata; readonly andAll?: readonly Filter[] };

/** Makes the job of a request, with properties for all that they can say, and overrides for the rest. */
export function customizationOfRequest(stack: Stack, request: object): void {
  const parts = new RequestParts(request);
  // the handler makes one of its own, and a job is tagged as other constructs are
  for (const member of ['clientRequestToken', 'jobTags', 'customModelTags']) parts.take(member);
  const output = locationOf(stack, parts.take('outputDataConfig.s3Uri'))!;
  const validators = parts.take<{ s3Uri: string }[]>('validationDataConfig.validators');
  new ModelCustomizationJob(stack, 'Job', {
    modelCustomizationJobName: parts.take('jobName'),
    customModelName: parts.take('customModelName'),
    role: takeRole(stack, parts, 'roleArn'),
    baseModel: baseModelOf(parts),
    customization: customizationOf(stack, parts),
    trainingData: trainingDataOf(stack, parts),
    validationData: validators?.map(({ s3Uri }) => fileAt(stack, s3Uri)),
    hyperparameters: parts.take('hyperParameters'),
    customModelEncryptionKey: takeKey(stack, parts, 'customModelKmsKeyId'),
    outputBucket: output.bucket,
    outputPrefix: output.key,
    ...takeNetwork(stack, parts, 'vpcConfig.subnetIds', 'vpcConfig.securityGroupIds'),
    requestOverrides: parts.rest ?? {},
  });
}

/** An ARN of a foundation model has no property, for its id says the same. */
function baseModelOf(parts: RequestParts): CustomizationBaseModel {
  const custom = parts.take<string>('baseModelIdentifier', (id) => id.includes(':custom-model/'));
  if (custom !== undefined) return CustomizationBaseModel.customModel(custom);
  const id = parts.take<string>('baseModelIdentifier', (each) => !each.startsWith('arn:'));
  return CustomizationBaseModel.foundationModel(new FoundationModelIdentifier(id ?? 'amazon.overridden-v1:0'));
}

function customizationOf(stack: Stack, parts: RequestParts): ModelCustomization | undefined {
  switch (parts.take<string>('customizationType')) {
    case undefined:
      return undefined;
    case 'FINE_TUNING':
      return ModelCustomization.fineTuning();
    case 'CONTINUED_PRE_TRAINING':
      return ModelCustomization.continuedPreTraining();
    case 'DISTILLATION': {
      const teacher = 'customizationConfig.distillationConfig.teacherModelConfig';
      // the ARN of a profile has no property, for its id says the same
      const id = parts.take<string>(`${teacher}.teacherModelIdentifier`, (each) => !each.startsWith('arn:'));
      return ModelCustomization.distillation(
        id === undefined
          ? TeacherModel.inferenceProfile('us.amazon.overridden-v1:0')
          : TeacherModel.foundationModel(new FoundationModelIdentifier(id)),
        { maxResponseLength: parts.take(`${teacher}.maxResponseLengthForInference`) },
      );
    }
    default:
      return reinforcementOf(stack, parts);
  }
}

function reinforcementOf(stack: Stack, parts: RequestParts): ModelCustomization {
  const config = 'customizationConfig.rftConfig';
  const arn = parts.take<string>(`${config}.graderConfig.lambdaGrader.lambdaArn`)!;
  const { trainingSamplePerPrompt, ...others } =
    parts.take<{ readonly [name: string]: never }>(`${config}.hyperParameters`) ?? {};
  return ModelCustomization.reinforcementFineTuning(LambdaFunction.fromFunctionArn(stack, 'Grader', arn), {
    ...others,
    trainingSamplesPerPrompt: trainingSamplePerPrompt,
  });
}

function trainingDataOf(stack: Stack, parts: RequestParts): CustomizationData {
  const uri = parts.take<string>('trainingDataConfig.s3Uri');
  if (uri !== undefined) return fileAt(stack, uri);
  const logs = 'trainingDataConfig.invocationLogsConfig';
  const { bucket, key } = locationOf(stack, parts.take(`${logs}.invocationLogSource.s3Uri`))!;
  const filter = parts.take<Filter>(`${logs}.requestMetadataFilters`);
  return CustomizationData.fromInvocationLogs(bucket, key, {
    usePromptResponse: parts.take(`${logs}.usePromptResponse`),
    filter: filter && filterOf(filter),
  });
}

function filterOf({ equals, andAll = [] }: Filter): InvocationLogFilter {
  if (equals === undefined) return InvocationLogFilter.all(...andAll.map(filterOf));
  const [[key, value]] = Object.entries(equals);
  return InvocationLogFilter.has(key, value);
}

function fileAt(stack: Stack, uri: string): CustomizationData {
  const { bucket, key } = locationOf(stack, uri)!;
  return CustomizationData.fromBucket(bucket, key);
}
