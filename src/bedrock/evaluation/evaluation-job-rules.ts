import type { IConstruct } from 'constructs';
import { customMetricRules } from './custom-evaluation-metric';
import { customMetricRequestRules } from './custom-metric-rules';
import { datasetRules } from './evaluation-dataset-rules';
import type { EvaluationJobProps } from './evaluation-job-props';
import { metricRules } from './evaluation-metric-rules';
import type { BoundSource } from './evaluation-source-binding';
import type { Request } from '../../job/request-overrides';
import { ENCRYPTION_KEY } from '../../validation/expected-value';
import { type Finding, mustBe, refusal, warning } from '../../validation/finding';
import { knownMembers } from '../../validation/known-value';
import { requireList, requireNone, valueRules, valuesRules } from '../../validation/property-check';

const SOURCE = {
  mark: '_bindSource',
  allowed: 'a source, for example EvaluationSource.foundationModel()',
  required: true,
};
const DATASET = { mark: '_bindDataset', allowed: 'a dataset, for example EvaluationDataset.builtIn()', required: true };

/** Checks that the properties of a job are what they should be, before anything is made of them. */
export function checkValues(job: IConstruct, props: EvaluationJobProps): void {
  for (const list of ['sources', 'datasets', 'customMetrics'] as const) requireList(job, list, props[list]);
  requireNone(job, propertyRules(props));
}

function* propertyRules(props: EvaluationJobProps): Iterable<Finding> {
  yield* valuesRules(props, {
    evaluatorModel: { mark: '_bindEvaluator', allowed: 'an evaluator, for example EvaluatorModel.foundationModel()' },
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
  yield* datasetRules(request);
  yield* metricRules(request);
  yield* customMetricRequestRules(request);
  const { models } = knownMembers(request, 'inferenceConfig') ?? {};
  if (Array.isArray(models) && models.length > 1) {
    const text = "should be one model, by AWS's pages, for only people judge two of them: make a job for each";
    yield warning('evaluationSources', 'sources', text);
  }
}
