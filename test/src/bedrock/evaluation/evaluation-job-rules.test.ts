import { evaluationJobRules } from '../../../../src/bedrock/evaluation/evaluation-job-rules';

const own = (name: string) => ({
  customMetricConfig: { customMetrics: [{ customMetricDefinition: { name, instructions: '{{prediction}}' } }] },
});
const request = (metrics: readonly string[], more: object = {}, names = ['faq']) => ({
  evaluationConfig: {
    automated: {
      datasetMetricConfigs: names.map((name) => ({ dataset: { name }, metricNames: metrics })),
      ...more,
    },
  },
});
const said = (...given: Parameters<typeof request>) =>
  [...evaluationJobRules(request(...given))].map(({ warning, text }) => [warning, text]);
const judged = { evaluatorModelConfig: { bedrockEvaluatorModels: [{ modelIdentifier: 'a' }] } };

test('metrics of programs need no judge, and others one', () => {
  expect(said(['Builtin.Accuracy', 'Builtin.Robustness', 'Builtin.Toxicity'])).toEqual([]);
  expect(said(['Builtin.Correctness', 'brand'], { ...judged, ...own('brand') })).toEqual([]);
});

test('what a model judges is a warning without one, and what a program reckons with one', () => {
  expect(said(['Builtin.Correctness'])).toEqual([
    ['cdk-ml-jobs:evaluationMetric', expect.stringContaining("without 'evaluatorModel'")],
  ]);
  expect(said(['Builtin.Accuracy'], judged)).toEqual([
    ['cdk-ml-jobs:evaluationMetric', expect.stringContaining('for a program reckons it')],
  ]);
});

test('a metric that no dataset has is a warning', () => {
  expect(said(['Builtin.Refusal'], { ...judged, ...own('brand') })).toEqual([
    ['cdk-ml-jobs:unusedMetric', "has 'brand', which no dataset has among its metrics"],
  ]);
});

test('datasets have names of their own', () => {
  expect(said(['tone'], own('tone'), ['faq', 'tickets', 'faq'])).toEqual([
    [undefined, expect.stringContaining('another name')],
  ]);
});

test('two models are for people to compare', () => {
  const inferenceConfig = { models: [1, 2].map(() => ({ bedrockModel: { modelIdentifier: 'a' } })) };
  const found = [...evaluationJobRules({ ...request(['Builtin.Accuracy'], {}, ['Builtin.BoolQ']), inferenceConfig })];

  expect(found.map(({ warning, text }) => [warning, text])).toEqual([
    [
      'cdk-ml-jobs:evaluationSources',
      "should be one model, by AWS's pages, for only people judge two of them: make a job for each",
    ],
  ]);
});

test('what people judge is left to the service', () => {
  expect([...evaluationJobRules({ evaluationConfig: { human: {} } })]).toEqual([]);
});
