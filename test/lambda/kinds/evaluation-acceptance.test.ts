import { ACCEPTED_EVALUATION as asked } from './samples/evaluation-job';
import { verdictOf } from '../../../lambda/kinds/evaluation-acceptance';
import type { Score } from '../../../lambda/kinds/evaluation-scores';

const score = (metric: string, mean: number, more: Partial<Score> = {}): Score => ({
  metric,
  folder: 'models/nova/datasets/faq',
  count: 4,
  mean,
  ...more,
});

test.each([
  ['0.8..', 0.8],
  ['..0.8', 0.8],
  ['0.5..0.8', 0.6],
])('a mean that is within %s passes: %d', (bounds, mean) => {
  expect(verdictOf([score('Builtin.Accuracy', mean)], asked, { 'Builtin.Accuracy': bounds })).toEqual({
    isIncomplete: false,
    attributes: { 'Metric.Builtin_2e_Accuracy': String(mean) },
  });
});

test.each([
  ['0.8..', 0.79, 'at least 0.8'],
  ['..0.1', 0.2, 'at most 0.1'],
  ['0.5..0.8', 0.9, 'at most 0.8'],
])('one that is not within %s is told: %d', (bounds, mean, text) => {
  expect(verdictOf([score('Builtin.Accuracy', mean)], asked, { 'Builtin.Accuracy': bounds }).refusal).toBe(
    `Builtin.Accuracy is ${mean}, the mean of 4 results in models/nova/datasets/faq, and must be ${text}`,
  );
});

test('results may call a metric without what the service puts before it', () => {
  expect(verdictOf([score('Accuracy', 0.7)], asked, { 'Builtin.Accuracy': '0.8..' }).refusal).toMatch(
    /^Builtin.Accuracy is 0.7,/,
  );
  expect(verdictOf([score('Builtin.Accuracy', 0.9)], asked, { accuracy: '0.8..' }).refusal).toBeUndefined();
});

test('a metric of the same name but for that is another where both are there', () => {
  const scores = [score('Accuracy', 0.1), score('Builtin.Accuracy', 0.9)];

  expect(verdictOf(scores, asked, { 'Builtin.Accuracy': '0.8..' }).refusal).toBeUndefined();
  expect(verdictOf(scores, asked, { Accuracy: '0.8..' }).refusal).toMatch(/^Accuracy is 0.1,/);
});

test('a metric without a result passes for nothing, and may yet get one', () => {
  expect(verdictOf([score('Toxicity', 0)], asked, { 'Builtin.Accuracy': '0.8..' })).toEqual({
    refusal: 'there is no result of Builtin.Accuracy',
    isIncomplete: true,
    attributes: { 'Metric.Builtin_2e_Accuracy': '' },
  });
});

test('a metric that is asked for of no dataset passes for nothing either', () => {
  expect(verdictOf([], asked, { Brand: '0.8..' })).toMatchObject({ refusal: 'there is no result of Brand' });
});

test('every model must have its results, and every dataset that the metric is of', () => {
  const models = [...asked.inferenceConfig!.models!, ...asked.inferenceConfig!.models!];
  const [dataset] = asked.evaluationConfig!.automated!.datasetMetricConfigs!;
  const datasets = [dataset, { ...dataset, metricNames: ['Builtin.Toxicity'] }];
  const both = {
    inferenceConfig: { models },
    evaluationConfig: { automated: { datasetMetricConfigs: datasets } },
  };
  const one = verdictOf([score('Accuracy', 0.9)], both, { 'Builtin.Accuracy': '0.8..' });
  const two = [score('Accuracy', 0.9), score('Accuracy', 0.85, { folder: 'models/titan/datasets/faq' })];

  expect(one).toMatchObject({
    refusal: 'there is no result of Builtin.Accuracy in 1 of 2 folders',
    isIncomplete: true,
  });
  expect(verdictOf(two, both, { 'Builtin.Accuracy': '0.8..' })).toMatchObject({
    isIncomplete: false,
    attributes: { 'Metric.Builtin_2e_Accuracy': '0.85' },
  });
});

test('the value is that which is the furthest from being enough, and each that is not is told', () => {
  const scores = [
    score('Toxicity', 0.1),
    score('Toxicity', 0.3, { folder: 'b' }),
    score('Toxicity', 0.2, { folder: 'c' }),
  ];
  const { refusal, attributes } = verdictOf(scores, asked, { 'Builtin.Toxicity': '..0.15' });

  expect(attributes).toEqual({ 'Metric.Builtin_2e_Toxicity': '0.3' });
  expect(refusal).toBe(
    'Builtin.Toxicity is 0.3, the mean of 4 results in b, and must be at most 0.15; Builtin.Toxicity is 0.2, the mean of 4 results in c, and must be at most 0.15',
  );
});

test('a result that is no number is told', () => {
  expect(
    verdictOf([score('Accuracy', 0.9, { unusable: 'null', folder: '' })], asked, { Accuracy: '0.8..' }).refusal,
  ).toBe('Accuracy has a result that is no number: null');
});
