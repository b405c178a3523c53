import { builtInRangeRules } from '../../../../src/sagemaker/tuning/built-in-range-rules';
import { ParameterRange, renderRanges } from '../../../../src/sagemaker/tuning/parameter-range';
import { metricRules } from '../../../../src/sagemaker/tuning/tuning-metric-rules';
import { sentence } from '../../../../src/validation/finding';

const XGBOOST = '683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1';
const trainingOf = (image: string, more: object = {}) => ({
  AlgorithmSpecification: { TrainingImage: image },
  ...more,
});
const ranged = (ranges: { readonly [name: string]: ParameterRange }, training: object = trainingOf(XGBOOST)) =>
  [
    ...builtInRangeRules({ ...training }, renderRanges(ranges), (name, api) => ({
      property: `ranges.${String(name)}`,
      api,
    })),
  ].map(sentence);

test.each<[{ readonly [name: string]: ParameterRange }, object?]>([
  [{ eta: ParameterRange.continuous(0, 1), max_depth: ParameterRange.integer(1, 10) }],
  // the ends are excluded, and what is between them is not
  [{ subsample: ParameterRange.continuous(0, 1), tweedie_variance_power: ParameterRange.continuous(1, 2) }],
  [{ alpha: ParameterRange.integer(0, 10), booster: ParameterRange.categorical(['gbtree', 'dart']) }],
  [{ eta: ParameterRange.auto('0.3') }],
  [{ eta: ParameterRange.continuous(0, 2) }, trainingOf(XGBOOST, { Environment: { SAGEMAKER_PROGRAM: 'a.py' } })],
  [{ eta: ParameterRange.continuous(0, 2) }, trainingOf(XGBOOST.replace('sagemaker-xgboost', 'kmeans'))],
])('has nothing against %j', (...row) => {
  const [ranges, training] = row as [{ readonly [name: string]: ParameterRange }, object?];
  expect(ranged(ranges, training)).toEqual([]);
});

test.each<[{ readonly [name: string]: ParameterRange }, string]>([
  [
    { eta: ParameterRange.continuous(0, 2) },
    "'ranges.eta' (ContinuousParameterRanges[0].MaxValue) must be a number of at least 0 and at most 1, got '2'",
  ],
  [
    { max_depth: ParameterRange.integer(-1, 2) },
    "'ranges.max_depth' (IntegerParameterRanges[0].MinValue) must be a whole number of at least 0, got '-1'",
  ],
  [
    { max_depth: ParameterRange.continuous(1, 10) },
    "'ranges.max_depth' (ContinuousParameterRanges[0]) must be ParameterRange.integer(): the algorithm reads 'max_depth' as a whole number, and fails with any other",
  ],
  [
    { booster: ParameterRange.categorical(['gbtree', 'gbtre']) },
    "'ranges.booster' (CategoricalParameterRanges[0].Values[1]) must be one of gbtree, gblinear, dart (did you mean 'gbtree'?), got 'gbtre'",
  ],
  [
    { booster: ParameterRange.categorical(['gbtree', 'lightgbm']) },
    "'ranges.booster' (CategoricalParameterRanges[0].Values[1]) should be one of gbtree, gblinear, dart, got 'lightgbm'",
  ],
  [
    { eta: ParameterRange.auto('fast') },
    "'ranges.eta' (AutoParameters[0].ValueHint) must be a number of at least 0 and at most 1, got 'fast'",
  ],
])('tells of values that XGBoost refuses: %j', (ranges, text) => {
  expect(ranged(ranges)).toEqual([text]);
});

describe('the objective of XGBoost', () => {
  const names = { objective: { property: 'objective' }, definitions: { property: 'definitions' } };
  const told = (MetricName: string, Type = 'Maximize', image = XGBOOST) =>
    [...metricRules(trainingOf(image), { Type, MetricName }, names)].map(sentence);

  test.each([
    ['validation:auc', 'Maximize', XGBOOST],
    ['validation:rmse', 'Minimize', XGBOOST],
    ['validation:interval-regression-accuracy', 'Maximize', XGBOOST],
    ['validation:poisson-nloglik', 'Maximize', XGBOOST.replace('1.7-1', '0.90-2')],
    ['test:msd', 'Minimize', XGBOOST.replace('sagemaker-xgboost', 'kmeans')],
  ])('may be %s, %sd', (metric, type, image) => {
    expect(told(metric, type, image)).toEqual([]);
  });

  test.each([
    [
      'auc',
      "must be a metric that SageMaker's XGBoost reports of its channel validation, such as 'validation:rmse': did you mean 'validation:auc'?, got 'auc'",
    ],
    [
      'train:auc',
      expect.stringContaining("must be a metric that SageMaker's XGBoost reports of its channel validation"),
    ],
    ['validation:au', expect.stringContaining("did you mean 'validation:auc'?")],
    ['validation:something', expect.stringContaining('should be a metric')],
    [
      'validation:rmse',
      "should be TuningObjective.minimize() for 'validation:rmse', got 'Maximize': the job would look for the worst model",
    ],
  ])('must not be %s, maximized', (metric, text) => {
    expect(told(metric)).toEqual([typeof text === 'string' ? `'objective' ${text}` : text]);
  });
});
