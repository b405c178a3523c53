import type { JsonObject } from '../../../../rehearsal/json-value';
import { finalMetrics, metricOrigin, objectiveOrigin } from '../../../../rehearsal/sagemaker/training/training-metrics';
import { channel, trainingRequest } from '../../fixture-sagemaker';

const XGBOOST = '683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1';
const CHANNELS = [channel('train', 's3://in/train/'), channel('validation', 's3://in/validation/')];

function names(more: JsonObject, scripted: Record<string, number> = {}): string[] {
  return [...finalMetrics(trainingRequest(more), scripted).keys()];
}

test('are those that the request defines and those of the script, whose values count', () => {
  const MetricDefinitions = [
    { Name: 'loss', Regex: 'loss=(.*)' },
    { Name: 'accuracy', Regex: 'acc=(.*)' },
  ];
  const AlgorithmSpecification = { TrainingImage: 'image', TrainingInputMode: 'File', MetricDefinitions };
  const metrics = finalMetrics(trainingRequest({ AlgorithmSpecification }), { loss: 0.25, f1: 0.5 });
  expect([...metrics]).toEqual([
    ['loss', 0.25],
    ['accuracy', expect.any(Number)],
    ['f1', 0.5],
  ]);
  expect(metrics.get('accuracy')).toBeGreaterThanOrEqual(0.5);
  expect(metrics.get('accuracy')).toBeLessThan(1);
});

test.each<[JsonObject, string[]]>([
  [{ eval_metric: 'auc,error' }, ['train:auc', 'train:error', 'validation:auc', 'validation:error']],
  [{ objective: 'binary:logistic' }, ['train:logloss', 'validation:logloss']],
  [{}, ['train:rmse', 'validation:rmse']],
])('of the built-in XGBoost with %j are %j', (HyperParameters, expected) => {
  const AlgorithmSpecification = { TrainingImage: XGBOOST, TrainingInputMode: 'File' };
  expect(names({ AlgorithmSpecification, HyperParameters, InputDataConfig: CHANNELS })).toEqual(expected);
});

test('there are none where nobody defines any', () => {
  expect(names({})).toEqual([]);
});

describe('a metric', () => {
  const ACCOUNT = '111122223333';
  const originOf = (name: string, AlgorithmSpecification: JsonObject, scripted: Record<string, number> = {}) =>
    metricOrigin(name, trainingRequest({ AlgorithmSpecification, InputDataConfig: CHANNELS }), scripted, ACCOUNT);
  const own = { TrainingImage: `${ACCOUNT}.dkr.ecr.us-east-1.amazonaws.com/trainer:1`, TrainingInputMode: 'File' };

  test('of the script is told, one that the job defines is invented', () => {
    const defined = { ...own, MetricDefinitions: [{ Name: 'loss', Regex: 'loss=(.*)' }] };
    expect(originOf('loss', defined)).toBe('invented');
    expect(originOf('loss', defined, { loss: 0.1 })).toBe('scripted');
    expect(originOf('other', defined)).toBe('unreported');
  });

  test('that XGBoost does not evaluate is not reported', () => {
    expect(originOf('validation:rmse', { ...own, TrainingImage: XGBOOST })).toBe('invented');
    expect(originOf('validation:auc', { ...own, TrainingImage: XGBOOST })).toBe('unreported');
  });

  test('of an algorithm of others may be reported', () => {
    const others = '683313688378.dkr.ecr.us-east-1.amazonaws.com/linear-learner:1';
    expect(originOf('loss', { ...own, TrainingImage: others })).toBe('unknown');
    expect(originOf('loss', { AlgorithmName: 'forecaster', TrainingInputMode: 'File' })).toBe('unknown');
  });
});

describe('the objective of a tuning job', () => {
  const originOf = (name: string, image: string, scripted: Record<string, number> = {}) => {
    const AlgorithmSpecification = { TrainingImage: image, TrainingInputMode: 'File' };
    const request = trainingRequest({ AlgorithmSpecification, InputDataConfig: CHANNELS });
    return objectiveOrigin(name, request, scripted, '111122223333');
  };
  const xgboost = (tag: string) => XGBOOST.replace('1.7-1', tag);

  test.each([
    ['validation:auc', '1.7-1', 'invented'],
    ['validation:nope', '1.7-1', 'unreported'],
    ['train:logloss', '1.3-1', 'unreported'],
    ['validation:mape', '1.3-1', 'invented'],
    ['validation:mape', '1.2-2', 'unreported'],
    ['validation:mape', 'latest', 'invented'],
  ])('%s of XGBoost %s is %s', (name, tag, origin) => {
    expect(originOf(name, xgboost(tag))).toBe(origin);
  });

  test('of XGBoost is not reported without a channel to evaluate', () => {
    const AlgorithmSpecification = { TrainingImage: XGBOOST, TrainingInputMode: 'File' };
    const request = trainingRequest({ AlgorithmSpecification, InputDataConfig: [CHANNELS[0]] });
    expect(objectiveOrigin('validation:auc', request, {}, '111122223333')).toBe('unreported');
  });

  test('of the oldest XGBoost is one of few', () => {
    const oldest = xgboost('1').replace('sagemaker-xgboost', 'xgboost');
    expect(originOf('validation:rmse', oldest)).toBe('invented');
    expect(originOf('validation:rmsle', oldest)).toBe('unreported');
  });

  test('of an algorithm of others is taken to be reported; of one of the account, the definitions tell', () => {
    const image = (account: string) => `${account}.dkr.ecr.us-east-1.amazonaws.com/trainer:1`;
    expect(originOf('loss', image('683313688378'))).toBe('invented');
    expect(originOf('loss', image('111122223333'))).toBe('unreported');
    expect(originOf('loss', image('111122223333'), { loss: 0.1 })).toBe('scripted');
  });
});
