import type { StackResult } from '../../../rehearsal/rehearsal-result';
import { metricLines } from '../../../rehearsal/terminal/metric-report';

const ARN = 'arn:aws:sagemaker:us-east-1:111122223333:training-job/train';
const ORIGINS = { 'valid:auc': 'invented', loss: 'scripted', f1: 'unreported', rmse: 'unknown' } as const;
const JOB = {
  arn: ARN,
  name: 'train',
  origin: undefined,
  metric: (name: string) => ({
    origin: ORIGINS[name as keyof typeof ORIGINS],
    ...(name === 'valid:auc' && { value: 0.93 }),
    ...(name === 'loss' && { value: 0.1 }),
  }),
};
const resource = (physicalId: string, properties: StackResult['resources'][string]['properties']) => ({
  physicalId,
  properties,
  attributes: {},
  type: 'Custom::SageMakerTrainingJob',
  path: 'App/Train/Resource/Default',
});

test('says of each metric that is asked for where its value comes from', () => {
  const resources = { Train: resource(ARN, { Metrics: Object.keys(ORIGINS) }), Other: resource('id', {}) };
  expect(metricLines({ resources, path: 'App' }, [JOB])).toEqual([
    'Train: valid:auc = 0.93 (invented: nothing was trained)',
    'Train: loss = 0.1',
    'Train: f1 is empty: the algorithm does not report it',
    'Train: rmse is empty: the rehearsal does not know whether the algorithm reports it',
  ]);
});

test.each([
  ['ARN', ARN],
  ['name', 'train'],
])('a result has the metrics of the job whose %s it has, and under the name of the job', (_, id) => {
  const origin = { stackName: 'App', stackPath: 'App', logicalId: 'Train1', path: 'App/Train/Resource/Default' };
  const result = { ...resource('Result', { Job: id, Metrics: ['loss'] }), path: 'App/Train/Wait/Result/Default' };
  const lines = metricLines({ resources: { Result: result }, path: 'App' }, [{ ...JOB, origin }]);
  expect(lines).toEqual(['Train: loss = 0.1']);
});

test('what a job and its result ask for is said once', () => {
  const resources = {
    Train: resource(ARN, { Metrics: ['loss'] }),
    Result: { ...resource('Result', { Job: ARN, Metrics: ['loss'] }) },
  };
  expect(metricLines({ resources, path: 'App' }, [JOB])).toEqual(['Train: loss = 0.1']);
});

test('says of a tuning job how good the best of its training jobs is, and what it has of what was searched for', () => {
  const tuned = {
    ...JOB,
    objective: 'valid:auc',
    metric: (name: string) =>
      name === 'gamma'
        ? { origin: 'unsearched' as const }
        : { value: name === 'eta' ? '0.2' : 0.9, origin: 'invented' as const },
  };
  const resources = { Tune: resource(ARN, { Metrics: ['eta', 'gamma'] }) };

  expect(metricLines({ resources, path: 'App' }, [tuned])).toEqual([
    'Train: valid:auc = 0.9 (invented: nothing was trained)',
    'Train: eta = 0.2 (invented: nothing was trained)',
    'Train: gamma is empty: the job does not search for it',
  ]);
});

test('says of a job without metrics what else it has come to that is invented', () => {
  const { metric: _, ...job } = JOB;
  const invented = [
    { name: 'trainingLoss', value: 0.5, why: 'nothing was trained' as const },
    { name: 'records', value: 1000, why: 'nothing was read' as const },
  ];
  expect(metricLines({ resources: { Train: resource(ARN, {}) }, path: 'App' }, [{ ...job, invented }])).toEqual([
    'Train: trainingLoss = 0.5 (invented: nothing was trained)',
    'Train: records = 1000 (invented: nothing was read)',
  ]);
});
