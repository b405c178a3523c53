import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { type IMeasured, JobEngine, JobsDashboard, type JobsDashboardProps } from '../../../src';
import { compilationJob, newStack } from '../sample-job';

interface Widget {
  readonly type: string;
  readonly properties: {
    readonly title: string;
    readonly region?: string;
    readonly metrics?: unknown[][];
    readonly query?: string;
  };
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

describe('without an engine that is given, the dashboard shows', () => {
  const logGroupsIn = (stack: Stack) => {
    const [{ Properties }] = Object.values(Template.fromStack(stack).findResources('AWS::CloudWatch::Dashboard'));
    const [, parts] = (Properties as { DashboardBody: { 'Fn::Join': [string, unknown[]] } }).DashboardBody['Fn::Join'];
    const text = parts.map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join('');
    return [...text.matchAll(/SOURCE '([^|]*)'/g)].map(([, groups]) => groups);
  };

  test('the log of the engine of its jobs, from another stack, and makes no engine of its own', () => {
    const app = new App();
    const [stack, monitoring] = [new Stack(app, 'Jobs'), new Stack(app, 'Monitoring')];
    new JobsDashboard(monitoring, 'Dashboard', { jobs: [compilationJob(stack, 'Compile')] });
    Template.fromStack(monitoring).resourceCountIs('AWS::Lambda::Function', 0);
    expect(logGroupsIn(monitoring)).toEqual([expect.stringMatching(/Jobs:ExportsOutputRefcdkmljobsJobEngineLog/)]);
  });

  test('the logs of the engines of its jobs, each once', () => {
    const stack = newStack();
    const engines = ['One', 'Two'].map((id) => new JobEngine(stack, id));
    const jobs: IMeasured[] = [...engines, ...engines].map((engine, index) =>
      compilationJob(stack, `Compile${index}`, { engine }),
    );
    new JobsDashboard(stack, 'Dashboard', { jobs: [...jobs, engines[0]] });
    Template.fromStack(stack).resourceCountIs('AWS::Lambda::Function', 2);
    expect(widgetsIn(stack)).toHaveLength(5);
    expect(logGroupsIn(stack)).toEqual([
      expect.stringMatching(/^\{"Ref":"OneLog\w+"\}$/),
      expect.stringMatching(/^\{"Ref":"TwoLog\w+"\}$/),
    ]);
  });

  test('a log for each Region of its jobs', () => {
    const app = new App();
    const regions = ['eu-west-1', 'us-east-1'];
    const env = (region: string) => ({ env: { account: '111122223333', region }, crossRegionReferences: true });
    const jobs = regions.map((region) => compilationJob(new Stack(app, `Jobs-${region}`, env(region)), 'Compile'));
    const monitoring = new Stack(app, 'Monitoring', env('us-east-1'));
    new JobsDashboard(monitoring, 'Dashboard', { jobs });
    // the Region of a widget is that of the dashboard, unless a metric says otherwise
    const widgets = widgetsIn(monitoring).map(({ properties: { title, region, metrics } }) => [
      title,
      region,
      metrics?.map((metric) => (metric.at(-1) as { readonly region?: string }).region),
    ]);
    expect(widgets.slice(2)).toEqual([
      ['Failures', '', ['eu-west-1', undefined]],
      ['Looks', '', ['eu-west-1', undefined]],
      ['Warnings and errors (eu-west-1)', 'eu-west-1', undefined],
      ['Warnings and errors (us-east-1)', 'us-east-1', undefined],
    ]);
  });

  test('the log of no other engine, where it is given one', () => {
    const stack = newStack();
    const [engine, other] = ['One', 'Two'].map((id) => new JobEngine(stack, id));
    new JobsDashboard(stack, 'Dashboard', { engine, jobs: [compilationJob(stack, 'Compile', { engine: other })] });
    expect(logGroupsIn(stack)).toEqual([expect.stringMatching(/^\{"Ref":"OneLog\w+"\}$/)]);
  });
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
