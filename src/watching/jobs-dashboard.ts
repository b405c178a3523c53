import { Stack } from 'aws-cdk-lib';
import { Dashboard, GraphWidget, type IWidget, LogQueryWidget, type Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import { Construct } from 'constructs';
import { logQuery } from './log-query';
import type { IMeasured } from './measured';
import { MeasuredResource } from './measured-resource';
import { JobEngine } from '../engine/job-engine';
import { ENGINE } from '../validation/expected-value';
import { requireList, requireOptions, requireString, requireValue, requireValues } from '../validation/property-check';

/** Properties of a `JobsDashboard`. */
export interface JobsDashboardProps {
  /**
   * The engine whose jobs are shown.
   *
   * @default - the engines of `jobs`; without them, the engine of the stack
   */
  readonly engine?: JobEngine;

  /**
   * The jobs that are shown one by one, each with a line of its own.
   *
   * @default - all jobs of the engine are shown together
   */
  readonly jobs?: IMeasured[];

  /**
   * The name of the dashboard: letters, digits, `-` and `_`, up to 255 characters.
   *
   * @default - a generated name
   */
  readonly dashboardName?: string;
}

/** A row of a dashboard has 24 units. */
const HALF = 12;
const WHOLE = 24;

const PROBLEMS = 'Warnings and errors';

/** What a person reads without looking for more. */
const MOST_PROBLEMS = 50;

/**
 * A dashboard of CloudWatch: how long the jobs ran and waited, how many have failed, how often they were looked at, and what
 * the handler says of what goes wrong.
 *
 * It may be in another stack than the jobs, which then exports what it refers to; in another Region, give its stack and theirs
 * `crossRegionReferences`. It has the handler publish metrics, which cost what CloudWatch asks for metrics and dashboards.
 *
 * @example
 * declare const compiled: CompilationJob;
 *
 * new JobsDashboard(this, 'Jobs', { jobs: [compiled] });
 */
@propertyInjectable
export class JobsDashboard extends Construct {
  /** By which the CDK knows the class where properties are injected: see `PropertyInjectors` of aws-cdk-lib. */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-ml-jobs.JobsDashboard';

  /** The dashboard, to which more can be added. */
  public readonly dashboard: Dashboard;

  constructor(scope: Construct, id: string, props: JobsDashboardProps = {}) {
    super(scope, id);
    requireOptions(this, 'props', props);
    requireString(this, 'dashboardName', props.dashboardName);
    requireValues(this, props, { engine: ENGINE });
    requireList(this, 'jobs', props.jobs);
    const measured = { mark: 'metricDuration', allowed: 'a job or an engine', required: true };
    props.jobs?.forEach((job, index) => requireValue(this, `jobs[${index}]`, job, measured));
    const shown: readonly IMeasured[] = props.jobs ?? [props.engine ?? JobEngine.of(this)];
    const engines = props.engine ? [props.engine] : [...new Set(shown.flatMap(enginesOf))];
    this.dashboard = new Dashboard(this, 'Dashboard', {
      dashboardName: props.dashboardName,
      widgets: [...graphs(shown), ...problems(engines)],
    });
  }
}

function graphs(shown: readonly IMeasured[]): IWidget[][] {
  const graph = (title: string, metricOf: (each: IMeasured, label: string) => Metric) =>
    new GraphWidget({ title, width: HALF, left: shown.map((each) => metricOf(each, each.node.id)) });
  return [
    [
      graph('Run time (seconds)', (each, label) => each.metricDuration({ label })),
      graph('Wait for a place and the role (seconds)', (each, label) => each.metricWait({ label })),
    ],
    [
      graph('Failures', (each, label) => each.metricFailures({ label })),
      graph('Looks', (each, label) => each.metricTicks({ label })),
    ],
  ];
}

/** What runs a job, or several. */
function enginesOf(measured: IMeasured): JobEngine[] {
  if (measured instanceof JobEngine) return [measured];
  return measured instanceof MeasuredResource ? [measured._engine] : [];
}

/** What goes wrong, by the Region in which it is said: a query is of one. */
function problems(engines: readonly JobEngine[]): IWidget[][] {
  const regions = new Map<string, JobEngine[]>();
  for (const engine of engines) {
    const { region } = Stack.of(engine);
    regions.set(region, [...(regions.get(region) ?? []), engine]);
  }
  return [...regions].map(([region, those]) => [
    new LogQueryWidget({
      title: regions.size === 1 ? PROBLEMS : `${PROBLEMS} (${region})`,
      width: WHOLE,
      region,
      logGroupNames: those.map(({ logGroup }) => logGroup.logGroupName),
      queryString: logQuery({ problemsOnly: true, limit: MOST_PROBLEMS }).toString(),
    }),
  ]);
}
