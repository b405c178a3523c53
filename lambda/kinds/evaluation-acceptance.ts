import type { GetEvaluationJobResponse } from '@aws-sdk/client-bedrock';
import type { Score } from './evaluation-scores';
import { type EvaluationJobAcceptance, metricAttribute, plainMetric } from '../../src/contract';

/** What was asked for, as the service says it of the job. */
type Asked = Pick<GetEvaluationJobResponse, 'evaluationConfig' | 'inferenceConfig'>;

/** What the scores of a job say of it. */
export interface Verdict {
  /** Why the job is no success; `undefined` where it is one. */
  readonly refusal?: string;
  /** Whether results may yet come: there are fewer than were asked for. */
  readonly isIncomplete: boolean;
  /** The attributes of the metrics that are required. */
  readonly attributes: { readonly [name: string]: string };
}

/**
 * Judges a job by the scores of the metrics that are required: each must have its mean in all folders, which are as many as models and
 * datasets were asked for. What is missing passes for nothing.
 */
export function verdictOf(scores: readonly Score[], asked: Asked, acceptance: EvaluationJobAcceptance): Verdict {
  const verdicts = Object.entries(acceptance).map(([metric, bounds = '']) => judge(metric, bounds, scores, asked));
  const refusals = verdicts.flatMap(({ refusal }) => refusal ?? []);
  return {
    ...(refusals.length > 0 && { refusal: refusals.join('; ') }),
    isIncomplete: verdicts.some(({ isIncomplete }) => isIncomplete),
    attributes: Object.assign({}, ...verdicts.map(({ attributes }) => attributes)) as Verdict['attributes'],
  };
}

/** The names of the attributes of the metrics that are required, without values. */
export function noValues(acceptance: EvaluationJobAcceptance): Verdict['attributes'] {
  return Object.fromEntries(Object.keys(acceptance).map((metric) => [metricAttribute(metric), '']));
}

function judge(metric: string, bounds: string, scores: readonly Score[], asked: Asked): Verdict {
  const found = ofMetric(metric, scores, (score) => score.metric);
  const expected = Math.max(1, expectedFolders(metric, asked));
  const isIncomplete = found.length < expected;
  const [least = -Infinity, most = Infinity] = bounds
    .split('..')
    .map((bound) => (bound === '' ? undefined : Number(bound)));
  const refusals = found.flatMap((score) => faultOf(metric, score, least, most) ?? []);
  if (isIncomplete) {
    const where = found.length === 0 ? '' : ` in ${expected - found.length} of ${expected} folders`;
    refusals.unshift(`there is no result of ${metric}${where}`);
  }
  const means = found.map(({ mean }) => mean);
  // that which is the furthest from being enough
  const value = least === -Infinity ? Math.max(...means) : Math.min(...means);
  return {
    ...(refusals.length > 0 && { refusal: refusals.join('; ') }),
    isIncomplete,
    attributes: { [metricAttribute(metric)]: Number.isFinite(value) ? String(value) : '' },
  };
}

function faultOf(
  metric: string,
  { folder, mean, count, unusable }: Score,
  least: number,
  most: number,
): string | undefined {
  const where = folder === '' ? '' : ` in ${folder}`;
  if (unusable !== undefined) return `${metric} has a result that is no number${where}: ${unusable}`;
  if (mean >= least && mean <= most) return undefined;
  const bound = mean < least ? `at least ${least}` : `at most ${most}`;
  return `${metric} is ${mean}, the mean of ${count} result${count === 1 ? '' : 's'}${where}, and must be ${bound}`;
}

/** In how many folders there are to be results of a metric: one for each dataset and each model that answers. */
function expectedFolders(metric: string, { evaluationConfig, inferenceConfig }: Asked): number {
  const { datasetMetricConfigs: datasets = [] } = evaluationConfig?.automated ?? {};
  const sources = inferenceConfig?.models ?? inferenceConfig?.ragConfigs ?? [];
  const evaluated = datasets.filter(({ metricNames = [] }) => ofMetric(metric, metricNames, (name) => name).length > 0);
  return evaluated.length * sources.length;
}

/** Those of a metric: the results may do without what the names of metrics of the service's begin with. */
function ofMetric<Item>(metric: string, items: readonly Item[], nameOf: (item: Item) => string): readonly Item[] {
  const exact = items.filter((item) => nameOf(item) === metric);
  return exact.length > 0 ? exact : items.filter((item) => plainMetric(nameOf(item)) === plainMetric(metric));
}
