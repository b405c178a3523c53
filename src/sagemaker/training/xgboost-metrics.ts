import { certain, type HyperparameterProblem } from './hyperparameter-problem';
import { isPythonNoBound, pythonFloat } from './python-number';
import { enumMismatch, enumText } from '../../validation/enum-check';

/** The metrics of SageMaker's XGBoost that are to be large, and since which version it has them. */
const MAXIMIZED = {
  'accuracy auc aucpr f1 map ndcg': 0,
  'f1_binary f1_macro r2': 1.2,
  'balanced_accuracy precision precision_macro precision_micro recall recall_macro recall_micro': 1.3,
};
/** Those that are to be small. */
const MINIMIZED = {
  'cox-nloglik error gamma-deviance gamma-nloglik logloss mae merror mlogloss mse poisson-nloglik rmse tweedie-nloglik': 0,
  rmsle: 1,
  'aft-nloglik interval-regression-accuracy mphe': 1.2,
  mape: 1.3,
};
/** Since when what is to be small and large is as above: before, likelihoods were to be large. */
const DIRECTIONS_SINCE = 1;
/** Accuracy is to be large, although the container takes this one for an error. */
const OF_UNCERTAIN_DIRECTION = 'interval-regression-accuracy';
/** Those that may have a threshold, as in `error@0.7`. */
const WITH_THRESHOLD = ['error', 'ndcg', 'map'];
/** What the metrics of a tuning job are called. */
const OF_VALIDATION = 'validation:';

const SINCE = new Map(
  [...Object.entries(MAXIMIZED), ...Object.entries(MINIMIZED)].flatMap(([names, version]) =>
    names.split(' ').map((name) => [name, version] as const),
  ),
);
const METRICS = [...SINCE.keys()].sort();

/** The metrics in a value of `eval_metric`. */
export function metricsIn(text: string): readonly string[] {
  return text.split(',');
}

/**
 * What is wrong with the value of `eval_metric`: metrics with commas between them.
 *
 * @param version The version of XGBoost, as a number; Infinity where it is not known.
 * @see https://github.com/aws/sagemaker-xgboost-container/blob/master/src/sagemaker_xgboost_container/constants/xgb_constants.py
 */
export function evalMetricProblem(text: string, version: number): HyperparameterProblem | undefined {
  const given = metricsIn(text);
  const wrong = given.filter((metric) => metricProblem(metric, version) !== undefined);
  if (wrong.length === 0) return undefined;
  const plain = text.replace(/[[\]"'\s]|\b(?:validation|train):/g, '').replace(/,+$/, '');
  const isWell = plain !== text && plain !== '' && metricsIn(plain).every((each) => !metricProblem(each, version));
  if (isWell) return certain(`be nothing but metrics with commas between them, as in '${plain}'`);
  return metricProblem(wrong[0], version);
}

function metricProblem(metric: string, version: number): HyperparameterProblem | undefined {
  if (metric.includes('@')) return thresholdProblem(metric);
  const since = SINCE.get(metric);
  if (since !== undefined) {
    const text = `be a metric that version ${version} of XGBoost has: '${metric}' came with ${since.toFixed(1)}`;
    return version >= since ? undefined : { text, mayBeNewer: true };
  }
  const mismatch = enumMismatch(METRICS, metric)!;
  const { nearest, verdict } = mismatch;
  const meant = nearest === undefined ? '' : ` (did you mean '${nearest}'?)`;
  const text = `be ${enumText(METRICS, mismatch)}, or several with commas between them${meant}`;
  return { text, mayBeNewer: verdict === 'unknown' };
}

function thresholdProblem(metric: string): HyperparameterProblem | undefined {
  const [name, threshold] = metric.split('@').map((part) => part.trim());
  if (!WITH_THRESHOLD.includes(name)) {
    return certain(`have a threshold for ${WITH_THRESHOLD.join(', ')} alone, as in 'error@0.7'`);
  }
  if (isPythonNoBound(threshold) || !Number.isNaN(pythonFloat(threshold))) return undefined;
  return certain(`have a number for a threshold, as in '${name}@${name === 'error' ? '0.7' : '10'}'`);
}

/** What is wrong with the objective of a tuning job, and with the direction in which it goes. */
export function tuningMetricProblem(metric: string, version: number): HyperparameterProblem | undefined {
  const name = metric.startsWith(OF_VALIDATION) ? metric.slice(OF_VALIDATION.length) : undefined;
  if (name !== undefined && SINCE.has(name)) return metricProblem(name, version);
  const plain = metric.replace(/^.*[:\s]/, '');
  const nearest = SINCE.has(plain) ? plain : enumMismatch(METRICS, plain)?.nearest;
  const meant = nearest === undefined ? '' : `: did you mean '${OF_VALIDATION}${nearest}'?`;
  const isOther = nearest !== plain && name !== undefined && enumMismatch(METRICS, plain)?.verdict === 'unknown';
  const text = `be a metric that SageMaker's XGBoost reports of its channel validation, such as '${OF_VALIDATION}rmse'${meant}`;
  return { text, mayBeNewer: isOther };
}

/** In which direction a metric of a tuning job goes, where that is known. */
export function directionOf(metric: string, version: number): 'Maximize' | 'Minimize' | undefined {
  const name = metric.slice(OF_VALIDATION.length);
  if (version < DIRECTIONS_SINCE || !metric.startsWith(OF_VALIDATION) || name === OF_UNCERTAIN_DIRECTION) {
    return undefined;
  }
  const has = (names: object) => Object.keys(names).some((each) => each.split(' ').includes(name));
  return has(MAXIMIZED) ? 'Maximize' : has(MINIMIZED) ? 'Minimize' : undefined;
}
