import { asJsonObject, isJsonObject, type JsonObject, type JsonValue } from '../../json-value';

/** A dataset of an evaluation. */
export interface RequestedDataset {
  readonly name: string;
  readonly taskType: string;
  readonly metrics: readonly string[];
  /** Where its prompts are. @default - the service has them */
  readonly uri?: string;
}

/** The datasets of a request, whoever judges. */
export function datasetsIn({ evaluationConfig }: JsonObject): RequestedDataset[] {
  const { automated, human } = asJsonObject(evaluationConfig);
  return objectsIn(asJsonObject(automated ?? human).datasetMetricConfigs).map(({ dataset, taskType, metricNames }) => {
    const { name, datasetLocation } = asJsonObject(dataset);
    const { s3Uri } = asJsonObject(datasetLocation);
    return {
      name: String(name),
      taskType: String(taskType),
      metrics: Array.isArray(metricNames) ? metricNames.map(String) : [],
      ...(s3Uri !== undefined && { uri: String(s3Uri) }),
    };
  });
}

/** What stands for a knowledge base where models are told by their ids. */
export const KNOWLEDGE_BASE = 'knowledge-base';

/** What answers the prompts: models, or knowledge bases. */
export function sourcesIn({ inferenceConfig }: JsonObject): string[] {
  const { models, ragConfigs } = asJsonObject(inferenceConfig);
  return [
    ...objectsIn(models).map(({ bedrockModel, precomputedInferenceSource: elsewhere }) =>
      String(asJsonObject(bedrockModel).modelIdentifier ?? asJsonObject(elsewhere).inferenceSourceIdentifier),
    ),
    ...objectsIn(ragConfigs).map(() => KNOWLEDGE_BASE),
  ];
}

/** The models that a job calls, to be judged or to judge. */
export function modelsIn({ inferenceConfig, evaluationConfig }: JsonObject): string[] {
  const { models } = asJsonObject(inferenceConfig);
  const { automated } = asJsonObject(evaluationConfig);
  const { evaluatorModelConfig, customMetricConfig } = asJsonObject(automated);
  const judges = [evaluatorModelConfig, asJsonObject(customMetricConfig).evaluatorModelConfig].flatMap((config) =>
    objectsIn(asJsonObject(config).bedrockEvaluatorModels),
  );
  const called = [
    ...objectsIn(models).map(({ bedrockModel }) => asJsonObject(bedrockModel).modelIdentifier),
    ...knowledgeBasesIn({ inferenceConfig }).map(({ model }) => model),
    ...judges.map(({ modelIdentifier }) => modelIdentifier),
  ];
  return [...new Set(called.flatMap((model) => (typeof model === 'string' ? [model] : [])))];
}

/** The knowledge bases that a job asks, and the model that answers with what they find. */
export function knowledgeBasesIn({ inferenceConfig }: JsonObject): { readonly id: string; readonly model?: string }[] {
  return objectsIn(asJsonObject(inferenceConfig).ragConfigs).flatMap(({ knowledgeBaseConfig }) => {
    const { retrieveConfig, retrieveAndGenerateConfig } = asJsonObject(knowledgeBaseConfig);
    const { knowledgeBaseConfiguration: answering } = asJsonObject(retrieveAndGenerateConfig);
    const { knowledgeBaseId, modelArn } = asJsonObject(retrieveConfig ?? answering);
    if (knowledgeBaseId === undefined) return [];
    return [{ id: String(knowledgeBaseId), ...(modelArn !== undefined && { model: String(modelArn) }) }];
  });
}

/** Where the results are written. */
export function outputOf({ outputDataConfig }: JsonObject): string {
  return String(asJsonObject(outputDataConfig).s3Uri);
}

function objectsIn(value: JsonValue | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}
