import type { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { type IMeasured, JobEngine, JobsDashboard, type JobsDashboardProps } from '../../../src';
import { compilationJob, newStack } from '../sample-job';

interface Widget {
  readonly type: string;
  readonly properties: { readonly title: string; readonly metrics?: unknown[][]; readonly query?: string };
}

/** The widgets of the one dashboard of a stack; what is known at deployment only is an empty text. */
function widgetsIn(stack: Stack): Widget[] {
  const [dashboard] = Object.values(Template.fromStack(stack).findResources('AWS::CloudWatch::Dashboard'));
  const { DashboardBody } = dashboard.Properties as { DashboardBody: { 'Fn::Join': [string, unknown[]] } };
  const text = DashboardBody['Fn::Join'][1].map((part) => (typeof part === 'string' ? part : '')).join('');
  return (JSON.parse(text) as { widgets: Widget[] }).widgets;
}

test('an engine is shown as a whole: run time, wait, failures, looks, and what goes wrong', () => {
  const stack = newStack();
  compilationJob(stack, 'Compile');
  new JobsDashboard(stack, 'Jobs');
  const widgets = widgetsIn(stack);
  expect(widgets.map(({ type, properties }) => [type, properties.title, properties.metrics?.length])).toEqual([
    ['metric', 'Run time (seconds)', 1],
    ['metric', 'Wait for a place and the role (seconds)', 1],
    ['metric', 'Failures', 1],
    ['metric', 'Looks', 1],
    ['log', 'Warnings and errors', undefined],
  ]);
  expect(widgets[0].properties.metrics).toEqual([
    ['cdk-ml-jobs', 'Duration', 'Engine', '', { label: 'cdk-ml-jobs.JobEngine' }],
  ]);
  expect(widgets[4].properties.query).toBe(
    "SOURCE '' | fields @timestamp, level, LogicalResourceId, message, progress.name\n| filter ispresent(LogicalResourceId)\n| filter level in ['WARN', 'ERROR']\n| sort @timestamp desc\n| limit 50",
  );
});

test('jobs are shown one by one', () => {
  const stack = newStack();
  const jobs = ['First', 'Second'].map((id) => compilationJob(stack, id));
  new JobsDashboard(stack, 'Jobs', { jobs, dashboardName: 'models' });
  const labels = widgetsIn(stack)[2].properties.metrics?.map((metric) => metric.at(-1));
  expect(labels).toEqual([
    { label: 'First', stat: 'Sum' },
    { label: 'Second', stat: 'Sum' },
  ]);
  Template.fromStack(stack).hasResourceProperties('AWS::CloudWatch::Dashboard', { DashboardName: 'models' });
});

test.each<[object, string]>([
  [{ engine: 'mine' }, "'engine' must be an engine, for example new JobEngine(), got 'mine'"],
  [{ jobs: 'all' }, "'jobs' must be a list, got 'all'"],
  [{ jobs: ['Compile'] }, "'jobs[0]' must be a job or an engine, got 'Compile'"],
])('what is shown must be there: %j', (props, message) => {
  expect(() => new JobsDashboard(newStack(), 'Jobs', props as JobsDashboardProps)).toThrow(`Stack/Jobs: ${message}`);
});

test('a query of the log is one resource, which is there only where it is asked for', () => {
  const stack = newStack();
  const engine: JobEngine & IMeasured = JobEngine.of(stack);
  engine.addLogQuery('Problems', { problemsOnly: true, limit: 20 });
  engine.addLogQuery('All', { queryName: 'everything' });
  const queries = Object.values(Template.fromStack(stack).findResources('AWS::Logs::QueryDefinition'));
  expect(queries.map(({ Properties }) => Properties as unknown)).toEqual([
    {
      Name: 'Stack/jobs',
      LogGroupNames: [{ Ref: expect.stringContaining('Log') }],
      QueryString:
        "fields @timestamp, level, LogicalResourceId, message, progress.name\n| filter ispresent(LogicalResourceId)\n| filter level in ['WARN', 'ERROR']\n| sort @timestamp desc\n| limit 20",
    },
    expect.objectContaining({ Name: 'everything' }),
  ]);
});
