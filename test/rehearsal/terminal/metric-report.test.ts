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
    'Train: f1 is empty: the job does not report it (no metric definition has this name)',
    'Train: rmse is empty: the rehearsal does not know what this algorithm reports',
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
