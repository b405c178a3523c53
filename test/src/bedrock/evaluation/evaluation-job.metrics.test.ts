import { App, Stack } from 'aws-cdk-lib';
import { EvaluationDataset, EvaluationTaskType, EvaluatorModel } from '../../../../src';
import { evaluationJob, evaluationProperties, NOVA } from '../../sample-evaluation-job';
import { bucketNamed, newStack } from '../../sample-job';

describe('a metric that is required', () => {
  test('is told the handler, and is an attribute, and makes no other job', () => {
    const [without, required] = [false, true].map((isRequired) => {
      const stack = newStack();
      const job = evaluationJob(stack, 'Evaluate', { waitForCompletion: undefined });
      if (isRequired) {
        job.requireMetric('Builtin.Toxicity', { atMost: 0.1 });
        const value = job.requireMetric('accuracy', { atLeast: 0.8, atMost: 1 });
        expect(stack.resolve(value)).toEqual({ 'Fn::GetAtt': [expect.any(String), 'Metric.accuracy'] });
      }
      return evaluationProperties(stack);
    });

    expect(without.Acceptance).toBeUndefined();
    expect(required.Acceptance).toEqual({ 'Builtin.Toxicity': '..0.1', accuracy: '0.8..1' });
    expect(required.Request).toEqual(without.Request);
    expect(required.WaitConditions).toEqual(without.WaitConditions);
  });

  test('may be one that overrides have, which are all that there are then', () => {
    const datasetMetricConfigs = [
      { taskType: 'Custom', dataset: { name: 'faq' }, metricNames: ['Builtin.Robustness'] },
    ];
    const requestOverrides = { evaluationConfig: { automated: { datasetMetricConfigs } } };
    const stack = newStack();
    const job = evaluationJob(stack, 'Evaluate', { requestOverrides });
    job.requireMetric('Builtin.Robustness', { atMost: 0.2 });

    expect(evaluationProperties(stack).Acceptance).toEqual({ 'Builtin.Robustness': '..0.2' });
    expect(() => job.requireMetric('Builtin.Accuracy', { atLeast: 0.8 })).toThrow(
      "Stack/Evaluate: 'requireMetric()' must be a metric of the datasets: Builtin.Robustness, got 'Builtin.Accuracy'",
    );
  });

  test.each<[string, string, object, string]>([
    [
      'of no dataset',
      'brand',
      { atLeast: 1 },
      "Stack/Evaluate: 'requireMetric()' must be a metric of the datasets: Builtin.Accuracy, Builtin.Toxicity, got 'brand'",
    ],
    ['that is none', 5 as never, { atLeast: 1 }, "Stack/Evaluate: 'requireMetric()' must be a string, got 5"],
    ['without a bound', 'accuracy', {}, "Stack/Evaluate: 'requireMetric('accuracy')' must have 'atLeast' or 'atMost'"],
  ])('is refused %s', (_, metric, requirement, text) => {
    expect(() => evaluationJob(newStack(), 'Evaluate').requireMetric(metric, requirement)).toThrow(text);
  });

  test('is refused where its grades are texts', () => {
    const job = evaluationJob(newStack(), 'Evaluate', {
      evaluatorModel: EvaluatorModel.foundationModel(NOVA),
      customMetrics: [
        {
          name: 'brand',
          instructions: '{{prediction}}',
          ratingScale: [{ definition: 'Like the brand', stringValue: 'yes' }],
        },
      ],
      datasets: [
        EvaluationDataset.fromBucket(bucketNamed(newStack(), 'data'), 'faq.jsonl', {
          taskType: EvaluationTaskType.GENERAL,
          metrics: ['brand'],
        }),
      ],
    });

    expect(() => job.requireMetric('brand', { atLeast: 1 })).toThrow(
      "Stack/Evaluate: 'requireMetric('brand')' must be of a metric whose grades are numbers: those in its 'ratingScale' are texts",
    );
  });

  test('is refused twice, under whichever name', () => {
    const job = evaluationJob(newStack(), 'Evaluate');
    job.requireMetric('Builtin.Accuracy', { atLeast: 0.8 });

    expect(() => job.requireMetric('accuracy', { atMost: 1 })).toThrow(
      "Stack/Evaluate: 'requireMetric('accuracy')' must be called once: it takes both bounds",
    );
  });

  test('may be read by the handler before there is a job', () => {
    const stack = new Stack(new App(), 'Other', { env: { account: '111122223333', region: 'us-east-1' } });
    const job = evaluationJob(stack, 'Evaluate');
    job.requireMetric('Builtin.Accuracy', { atLeast: 0.8 });

    expect(job.node.findChild('Resource').node.dependencies.map(({ node }) => node.id)).toContain('EvaluationJob');
  });
});
