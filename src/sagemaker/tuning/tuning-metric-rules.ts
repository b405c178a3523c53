import type { Request } from '../../job/request-overrides';
import { type Finding, type MemberName, refusal, warning } from '../../validation/finding';
import { knownItems, knownMembers, knownText } from '../../validation/known-value';
import { shown } from '../../validation/shown';
import { isBuiltIn } from '../built-in-repositories';
import { builtInAlgorithmOf, mayRunScript, refusedBy, XGBOOST } from '../training/built-in-algorithm';
import { directionOf, tuningMetricProblem } from '../training/xgboost-metrics';

/**
 * Where the objective's value comes from: a built-in algorithm has metrics of its own, any other says how to find them.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/automatic-model-tuning-define-metrics-variables.html
 * @see https://github.com/aws/sagemaker-python-sdk/issues/3932
 * @param isUnmeasured Whether it is an image of which SageMaker knows no metric, though not all of its URI may be known.
 */
export function* metricRules(
  definition: Request,
  objective: unknown,
  names: MetricNames,
  isUnmeasured = false,
): Iterable<Finding> {
  const metric = knownText(knownMembers(objective)?.MetricName);
  yield* builtInMetricRules(definition, metric, knownText(knownMembers(objective)?.Type), names.objective);
  const algorithm = knownMembers(definition, 'AlgorithmSpecification');
  if (metric === undefined || algorithm === undefined) return;
  const { MetricDefinitions: definitions, TrainingImage: image } = algorithm;
  if (isBuiltIn(image)) {
    // a script has what metrics it prints, and SageMaker may know the image's own besides
    if (definitions === undefined || mayRunScript(definition)) return;
    const text =
      "should be left out for an algorithm that is built in: it has metrics of its own, and SageMaker says that one can't override them";
    yield warning('tuningMetricDefinitions', names.definitions, text);
    return;
  }
  if (definitions === undefined) {
    if (knownText(image) === undefined && !isUnmeasured) return;
    const text = `should have the objective metric ${shown(metric)}, and how to find it in the log: SageMaker knows it of built-in algorithms only`;
    yield warning('tuningObjective', names.definitions, text);
    return;
  }
  if (!Array.isArray(definitions)) return;
  const defined = knownItems(definitions).map(({ Name }) => knownText(Name));
  if (defined.length < definitions.length || defined.includes(undefined) || defined.includes(metric)) return;
  const text = `must be one of the algorithm's metricDefinitions, ${defined.join(', ')}, got ${shown(metric)}`;
  yield refusal(names.objective, text);
}

/**
 * What XGBoost's container reports: it gets the objective's name as a hyperparameter, and refuses any that it does not know.
 *
 * @see https://github.com/aws/sagemaker-xgboost-container/blob/master/src/sagemaker_xgboost_container/algorithm_mode/metrics.py
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/xgboost-tuning.html
 */
function* builtInMetricRules(
  definition: Request,
  metric: string | undefined,
  type: string | undefined,
  member: MemberName,
): Iterable<Finding> {
  const algorithm = builtInAlgorithmOf(definition);
  if (algorithm?.name !== XGBOOST || metric === undefined) return;
  const problem = tuningMetricProblem(metric, algorithm.version);
  if (problem) {
    const isCertain = algorithm.isCertain && !problem.mayBeNewer;
    yield refusedBy({ isCertain }, member, `${problem.text}, got ${shown(metric)}`);
    return;
  }
  const direction = directionOf(metric, algorithm.version);
  if (direction === undefined || type === undefined || type === direction) return;
  const way = direction === 'Maximize' ? 'TuningObjective.maximize()' : 'TuningObjective.minimize()';
  const text = `should be ${way} for ${shown(metric)}, got ${shown(type)}: the job would look for the worst model`;
  yield warning('tuningObjective', member, text);
}

/** What the objective and the metrics of a training are called. */
export interface MetricNames {
  readonly objective: MemberName;
  readonly definitions: MemberName;
}
