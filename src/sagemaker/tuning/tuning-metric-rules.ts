import type { Request } from '../../job/request-overrides';
import { type Finding, type MemberName, refusal, warning } from '../../validation/finding';
import { knownItems, knownMembers, knownText } from '../../validation/known-value';
import { shown } from '../../validation/shown';
import { isBuiltIn } from '../built-in-repositories';
import { mayRunScript } from '../training/built-in-algorithm';

/**
 * Where the objective's value comes from: a built-in algorithm has metrics of its own, any other says how to find them.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/automatic-model-tuning-define-metrics-variables.html
 * @see https://github.com/aws/sagemaker-python-sdk/issues/3932
 */
export function* metricRules(definition: Request, objective: unknown, names: MetricNames): Iterable<Finding> {
  const metric = knownText(knownMembers(objective)?.MetricName);
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
    if (knownText(image) === undefined) return;
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

/** What the objective and the metrics of a training are called. */
export interface MetricNames {
  readonly objective: MemberName;
  readonly definitions: MemberName;
}
