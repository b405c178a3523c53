import { type EvaluatedKind, evaluatedKindOf } from './evaluated-kind';
import type { Request } from '../../job/request-overrides';
import { type Finding, warning } from '../../validation/finding';
import { knownItems, knownMembers, knownText } from '../../validation/known-value';
import { meantValue } from '../request-body/meant-value';

/** What Bedrock's own metrics and datasets begin with. */
const OWN = 'Builtin.';
/** What programs reckon; all other metrics of the service's a model judges. */
const BY_PROGRAM = builtIn('Accuracy Robustness Toxicity');

/**
 * What models judge, by what is evaluated.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_EvaluationDatasetMetricConfig.html
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/knowledge-base-evaluation-metrics.html
 */
const JUDGED: { readonly [kind in EvaluatedKind]: readonly string[] } = {
  models: builtIn(
    'Correctness Completeness Faithfulness Helpfulness Coherence Relevance FollowingInstructions ProfessionalStyleAndTone Harmfulness Stereotyping Refusal',
  ),
  retrieval: builtIn('ContextCoverage ContextRelevance'),
  'answers of a knowledge base': builtIn(
    'Correctness Completeness Helpfulness LogicalCoherence Faithfulness CitationPrecision CitationCoverage Harmfulness Stereotyping Refusal',
  ),
};
const ALL = [...new Set([...BY_PROGRAM, ...Object.values(JUDGED).flat()])];

/** Whether the metrics of datasets are those that there are for what is evaluated. */
export function* metricRules(request: Request): Iterable<Finding> {
  const automated = knownMembers(request, 'evaluationConfig', 'automated') ?? {};
  const isJudged = automated.evaluatorModelConfig !== undefined;
  const kind = evaluatedKindOf(request);
  const own = customMetricsIn(request);
  const seen = new Set<string>();
  for (const [metric, property] of datasetMetricsIn(request)) {
    if (seen.has(metric)) continue;
    seen.add(metric);
    const text = own?.includes(metric) === true ? undefined : misfitText(metric, { isJudged, kind, own });
    if (text !== undefined) yield warning('evaluationMetric', property, text);
  }
  for (const metric of own ?? []) {
    if (seen.has(metric)) continue;
    yield warning('unusedMetric', 'customMetrics', `has '${metric}', which no dataset has among its metrics`);
  }
}

/** The metrics of all datasets of a request, as far as they are known. */
export function metricsIn(request: Request): string[] {
  return datasetMetricsIn(request).map(([metric]) => metric);
}

interface Judgement {
  readonly isJudged: boolean;
  readonly kind?: EvaluatedKind;
  /** The custom metrics. @default - they are not known */
  readonly own?: readonly string[];
}

/** What is wrong with a metric that is none of the job's own. */
function misfitText(metric: string, { isJudged, kind, own }: Judgement): string | undefined {
  const isByProgram = BY_PROGRAM.includes(metric);
  if (!ALL.includes(metric)) return unknownText(metric, own);
  if (isByProgram && isJudged) {
    return `should not be '${metric}' where a model judges, for a program reckons it, by AWS's pages: evaluate it in another job, without 'evaluatorModel'`;
  }
  if (isByProgram) return undefined;
  if (!isJudged) return `should not be '${metric}' without 'evaluatorModel': by AWS's pages, a model judges it`;
  if (kind === undefined || JUDGED[kind].includes(metric)) return undefined;
  return `should not be '${metric}': by AWS's pages, the metrics of ${kind} are ${JUDGED[kind].join(', ')}`;
}

/** Metrics of the service's may be newer than the library. */
function unknownText(metric: string, own: readonly string[] | undefined): string | undefined {
  const meant = meantValue([...ALL, ...(own ?? [])], metric);
  const wayOut = meant === undefined ? '' : `: did you mean '${meant}'?`;
  if (metric.startsWith(OWN)) return `has '${metric}', which AWS's pages do not have${wayOut}`;
  if (own === undefined) return undefined;
  return `has '${metric}', which is none of 'customMetrics', and none of Bedrock's, whose names begin with '${OWN}'${wayOut}`;
}

/** The metrics of all datasets that are known, and what has each. */
function datasetMetricsIn(request: Request): [metric: string, property: string][] {
  const configs = knownMembers(request, 'evaluationConfig', 'automated')?.datasetMetricConfigs;
  const lists = (Array.isArray(configs) ? configs : []).map((config: unknown) => knownMembers(config)?.metricNames);
  return lists.flatMap((list: unknown, index) =>
    (Array.isArray(list) ? list : []).flatMap((name: unknown): [string, string][] => {
      const metric = knownText(name);
      return metric === undefined ? [] : [[metric, `datasets[${index}].metrics`]];
    }),
  );
}

/** The names of the custom metrics; undefined where not all are known. */
function customMetricsIn(request: Request): string[] | undefined {
  const config = knownMembers(request, 'evaluationConfig', 'automated', 'customMetricConfig');
  if (config === undefined) return undefined;
  const { customMetrics = [] } = config;
  const names = knownItems(customMetrics).map((each) => knownText(knownMembers(each, 'customMetricDefinition')?.name));
  const isKnown = Array.isArray(customMetrics) && names.length === customMetrics.length && !names.includes(undefined);
  return isKnown ? (names as string[]) : undefined;
}

function builtIn(names: string): string[] {
  return names.split(' ').map((name) => `${OWN}${name}`);
}
