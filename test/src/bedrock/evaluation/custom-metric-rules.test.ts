import { Lazy } from 'aws-cdk-lib';
import { customMetricRequestRules, textMetricsIn } from '../../../../src/bedrock/evaluation/custom-metric-rules';
import { sentence } from '../../../../src/validation/finding';

const MODELS = { models: [{ bedrockModel: { modelIdentifier: 'a' } }] };
const RETRIEVAL = { ragConfigs: [{ knowledgeBaseConfig: { retrieveConfig: {} } }] };
const ANSWERS = { ragConfigs: [{ knowledgeBaseConfig: { retrieveAndGenerateConfig: {} } }] };

const request = (definitions: readonly object[], inferenceConfig: object = MODELS) => ({
  inferenceConfig,
  evaluationConfig: {
    automated: {
      customMetricConfig: {
        customMetrics: definitions.map((customMetricDefinition) => ({ customMetricDefinition })),
      },
    },
  },
});
const said = (...given: Parameters<typeof request>) => [...customMetricRequestRules(request(...given))].map(sentence);
const told = (instructions: string) => [{ name: 'brand', instructions }];
const graded = (...values: object[]) => [
  {
    name: 'brand',
    instructions: '{{prediction}}',
    ratingScale: values.map((value) => ({ definition: 'a', value })),
  },
];

test('instructions have what AWS documents', () => {
  expect(said(told('Judge {{prompt}} and {{ prediction }} by {{ground_truth}}.'))).toEqual([]);
  expect(said(told('{{context}} {{reference_contexts}}'), RETRIEVAL)).toEqual([]);
  expect(said(told('{{prediction}} {{context}}'), ANSWERS)).toEqual([]);
});

test('instructions without what is judged are told', () => {
  expect(said(told('Judge the response.'))).toEqual([
    "'customMetrics[0].instructions' should have {{prediction}}, in two braces each, for what is judged, by AWS's pages",
  ]);
  expect(said(told('Judge {prediction}.'))).toEqual([
    "'customMetrics[0].instructions' should have {{prediction}}, in two braces each, for what is judged, by AWS's pages, got {prediction}",
  ]);
  expect(said(told('Judge {{prompt}}.'), RETRIEVAL)).toEqual([
    "'customMetrics[0].instructions' should have {{context}}, in two braces each, for what is judged, by AWS's pages",
  ]);
});

test('a variable that there is not is told', () => {
  expect(said(told('{{prediction}} {{reference}}'))).toEqual([
    "'customMetrics[0].instructions' has {{reference}}, which is no variable for models: by AWS's pages, there are {{prediction}}, {{prompt}}, {{ground_truth}}",
  ]);
});

test('metrics have names of their own', () => {
  expect(said([...told('{{prediction}}'), ...told('{{prediction}}')])).toEqual([
    "'customMetrics[1].name' (evaluationConfig.automated.customMetricConfig.customMetrics[1].customMetricDefinition.name) must be another name than those of the other metrics, for results are told apart by it, got 'brand'",
  ]);
});

test('grades are numbers or texts', () => {
  expect(said(graded({ floatValue: 0 }, { floatValue: 1 }))).toEqual([]);
  expect(said(graded({ floatValue: 0 }, { stringValue: 'good' }))).toEqual([
    "'customMetrics[0].ratingScale' should have numbers or texts, and not both, by AWS's pages",
  ]);
});

test('the metrics whose grades are texts are known', () => {
  expect(textMetricsIn(request(graded({ stringValue: 'good' })))).toEqual(['brand']);
  expect(textMetricsIn(request(graded({ floatValue: 1 }, { stringValue: 'good' })))).toEqual([]);
  expect(textMetricsIn(request(told('{{prediction}}')))).toEqual([]);
});

test('what is not known is left to the service', () => {
  const unknown = Lazy.string({ produce: () => 'a' });
  expect(said([{ name: unknown, instructions: unknown }])).toEqual([]);
  expect(said(told('Judge it.'), {})).toEqual([]);
  expect([...customMetricRequestRules({})]).toEqual([]);
});
