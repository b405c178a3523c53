import type { StackResult } from '../../../rehearsal/rehearsal-result';
import { metricLines } from '../../../rehearsal/terminal/metric-report';

const ARN = 'arn:aws:sagemaker:us-east-1:111122223333:training-job/train';
const ORIGINS = { 'valid:auc': 'invented', loss: 'scripted', f1: 'unreported', rmse: 'unknown' } as const;
const JOB = {
  arn: ARN,
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

test('a watch has the metrics of the job that it waits for', () => {
  const resources = { Watch: resource('watch', { Job: ARN, Metrics: ['loss'] }) };
  expect(metricLines({ resources, path: 'App' }, [JOB])).toEqual(['Train: loss = 0.1']);
});
