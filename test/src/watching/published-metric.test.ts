import { App, Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Dashboard, GraphWidget, type Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { type IMeasured, JobEngine } from '../../../src';
import { METRICS_VARIABLE } from '../../../src/contract';
import { batchJob } from '../sample-batch-job';
import { compilationJob, newStack } from '../sample-job';

const METRICS: [string, string, (of: IMeasured) => Metric][] = [
  ['Duration', 'Average', (of) => of.metricDuration()],
  ['Wait', 'Average', (of) => of.metricWait()],
  ['Failures', 'Sum', (of) => of.metricFailures()],
  ['Ticks', 'Sum', (of) => of.metricTicks()],
];

function environmentIn(stack: Stack): unknown {
  const [handler] = Object.values(Template.fromStack(stack).findResources('AWS::Lambda::Function'));
  return (handler.Properties as { Environment?: { Variables: unknown } }).Environment?.Variables;
}

describe.each(METRICS)('%s', (name, statistic, metricOf) => {
  test('of a job, is found by the name of the stack and the id of its resource', () => {
    const stack = newStack();
    const metric = metricOf(compilationJob(stack, 'Compile'));
    const [id] = Object.keys(Template.fromStack(stack).findResources('Custom::SageMakerCompilationJob'));
    expect(metric).toMatchObject({ namespace: 'cdk-ml-jobs', metricName: name, statistic });
    expect(stack.resolve(metric.dimensions)).toEqual({ Job: id, Stack: 'Stack' });
  });

  test('of an engine, is found by the name of its function', () => {
    const stack = newStack();
    const engine = JobEngine.of(stack);
    const metric = metricOf(engine);
    expect(metric).toMatchObject({ namespace: 'cdk-ml-jobs', metricName: name, statistic });
    expect(stack.resolve(metric.dimensions)).toEqual({ Engine: stack.resolve(engine.handler.functionName) as unknown });
  });

  test('has the handler publish it, and nothing is published that nothing uses', () => {
    const [used, unused] = [newStack(), newStack()];
    metricOf(compilationJob(used, 'Compile'));
    compilationJob(unused, 'Compile');
    expect(environmentIn(used)).toEqual({ [METRICS_VARIABLE]: 'true' });
    expect(environmentIn(unused)).toBeUndefined();
  });
});

describe('metrics are in the Region of their job or engine', () => {
  const app = () => {
    const root = new App();
    const env = (region: string) => ({ env: { account: '111122223333', region } });
    const stack = new Stack(root, 'Jobs', env('eu-west-1'));
    const near = new Stack(root, 'Near', env('eu-west-1'));
    const far = new Stack(root, 'Far', { ...env('us-east-1'), crossRegionReferences: true });
    return { job: batchJob(stack, 'Ask'), engine: JobEngine.of(stack), near, far };
  };
  const metricsOf = ({ job, engine }: ReturnType<typeof app>) => [
    ...METRICS.flatMap(([, , metricOf]) => [metricOf(job), metricOf(engine)]),
    job.metricRecords(),
    job.metricErrorRecords(),
  ];

  test('an alarm is refused elsewhere, where it would never have a value', () => {
    const made = app();
    metricsOf(made).forEach((metric, index) => {
      const alarm = { threshold: 1, evaluationPeriods: 1 };
      metric.createAlarm(made.near, `Alarm${index}`, alarm);
      expect(() => metric.createAlarm(made.far, `Alarm${index}`, alarm)).toThrow(
        "Cannot create an Alarm in region 'us-east-1' based on metric",
      );
    });
  });

  test('a dashboard elsewhere says so', () => {
    const made = app();
    const widget = new GraphWidget({ left: metricsOf(made).filter(({ dimensions = {} }) => 'Job' in dimensions) });
    new Dashboard(made.far, 'Dashboard', { widgets: [[widget]] });
    const body = JSON.stringify(Template.fromStack(made.far).findResources('AWS::CloudWatch::Dashboard'));
    expect(body.match(/\\+"region\\+":\\+"eu-west-1\\+"/g)).toHaveLength(6);
  });
});

test('a metric is as the user wants it', () => {
  const metric = compilationJob(newStack(), 'Compile').metricDuration({ statistic: 'p90', period: Duration.hours(1) });
  expect(metric).toMatchObject({ statistic: 'p90', period: Duration.hours(1) });
});

test('batch inference counts records', () => {
  const job = batchJob(newStack(), 'Ask');
  expect([job.metricRecords(), job.metricErrorRecords()]).toMatchObject([
    { metricName: 'Records', statistic: 'Sum' },
    { metricName: 'ErrorRecords', statistic: 'Sum' },
  ]);
});

test('the metrics of a job whose engine is in another stack are published by that engine', () => {
  const app = new App();
  const [engines, jobs] = [new Stack(app, 'Engines'), new Stack(app, 'Jobs')];
  compilationJob(jobs, 'Compile', { engine: new JobEngine(engines, 'Engine') }).metricFailures();
  expect(environmentIn(engines)).toEqual({ [METRICS_VARIABLE]: 'true' });
});

test('an alarm tells of a failed job', () => {
  const stack = newStack();
  compilationJob(stack, 'Compile')
    .metricFailures()
    .createAlarm(stack, 'Failed', { threshold: 1, evaluationPeriods: 1 });
  const [id] = Object.keys(Template.fromStack(stack).findResources('Custom::SageMakerCompilationJob'));
  Template.fromStack(stack).hasResourceProperties('AWS::CloudWatch::Alarm', {
    Namespace: 'cdk-ml-jobs',
    MetricName: 'Failures',
    Statistic: 'Sum',
    Dimensions: [
      { Name: 'Job', Value: id },
      { Name: 'Stack', Value: 'Stack' },
    ],
  });
});
