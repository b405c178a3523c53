import { tuningHint } from '../../../lambda/kinds/tuning-hints';

test.each([
  // aws/amazon-sagemaker-examples#2436
  [
    'No training job succeeded after 5 attempts. Please take a look at the training job failures to get more details.',
    'list-training-jobs-for-hyper-parameter-tuning-job',
  ],
  // aws/sagemaker-python-sdk#3932
  [
    'A metric is required for this hyperparameter tuning job objective. Provide a metric in the metric definitions.',
    "with the objective's name",
  ],
  [
    "You can't override the metric definitions for Amazon SageMaker algorithms. Please retry the request without specifying metric definitions.",
    'leave metricDefinitions out',
  ],
  ['none of its training jobs has a value of the objective metric: 0 completed, 3 failed, 0 were stopped', 'say why'],
  [
    'none of its training jobs has a value of the objective metric: 3 completed, 0 failed, 0 were stopped',
    'in the log',
  ],
  ['ClientError: Data download failed: NoSuchKey', 'not where the inputs say'],
])('knows what to do about: %s', (reason, hint) => {
  expect(tuningHint(reason)).toContain(hint);
});

test('has nothing to say of an unknown reason', () => {
  expect(tuningHint('Something else')).toBeUndefined();
});
