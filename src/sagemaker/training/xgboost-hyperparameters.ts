import { certain, type HyperparameterProblem } from './hyperparameter-problem';
import { isPythonNoBound, pythonFloat, pythonInt } from './python-number';
import { interactionProblem, monotoneProblem, updaterProblem } from './xgboost-lists';
import { evalMetricProblem } from './xgboost-metrics';
import { enumMismatch, enumText } from '../../validation/enum-check';

/** An interval of whole numbers (`i`) or of any (`f`), or values. */
type Allowed = string;
/** What is wrong with a text that is more than a value. */
type Check = (text: string, version: number) => HyperparameterProblem | undefined;

/**
 * The hyperparameters of SageMaker's XGBoost, and what its container takes: those of all versions, and the values of all.
 *
 * @see https://github.com/aws/sagemaker-xgboost-container/blob/master/src/sagemaker_xgboost_container/algorithm_mode/hyperparameter_validation.py
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/xgboost_hyperparameters.html
 */
const HYPERPARAMETERS: { readonly [name: string]: Allowed | Check } = {
  num_round: 'i[1,',
  csv_weights: 'i[0,1]',
  early_stopping_rounds: 'i[1,',
  booster: 'gbtree|gblinear|dart',
  silent: 'i[0,1]',
  verbosity: 'i[0,3]',
  nthread: 'i[1,',
  eta: 'f[0,1]',
  learning_rate: 'f[0,1]',
  gamma: 'f[0,',
  min_split_loss: 'f[0,',
  max_depth: 'i[0,',
  min_child_weight: 'f[0,',
  max_delta_step: 'f[0,',
  subsample: 'f(0,1]',
  colsample_bytree: 'f(0,1]',
  colsample_bylevel: 'f(0,1]',
  colsample_bynode: 'f(0,1]',
  lambda: 'f[0,',
  reg_lambda: 'f[0,',
  alpha: 'f[0,',
  reg_alpha: 'f[0,',
  tree_method: 'auto|exact|approx|hist|gpu_hist',
  sketch_eps: 'f(0,1)',
  scale_pos_weight: 'f(0,',
  updater: updaterProblem,
  dsplit: 'row|col',
  refresh_leaf: 'i[0,1]',
  process_type: 'default|update',
  grow_policy: 'depthwise|lossguide',
  max_leaves: 'i[0,',
  max_bin: 'i[0,',
  predictor: 'auto|cpu_predictor|gpu_predictor',
  monotone_constraints: monotoneProblem,
  interaction_constraints: interactionProblem,
  sample_type: 'uniform|weighted',
  normalize_type: 'tree|forest',
  rate_drop: 'f[0,1]',
  one_drop: 'i[0,1]',
  skip_drop: 'f[0,1]',
  lambda_bias: 'f[0,1]',
  tweedie_variance_power: 'f(1,2)',
  objective:
    'aft_loss_distribution|binary:logistic|binary:logitraw|binary:hinge|count:poisson|multi:softmax|multi:softprob|rank:pairwise|rank:ndcg|rank:map|reg:linear|reg:squarederror|reg:logistic|reg:gamma|reg:pseudohubererror|reg:squaredlogerror|reg:absoluteerror|reg:tweedie|survival:aft|survival:cox',
  num_class: 'i[2,',
  base_score: 'f[0,',
  eval_metric: evalMetricProblem,
  seed: 'i(-2147483648,2147483647)',
  num_parallel_tree: 'i[1,',
  save_model_on_termination: 'true|false',
  aft_loss_distribution: 'normal|logistic|extreme',
  aft_loss_distribution_scale: 'f[0,',
  single_precision_histogram: 'true|false',
  deterministic_histogram: 'true|false',
  sampling_method: 'uniform|gradient_based',
  prob_buffer_row: 'i(1,',
  use_dask_gpu_training: 'true|false',
};
const NAMES = Object.keys(HYPERPARAMETERS);
/** Those of the service's own tools that the container checks, too. */
const OF_TOOLS: { readonly [name: string]: Allowed } = { _kfold: 'i[2,', _num_cv_round: 'i[1,' };
const ALL: { readonly [name: string]: Allowed | Check } = { ...HYPERPARAMETERS, ...OF_TOOLS };
/** The versions that have a hyperparameter, where not all do: from one on, and up to one that does not. */
const VERSIONS: { readonly [name: string]: readonly [from: number, until: number] } = {
  silent: [0, 1.2],
  monotone_constraints: [1, Infinity],
  interaction_constraints: [1, Infinity],
  save_model_on_termination: [1, Infinity],
  aft_loss_distribution: [1.2, Infinity],
  aft_loss_distribution_scale: [1.2, Infinity],
  deterministic_histogram: [1.2, Infinity],
  single_precision_histogram: [1.2, 1.7],
  prob_buffer_row: [1.3, Infinity],
  sampling_method: [1.3, Infinity],
  use_dask_gpu_training: [1.5, Infinity],
};
/** Since which version values are taken, where that is not so of all. */
const VALUES_SINCE: { readonly [name: string]: { readonly [value: string]: number } } = {
  objective: {
    'reg:squaredlogerror': 1,
    aft_loss_distribution: 1.2,
    'reg:pseudohubererror': 1.2,
    'survival:aft': 1.2,
    'reg:absoluteerror': 1.7,
  },
  predictor: { auto: 1.2, gpu_predictor: 1.2 },
  tree_method: { gpu_hist: 1.2 },
};
const INTERVAL = /^([if])([[(])(-?\d+),(\d*)([\])]?)$/;

/**
 * What is wrong with a name. Those that begin so are of the service, or of its tools.
 *
 * @param version The version of XGBoost, as a number; Infinity where it is not known.
 */
export function nameProblem(name: string, version: number): HyperparameterProblem | undefined {
  const mismatch = /^(?:_|sagemaker_)/.test(name) ? undefined : enumMismatch(NAMES, name);
  if (!mismatch) return versionProblem(name, version);
  const { nearest, verdict } = mismatch;
  const advice = nearest === undefined ? 'leave it out' : `did you mean '${nearest}'?`;
  const text = `be a hyperparameter of SageMaker's XGBoost, which refuses any other: ${advice}`;
  return { text, mayBeNewer: verdict === 'unknown' };
}

function versionProblem(name: string, version: number): HyperparameterProblem | undefined {
  const [from, until] = Object.hasOwn(VERSIONS, name) ? VERSIONS[name] : [0, Infinity];
  if (!Number.isFinite(version) || (version >= from && version < until)) return undefined;
  const since = version < from ? `came with ${from.toFixed(1)}` : `is gone since ${until.toFixed(1)}`;
  return { text: `be one that version ${version} of XGBoost has: it ${since}; leave it out`, mayBeNewer: true };
}

/** Returns what the container parses the value of a hyperparameter to; undefined for a name that it does not know. */
export function readAs(name: string): 'whole number' | 'number' | 'text' | undefined {
  const allowed = Object.hasOwn(ALL, name) ? ALL[name] : undefined;
  if (allowed === undefined) return undefined;
  const kind = typeof allowed === 'string' ? INTERVAL.exec(allowed)?.[1] : undefined;
  return kind === 'i' ? 'whole number' : kind === 'f' ? 'number' : 'text';
}

/**
 * What is wrong with a value of a hyperparameter.
 *
 * @param version The version of XGBoost, as a number; Infinity where it is not known.
 */
export function valueProblem(name: string, text: string, version: number): HyperparameterProblem | undefined {
  const allowed = Object.hasOwn(ALL, name) ? ALL[name] : undefined;
  if (allowed === undefined) return undefined;
  if (typeof allowed === 'function') return allowed(text, version);
  const [, kind, from, least, most, to] = INTERVAL.exec(allowed) ?? [];
  if (kind !== undefined) {
    if (kind === 'f' && isPythonNoBound(text)) return undefined;
    const number = kind === 'i' ? pythonInt(text) : pythonFloat(text);
    const isIn =
      (from === '[' ? number >= Number(least) : number > Number(least)) &&
      (most === '' || (to === ']' ? number <= Number(most) : number < Number(most)));
    if (isIn) return undefined;
    const lower = `${from === '[' ? 'at least' : 'more than'} ${least}`;
    const upper = most === '' ? '' : ` and ${to === ']' ? 'at most' : 'less than'} ${most}`;
    return certain(`be a ${kind === 'i' ? 'whole number' : 'number'} of ${lower}${upper}`);
  }
  const values = allowed.split('|');
  const mismatch = enumMismatch(values, text);
  if (!mismatch) return olderProblem(name, text, version);
  const { nearest, verdict } = mismatch;
  const meant = nearest === undefined ? '' : ` (did you mean '${nearest}'?)`;
  return { text: `be ${enumText(values, mismatch)}${meant}`, mayBeNewer: verdict === 'unknown' };
}

function olderProblem(name: string, value: string, version: number): HyperparameterProblem | undefined {
  const all = Object.hasOwn(VALUES_SINCE, name) ? VALUES_SINCE[name] : {};
  const since = Object.hasOwn(all, value) ? all[value] : 0;
  if (version >= since) return undefined;
  return {
    text: `be a value that version ${version} of XGBoost takes: it came with ${since.toFixed(1)}`,
    mayBeNewer: true,
  };
}
