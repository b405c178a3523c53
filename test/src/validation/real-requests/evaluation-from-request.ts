import type { Stack } from 'aws-cdk-lib';
import { FoundationModelIdentifier } from 'aws-cdk-lib/aws-bedrock';
import { locationOf, takeKey, takeRole } from './aws-values';
import { RequestParts } from './request-parts';
import {
  EvaluationDataset,
  EvaluationJob,
  EvaluationSource,
  type EvaluationTaskType,
  EvaluatorModel,
} from '../../../../src';

interface DatasetConfig {
  readonly taskType: EvaluationTaskType;
  readonly dataset: { readonly name: string; readonly datasetLocation?: { readonly s3Uri: string } };
  readonly metricNames: string[];
}
interface ModelConfig {
  readonly bedrockModel?: { readonly modelIdentifier: string; readonly inferenceParams?: string };
  readonly precomputedInferenceSource?: { readonly inferenceSourceIdentifier: string };
}
interface Retrieval {
  readonly knowledgeBaseId: string;
  readonly modelArn: string;
}
interface RagConfig {
  readonly knowledgeBaseConfig?: {
    readonly retrieveConfig?: Retrieval;
    readonly retrieveAndGenerateConfig?: { readonly knowledgeBaseConfiguration: Retrieval };
  };
  readonly precomputedRagSourceConfig?: {
    readonly [kind: string]: { readonly ragSourceIdentifier: string } | undefined;
  };
}
interface CustomMetric {
  readonly customMetricDefinition: {
    readonly name: string;
    readonly instructions: string;
    readonly ratingScale?: { readonly definition: string; readonly value: object }[];
  };
}

/** Makes the job of a request, with properties for all that they can say, and overrides for the rest. */
export function evaluationOfRequest(stack: Stack, request: object): void {
  const parts = new RequestParts(request);
  // the handler makes one of its own, a job is tagged as other constructs are, and the sources say what is evaluated
  for (const member of ['clientRequestToken', 'jobTags', 'applicationType']) parts.take(member);
  const output = locationOf(stack, parts.take('outputDataConfig.s3Uri'))!;
  const automated = 'evaluationConfig.automated';
  const models = parts.take<ModelConfig[]>('inferenceConfig.models');
  const rags = parts.take<RagConfig[]>('inferenceConfig.ragConfigs');
  const judge = parts.take<{ modelIdentifier: string }[]>(`${automated}.evaluatorModelConfig.bedrockEvaluatorModels`);
  const metrics = parts.take<CustomMetric[]>(`${automated}.customMetricConfig.customMetrics`);
  const judgeOfOwn = parts.take<typeof judge>(
    `${automated}.customMetricConfig.evaluatorModelConfig.bedrockEvaluatorModels`,
  );
  const [evaluator] = judge ?? judgeOfOwn ?? [];
  new EvaluationJob(stack, 'Job', {
    evaluationJobName: parts.take('jobName'),
    description: parts.take('jobDescription'),
    role: takeRole(stack, parts, 'roleArn'),
    sources: [...(models ?? []).map(modelOf), ...(rags ?? []).map(ragOf)],
    datasets: parts.take<DatasetConfig[]>(`${automated}.datasetMetricConfigs`)!.map((each) => datasetOf(stack, each)),
    evaluatorModel: evaluator && evaluatorOf(evaluator.modelIdentifier),
    customMetrics: metrics?.map(({ customMetricDefinition: { ratingScale, ...metric } }) => ({
      ...metric,
      ratingScale: ratingScale?.map(({ definition, value }) => ({ definition, ...value })),
    })),
    encryptionKey: takeKey(stack, parts, 'customerEncryptionKeyId'),
    outputBucket: output.bucket,
    outputPrefix: output.key,
    requestOverrides: parts.rest ?? {},
  });
}

function modelOf({ bedrockModel, precomputedInferenceSource }: ModelConfig): EvaluationSource {
  if (!bedrockModel) return EvaluationSource.precomputed(precomputedInferenceSource!.inferenceSourceIdentifier);
  const { modelIdentifier: id, inferenceParams } = bedrockModel;
  const options = {
    inferenceParams:
      inferenceParams === undefined ? undefined : (JSON.parse(inferenceParams) as Record<string, unknown>),
  };
  if (/:provisioned-model|:imported-model|router/.test(id)) return EvaluationSource.fromModelArn(id, options);
  return isProfile(id)
    ? EvaluationSource.inferenceProfile(lastOf(id), options)
    : EvaluationSource.foundationModel(new FoundationModelIdentifier(lastOf(id)), options);
}

function ragOf({ knowledgeBaseConfig: base, precomputedRagSourceConfig: answered }: RagConfig): EvaluationSource {
  const { retrieveConfig, retrieveAndGenerateConfig } = base ?? {};
  if (retrieveConfig) {
    return EvaluationSource.retrieve(retrieveConfig.knowledgeBaseId, { configuration: { ...retrieveConfig } });
  }
  if (retrieveAndGenerateConfig) {
    const { knowledgeBaseConfiguration } = retrieveAndGenerateConfig;
    const { knowledgeBaseId, modelArn } = knowledgeBaseConfiguration;
    const generator = modelOf({ bedrockModel: { modelIdentifier: modelArn } });
    return EvaluationSource.retrieveAndGenerate(knowledgeBaseId, generator, {
      // the ARN of the guide says its partition
      configuration: { ...knowledgeBaseConfiguration },
    });
  }
  const { retrieveSourceConfig: retrieved, retrieveAndGenerateSourceConfig: generated } = answered!;
  return retrieved
    ? EvaluationSource.precomputedRetrieval(retrieved.ragSourceIdentifier)
    : EvaluationSource.precomputedRetrieveAndGenerate(generated!.ragSourceIdentifier);
}

function datasetOf(
  stack: Stack,
  { taskType, dataset: { name, datasetLocation }, metricNames: metrics }: DatasetConfig,
) {
  const place = locationOf(stack, datasetLocation?.s3Uri);
  return place
    ? EvaluationDataset.fromBucket(place.bucket, place.key, { taskType, metrics, name })
    : EvaluationDataset.builtIn(name, { taskType, metrics });
}

/** The ARN of a model or of a profile has no property, for its id says the same. */
function evaluatorOf(id: string): EvaluatorModel {
  return isProfile(id)
    ? EvaluatorModel.inferenceProfile(lastOf(id))
    : EvaluatorModel.foundationModel(new FoundationModelIdentifier(lastOf(id)));
}

function isProfile(id: string): boolean {
  return /^(us|eu|apac|global)\./.test(lastOf(id));
}

function lastOf(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}
