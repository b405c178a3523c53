import { type BuiltInAlgorithm, builtInAlgorithmOf, refusedBy, XGBOOST } from './built-in-algorithm';
import type { HyperparameterProblem } from './hyperparameter-problem';
import { xgboostCombinations } from './xgboost-combinations';
import { nameProblem, valueProblem } from './xgboost-hyperparameters';
import type { Request } from '../../job/request-overrides';
import type { Finding, MemberName } from '../../validation/finding';
import { knownMembers, knownText } from '../../validation/known-value';
import { shown } from '../../validation/shown';
import { isUnknown } from '../../validation/unknown-value';
import { BUILT_IN_REPOSITORIES } from '../built-in-repositories';

const OF_CLASSES = ['multi:softmax', 'multi:softprob'];

/**
 * What hyperparameters of the algorithms must be that are built in: those that AWS says are required, and for XGBoost, whose
 * container is public, their names and values.
 *
 * @param searched The names of those that a tuning job searches for; 'unknown' where only the deployment or the service knows them.
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/algos.html
 */
export function* builtInHyperparameterRules(
  request: Request,
  searched: readonly string[] | 'unknown' = [],
): Iterable<Finding> {
  const algorithm = builtInAlgorithmOf(request);
  const parameters = knownMembers(request, 'HyperParameters');
  if (!algorithm || !parameters) return;
  const names = [...Object.keys(parameters), ...(searched === 'unknown' ? [] : searched)];
  const isGiven = (name: string) => searched === 'unknown' || names.some((each) => each === name || isUnknown(each));
  yield* missingRules(algorithm, isGiven);
  if (algorithm.name !== XGBOOST) return;
  const { version } = algorithm;
  const objective = knownText(parameters.objective) ?? '';
  if (OF_CLASSES.includes(objective) && !isGiven('num_class')) {
    yield refusedBy(algorithm, memberOf('num_class'), `be given for the objective '${objective}'`);
  }
  const right = new Map<string, string>();
  for (const name of names.filter((each) => !isUnknown(each))) {
    const value = Object.hasOwn(parameters, name) ? knownText(parameters[name])?.trim() : undefined;
    const member = Object.hasOwn(parameters, name) ? memberOf(name) : rangeOf(name);
    const problem = nameProblem(name, version);
    if (problem) {
      yield told(algorithm, member, problem);
    }
    // what is in quotes is told as that
    else if (value !== undefined && !/^".*"$/s.test(value)) {
      const found = valueProblem(name, value, version);
      if (found) yield told(algorithm, member, { ...found, text: `${found.text}, got ${shown(value)}` });
      else right.set(name, value);
    }
  }
  const valueOf = (name: string) => right.get(name);
  for (const { name, text } of xgboostCombinations({ valueOf, isGiven }, version)) {
    yield refusedBy(algorithm, memberOf(name), text);
  }
}

function* missingRules(algorithm: BuiltInAlgorithm, isGiven: (name: string) => boolean): Iterable<Finding> {
  const { name, isCertain } = algorithm;
  const { needs, isSeenToRefuse = false } = BUILT_IN_REPOSITORIES.get(name) ?? {};
  const missing = needs?.split(' ').filter((each) => !isGiven(each));
  for (const each of missing ?? []) {
    const text = `be given: the algorithm '${name}' does not begin without it`;
    yield refusedBy({ isCertain: isCertain && isSeenToRefuse }, memberOf(each), text);
  }
}

function told(
  { isCertain }: BuiltInAlgorithm,
  member: MemberName,
  { text, mayBeNewer }: HyperparameterProblem,
): Finding {
  return refusedBy({ isCertain: isCertain && !mayBeNewer }, member, text);
}

function memberOf(name: string): MemberName {
  return { property: `hyperparameters.${name}`, api: `HyperParameters.${name}` };
}

function rangeOf(name: string): MemberName {
  return { property: `ranges.${name}`, api: 'HyperParameterRanges' };
}
