import type { JsonObject } from '../../../../rehearsal/json-value';

/** What programs reckon with a dataset of the service's. */
export const BOOL_Q: JsonObject = {
  taskType: 'QuestionAndAnswer',
  dataset: { name: 'Builtin.BoolQ' },
  metricNames: ['Builtin.Accuracy', 'Builtin.Toxicity'],
};

/** What a model judges of prompts in a bucket. */
export function prompts(s3Uri: string, name = 'faq'): JsonObject {
  return { taskType: 'Custom', dataset: { name, datasetLocation: { s3Uri } }, metricNames: ['brand'] };
}

export function model(modelIdentifier: string): JsonObject {
  return { bedrockModel: { modelIdentifier } };
}

export function judge(modelIdentifier: string): JsonObject {
  return { bedrockEvaluatorModels: [{ modelIdentifier }] };
}

/** A request for an evaluation of one model. */
export function evaluationRequest(more: JsonObject = {}, automated: JsonObject = {}): JsonObject {
  return {
    jobName: 'job',
    roleArn: 'arn:aws:iam::111122223333:role/evaluate',
    applicationType: 'ModelEvaluation',
    evaluationConfig: { automated: { datasetMetricConfigs: [BOOL_Q], ...automated } },
    inferenceConfig: { models: [model('amazon.nova-lite-v1:0')] },
    outputDataConfig: { s3Uri: 's3://results/evaluations/' },
    ...more,
  };
}

/** Where passages are found, and answered with, for what is evaluated. */
export function knowledgeBase(config: JsonObject): JsonObject {
  return { inferenceConfig: { ragConfigs: [{ knowledgeBaseConfig: config }] } };
}
