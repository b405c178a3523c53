import { GROWERS, LINEAR_UPDATERS, UPDATING_UPDATERS, updatersIn } from './xgboost-lists';
import { metricsIn } from './xgboost-metrics';

/** Since when the container asks for the objective of any metric. */
const ANY_METRIC_NEEDS_OBJECTIVE = 1.2;
/** The objectives that the area under a curve is for, as their names begin. */
const OF_CLASSES_AND_RANKS = /^(?:binary|rank):/;
/** The methods that constraints are for: without any, XGBoost takes one of them, but the container refuses it. */
const METHODS: { readonly [constraints: string]: readonly string[] } = {
  monotone_constraints: ['exact', 'hist'],
  interaction_constraints: ['exact', 'hist', 'approx'],
};

/** The hyperparameters of a job. */
export interface GivenHyperparameters {
  /** The value of one; undefined where it is not given, and where it is not known or wrong in itself. */
  valueOf(name: string): string | undefined;
  /** Whether it is given, or may be. */
  isGiven(name: string): boolean;
}

/** What is wrong with how hyperparameters go together. */
export interface Combination {
  /** The hyperparameter that is to be another, or is to be given. */
  readonly name: string;
  /** What it must be. */
  readonly text: string;
}

/**
 * What the container of SageMaker's XGBoost refuses of hyperparameters that depend on each other.
 *
 * @param version The version of XGBoost, as a number; Infinity where it is not known.
 * @see https://github.com/aws/sagemaker-xgboost-container/blob/master/src/sagemaker_xgboost_container/algorithm_mode/hyperparameter_validation.py
 */
export function* xgboostCombinations(given: GivenHyperparameters, version: number): Iterable<Combination> {
  yield* metricCombinations(given, version);
  for (const [name, methods] of Object.entries(METHODS)) {
    if (given.valueOf(name) === undefined) continue;
    const method = given.valueOf('tree_method');
    if (method === undefined ? given.isGiven('tree_method') : methods.includes(method)) continue;
    const got = method === undefined ? '' : `, got '${method}'`;
    yield { name: 'tree_method', text: `be ${methods.join(' or ')} with '${name}'${got}` };
  }
  yield* updaterCombinations(given);
}

function* metricCombinations(given: GivenHyperparameters, version: number): Iterable<Combination> {
  const name = 'eval_metric';
  const value = given.valueOf(name);
  if (value === undefined) return;
  const metrics = metricsIn(value);
  if (!given.isGiven('objective')) {
    if (version < ANY_METRIC_NEEDS_OBJECTIVE && !metrics.includes('auc')) return;
    yield { name: 'objective', text: "be given with 'eval_metric': the container fails without it" };
    return;
  }
  const objective = given.valueOf('objective');
  if (objective === undefined) return;
  if (metrics.includes('auc') && !OF_CLASSES_AND_RANKS.test(objective)) {
    const text = `be without 'auc' for the objective '${objective}': it is for those that begin with binary: or rank: alone`;
    yield { name, text: `${text}, got '${value}'` };
  }
  if (metrics.includes('aft-nloglik') && objective !== 'survival:aft') {
    yield {
      name,
      text: `be without 'aft-nloglik' for the objective '${objective}': it is for survival:aft alone, got '${value}'`,
    };
  }
}

function* updaterCombinations(given: GivenHyperparameters): Iterable<Combination> {
  const name = 'updater';
  const value = given.valueOf(name);
  const booster = given.valueOf('booster');
  const process = given.valueOf('process_type');
  if (value === undefined || isOpen(given, 'booster')) return;
  const updaters = updatersIn(value);
  const got = `got '${value}'`;
  if (booster === 'gblinear') {
    if (updaters.length === 1 && LINEAR_UPDATERS.includes(value)) return;
    yield { name, text: `be one of ${LINEAR_UPDATERS.join(', ')} for the booster gblinear, ${got}` };
    return;
  }
  if (isOpen(given, 'process_type')) return;
  if (process === 'update') {
    if (updaters.every((each) => UPDATING_UPDATERS.includes(each))) return;
    yield { name, text: `be ${UPDATING_UPDATERS.join(' or ')}, or both, for the process_type update, ${got}` };
  } else if (updaters.some((each) => LINEAR_UPDATERS.includes(each))) {
    yield { name, text: `be none of ${LINEAR_UPDATERS.join(', ')}, which are for the booster gblinear alone, ${got}` };
  } else if (updaters.filter((each) => GROWERS.includes(each)).length > 1) {
    yield { name, text: `have no more than one of ${GROWERS.join(', ')}, ${got}` };
  }
}

/** Whether it may have any value. */
function isOpen(given: GivenHyperparameters, name: string): boolean {
  return given.isGiven(name) && given.valueOf(name) === undefined;
}
