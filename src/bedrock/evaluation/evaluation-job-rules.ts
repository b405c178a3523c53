import type { IConstruct } from 'constructs';
import { customMetricRules } from './custom-evaluation-metric';
import type { EvaluationJobProps } from './evaluation-job-props';
import type { BoundSource } from './evaluation-source-binding';
import type { Request } from '../../job/request-overrides';
import { ENCRYPTION_KEY } from '../../validation/expected-value';
import { type Finding, mustBe, refusal, warning } from '../../validation/finding';
import { knownMembers, knownText } from '../../validation/known-value';
import { requireList, requireNone, valueRules, valuesRules } from '../../validation/property-check';

/** What programs reckon; all other metrics of the service's a model judges. */
const BY_PROGRAM = /^Builtin\.(?:Accuracy|Robustness|Toxicity)$/;

const SOURCE = { mark: '_bind', allowed: 'a source, for example EvaluationSource.foundationModel()', required: true };
const DATASET = { mark: '_bind', allowed: 'a dataset, for example EvaluationDataset.builtIn()', required: true };

/** Checks that the properties of a job are what they should be, before anything is made of them. */
export function checkValues(job: IConstruct, props: EvaluationJobProps): void {
  for (const list of ['sources', 'datasets', 'customMetrics'] as const) requireList(job, list, props[list]);
  requireNone(job, propertyRules(props));
}

function* propertyRules(props: EvaluationJobProps): Iterable<Finding> {
  yield* valuesRules(props, {
    evaluatorModel: { mark: '_bind', allowed: 'an evaluator, for example EvaluatorModel.foundationModel()' },
    encryptionKey: ENCRYPTION_KEY,
  });
  const { sources, datasets, customMetrics, evaluatorModel } = props;
  yield* listRules('sources', sources, SOURCE);
  yield* listRules('datasets', datasets, DATASET);
  yield* customMetricRules(customMetrics ?? []);
  if (customMetrics !== undefined && evaluatorModel === undefined) {
    yield refusal('evaluatorModel', "must be given with 'customMetrics': a model judges them");
  }
}

function* listRules(
  property: string,
  list: readonly unknown[] | undefined,
  expected: typeof SOURCE,
): Iterable<Finding> {
  if (list === undefined || list.length === 0) yield mustBe(property, 'a list of at least one', list);
  for (const [index, each] of (list ?? []).entries()) yield* valueRules(`${property}[${index}]`, each, expected);
}

/** Whether sources go together, and are judged by what can judge them. */
export function* sourceRules(
  sources: readonly BoundSource[],
  { evaluatorModel }: EvaluationJobProps,
): Iterable<Finding> {
  const isRag = sources.some(({ rag }) => rag !== undefined);
  if (isRag && sources.length > 1) {
    yield refusal('sources', 'must be models, or one knowledge base or what stands for one, and not both');
  }
  if (isRag && evaluatorModel === undefined) {
    yield refusal('evaluatorModel', 'must be given: what a knowledge base retrieves or answers, a model judges');
  }
}

/** What the request of an evaluation job must be besides what the service's model says. */
export function* evaluationJobRules(request: Request): Iterable<Finding> {
  const automated = knownMembers(request, 'evaluationConfig', 'automated');
  if (!automated || !Array.isArray(automated.datasetMetricConfigs)) return;
  const datasets = automated.datasetMetricConfigs as readonly unknown[];
  const names = datasets.map((_, index) => knownText(datasetAt(datasets, index)?.name));
  const again = names.findIndex((name, index) => name !== undefined && names.indexOf(name) < index);
  if (again > 0) {
    const member = {
      property: `datasets[${again}].name`,
      api: `evaluationConfig.automated.datasetMetricConfigs[${again}].dataset.name`,
    };
    yield mustBe(
      member,
      'another name than those of the other datasets, for results are told apart by it',
      names[again],
    );
  }
  const isJudged = automated.evaluatorModelConfig !== undefined;
  const metrics = new Set(metricsIn(request));
  for (const metric of metrics) {
    const isByProgram = BY_PROGRAM.test(metric);
    if (!metric.startsWith('Builtin.') || isByProgram !== isJudged) continue;
    const text = isJudged
      ? `should not be '${metric}' where a model judges, for a program reckons it, by AWS's pages: evaluate it in another job, without 'evaluatorModel'`
      : `should not be '${metric}' without 'evaluatorModel': by AWS's pages, a model judges it`;
    yield warning('evaluationMetric', 'datasets[].metrics', text);
  }
  for (const metric of customMetricsIn(automated)) {
    if (!metrics.has(metric)) {
      yield warning('unusedMetric', 'customMetrics', `has '${metric}', which no dataset has among its metrics`);
    }
  }
}

/** The metrics of all datasets of a request, as far as they are known. */
export function metricsIn(request: Request): string[] {
  const configs = knownMembers(request, 'evaluationConfig', 'automated')?.datasetMetricConfigs;
  const lists = (Array.isArray(configs) ? configs : []).map((config: unknown) => knownMembers(config)?.metricNames);
  return lists.flatMap((list: unknown) => (Array.isArray(list) ? list.flatMap((name) => knownText(name) ?? []) : []));
}

function customMetricsIn(automated: Request): string[] {
  const metrics = knownMembers(automated, 'customMetricConfig')?.customMetrics;
  return (Array.isArray(metrics) ? metrics : []).flatMap(
    (metric: unknown) => knownText(knownMembers(metric, 'customMetricDefinition')?.name) ?? [],
  );
}

function datasetAt(datasets: readonly unknown[], index: number): Request | undefined {
  return knownMembers(datasets[index], 'dataset');
}
