import { enumMismatch, enumText } from '../../validation/enum-check';

/** An interval of whole numbers (`i`) or of any (`f`), values, or nothing where any value may do. */
type Allowed = string;

/**
 * The hyperparameters of SageMaker's XGBoost, and what its container takes: those of all versions, and the values of all.
 *
 * @see https://github.com/aws/sagemaker-xgboost-container/blob/master/src/sagemaker_xgboost_container/algorithm_mode/hyperparameter_validation.py
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/xgboost_hyperparameters.html
 */
const HYPERPARAMETERS: { readonly [name: string]: Allowed } = {
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
  updater: '',
  dsplit: 'row|col',
  refresh_leaf: 'i[0,1]',
  process_type: 'default|update',
  grow_policy: 'depthwise|lossguide',
  max_leaves: 'i[0,',
  max_bin: 'i[0,',
  predictor: 'auto|cpu_predictor|gpu_predictor',
  monotone_constraints: '',
  interaction_constraints: '',
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
  eval_metric: '',
  seed: '',
  num_parallel_tree: 'i[1,',
  save_model_on_termination: 'true|false',
  aft_loss_distribution: 'normal|logistic|extreme',
  aft_loss_distribution_scale: 'f[0,',
  single_precision_histogram: 'true|false',
  deterministic_histogram: 'true|false',
  sampling_method: 'uniform|gradient_based',
  prob_buffer_row: '',
  use_dask_gpu_training: 'true|false',
};
const NAMES = Object.keys(HYPERPARAMETERS);
const INTERVAL = /^([if])([[(])(\d),(\d?)([\])]?)$/;
/** What Python's `int()` and `float()` take; of what is endless or no number, nothing is said. */
const WHOLE = /^[+-]?\d+(?:_\d+)*$/;
const NUMBER = /^[+-]?(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:e[+-]?\d+)?$/i;
const NO_BOUND = /^[+-]?(?:inf(?:inity)?|nan)$/i;

/** What is wrong, as a message says it. */
export interface HyperparameterProblem {
  readonly text: string;
  /** Whether it may be right with an image that is newer than this library. */
  readonly mayBeNewer: boolean;
}

/** What is wrong with a name. Those that begin so are of the service, or of its tools. */
export function nameProblem(name: string): HyperparameterProblem | undefined {
  const mismatch = /^(?:_|sagemaker_)/.test(name) ? undefined : enumMismatch(NAMES, name);
  if (!mismatch) return undefined;
  const { nearest, verdict } = mismatch;
  const advice = nearest === undefined ? 'leave it out' : `did you mean '${nearest}'?`;
  const text = `be a hyperparameter of SageMaker's XGBoost, which refuses any other: ${advice}`;
  return { text, mayBeNewer: verdict === 'unknown' };
}

/** What is wrong with a value of a hyperparameter. */
export function valueProblem(name: string, text: string): HyperparameterProblem | undefined {
  const allowed = Object.hasOwn(HYPERPARAMETERS, name) ? HYPERPARAMETERS[name] : '';
  const [, kind, from, least, most, to] = INTERVAL.exec(allowed) ?? [];
  if (kind !== undefined) {
    if (kind === 'f' && NO_BOUND.test(text)) return undefined;
    const number = (kind === 'i' ? WHOLE : NUMBER).test(text) ? Number(text.replaceAll('_', '')) : NaN;
    const isIn =
      (from === '[' ? number >= Number(least) : number > Number(least)) &&
      (most === '' || (to === ']' ? number <= Number(most) : number < Number(most)));
    if (isIn) return undefined;
    const lower = `${from === '[' ? 'at least' : 'more than'} ${least}`;
    const upper = most === '' ? '' : ` and ${to === ']' ? 'at most' : 'less than'} ${most}`;
    return { text: `be a ${kind === 'i' ? 'whole number' : 'number'} of ${lower}${upper}`, mayBeNewer: false };
  }
  const values = allowed.split('|');
  const mismatch = allowed === '' ? undefined : enumMismatch(values, text);
  if (!mismatch) return undefined;
  const { nearest, verdict } = mismatch;
  const meant = nearest === undefined ? '' : ` (did you mean '${nearest}'?)`;
  return { text: `be ${enumText(values, mismatch)}${meant}`, mayBeNewer: verdict === 'unknown' };
}
