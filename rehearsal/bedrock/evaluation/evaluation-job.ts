import { outputOf, sourcesIn } from './evaluation-request';
import { type EvaluationResult, resultsOf } from './evaluation-results';
import { courseMilestones } from '../../jobs/course-milestones';
import type { InventedValue } from '../../jobs/invented-value';
import { JobTimeline } from '../../jobs/job-timeline';
import type { JobUsage } from '../../jobs/job-usage';
import type { JsonObject } from '../../json-value';
import type { MetricOrigin } from '../../sagemaker/training/training-metrics';
import { BedrockJob, type BedrockJobProps, timestamp } from '../bedrock-job';

const WORDS = { starting: 'InProgress', running: 'InProgress', succeeded: 'Completed', failed: 'Failed' };
const TERMINAL_STATUSES = ['Completed', 'Failed', 'Stopped'];
/** How late results are written that are written late. */
const RESULT_LAG_MS = 20_000;

/** What a quota counts the jobs of: there is one for all. */
export const ANY_MODEL = 'evaluation';

export interface EvaluationJobProps extends BedrockJobProps {
  /** Why the service refuses the job, if it does. */
  readonly problem?: string;
}

/** An emulated evaluation job. */
export class EvaluationJob extends BedrockJob {
  public readonly modelId = ANY_MODEL;

  constructor(props: EvaluationJobProps) {
    const { course, problem, createdAt } = props;
    const refused = problem === undefined ? course : { ...course, duration: 60, startup: 20, failure: problem };
    super(props, new JobTimeline(courseMilestones(refused, createdAt, WORDS), TERMINAL_STATUSES, props.now));
  }

  public get usage(): JobUsage {
    return { instances: [], note: `by the token that ${sourcesIn(this.request).join(' and ')} and the evaluator take` };
  }

  /** What it has written. */
  public get results(): readonly EvaluationResult[] {
    const { supposition, now } = this.props;
    const { current } = this.timeline;
    const isLate = supposition?.nameOf('evaluation-results-written') === 'late';
    if (current.status !== 'Completed' || (isLate && now() < current.at + RESULT_LAG_MS)) return [];
    return this.allResults;
  }

  /** The value that a metric has, once it is written, and where it is from. */
  public metric(name: string): { readonly value?: number; readonly origin: MetricOrigin } {
    const first = this.allResults.flatMap(({ scores }) => scores).find((score) => isSame(score.metric, name));
    if (first === undefined) return { origin: 'unreported' };
    return { value: first.value, origin: first.isScripted ? 'scripted' : 'unread' };
  }

  /** Those that nobody requires are told of nowhere. */
  public get invented(): readonly InventedValue[] {
    return [];
  }

  /** What `GetEvaluationJob` and `ListEvaluationJobs` answer. */
  public describe(): JsonObject {
    const { jobTags: _, clientRequestToken: __, ...shown } = this.request;
    const { current } = this.timeline;
    return {
      ...shown,
      jobType: 'Automated',
      jobArn: this.arn,
      status: this.status,
      creationTime: timestamp(this.createdAt),
      lastModifiedTime: timestamp(current.at),
      ...(this.message !== undefined && { failureMessages: [this.message] }),
    };
  }

  private get allResults(): EvaluationResult[] {
    const { course, supposition } = this.props;
    const folder = `${outputOf(this.request).replace(/\/$/, '')}/${this.name}/${this.id}/`;
    const hasPrefix = supposition?.nameOf('evaluation-metric-names') === 'as-asked-for';
    return resultsOf(this.request, folder, { scripted: course.metrics ?? {}, hasPrefix });
  }
}

function isSame(metric: string, name: string): boolean {
  const plain = (text: string) => text.replace(/^Builtin\./i, '').toLowerCase();
  return plain(metric) === plain(name);
}
