import { Lazy } from 'aws-cdk-lib';
import { metricRules } from '../../../../src/bedrock/evaluation/evaluation-metric-rules';
import { sentence } from '../../../../src/validation/finding';

const MODELS = { models: [{ bedrockModel: { modelIdentifier: 'a' } }] };
const RETRIEVAL = { ragConfigs: [{ knowledgeBaseConfig: { retrieveConfig: {} } }] };
const ANSWERS = { ragConfigs: [{ knowledgeBaseConfig: { retrieveAndGenerateConfig: {} } }] };
const evaluatorModelConfig = { bedrockEvaluatorModels: [{ modelIdentifier: 'a' }] };

function said(metricNames: unknown, inferenceConfig: object = MODELS, customMetrics: unknown = []): string[] {
  const automated = {
    datasetMetricConfigs: [{ metricNames: ['Builtin.Harmfulness'] }, { metricNames }],
    evaluatorModelConfig,
    customMetricConfig: { customMetrics },
  };
  const found = [...metricRules({ inferenceConfig, evaluationConfig: { automated } })];
  return found.filter(({ member }) => member?.property !== 'datasets[0].metrics').map(sentence);
}
const named = (name: unknown) => ({ customMetricDefinition: { name, instructions: 'a' } });

test('metrics that there are for what is evaluated are right', () => {
  expect(said(['Builtin.FollowingInstructions', 'Builtin.Coherence'])).toEqual([]);
  expect(said(['Builtin.ContextCoverage', 'Builtin.ContextRelevance'], RETRIEVAL)).toEqual([]);
  expect(said(['Builtin.LogicalCoherence', 'Builtin.CitationPrecision'], ANSWERS)).toEqual([]);
  expect(said(['brand', 'Builtin.brand'], MODELS, [named('brand'), named('Builtin.brand')])).toEqual([]);
});

test('those of something else are told, with those that there are', () => {
  expect(said(['Builtin.Correctness'], RETRIEVAL)).toEqual([
    "'datasets[1].metrics' should not be 'Builtin.Correctness': by AWS's pages, the metrics of retrieval are Builtin.ContextCoverage, Builtin.ContextRelevance",
  ]);
  expect(said(['Builtin.ContextRelevance'])).toEqual([
    expect.stringContaining("should not be 'Builtin.ContextRelevance': by AWS's pages, the metrics of models are"),
  ]);
  expect(said(['Builtin.Coherence'], ANSWERS)).toEqual([
    expect.stringContaining('the metrics of answers of a knowledge base are'),
  ]);
});

test('slips are told, with what was meant', () => {
  expect(said(['Builtin.Corectness'])).toEqual([
    "'datasets[1].metrics' has 'Builtin.Corectness', which AWS's pages do not have: did you mean 'Builtin.Correctness'?",
  ]);
  expect(said(['Builtin.Novelty'])).toEqual([
    "'datasets[1].metrics' has 'Builtin.Novelty', which AWS's pages do not have",
  ]);
  expect(said(['Correctness'])).toEqual([
    "'datasets[1].metrics' has 'Correctness', which is none of 'customMetrics', and none of Bedrock's, whose names begin with 'Builtin.': did you mean 'Builtin.Correctness'?",
  ]);
  expect(said(['Brand'], MODELS, [named('brand')])).toEqual([
    expect.stringMatching(/: did you mean 'brand'\?$/),
    "'customMetrics' has 'brand', which no dataset has among its metrics",
  ]);
});

test('what is not known is left to the service', () => {
  const unknown = Lazy.string({ produce: () => 'brand' });
  expect(said(['brand'], MODELS, [named(unknown)])).toEqual([]);
  expect(said(['brand'], MODELS, Lazy.any({ produce: () => [] }))).toEqual([]);
  expect(said([unknown])).toEqual([]);
  expect(said('brand')).toEqual([]);
});
