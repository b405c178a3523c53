import { asJsonObject, type JsonObject } from '../../json-value';
import { objectsIn } from '../sagemaker-accesses';

/** What it publishes where nobody says what to evaluate, by the beginning of the objective. */
const USUAL: readonly (readonly [objective: string, metric: string])[] = [
  ['binary', 'logloss'],
  ['multi', 'mlogloss'],
  ['rank', 'map'],
  ['', 'rmse'],
];

/**
 * What a tuning job may look for, and since which version.
 *
 * @see https://github.com/aws/sagemaker-xgboost-container/blob/master/src/sagemaker_xgboost_container/constants/xgb_constants.py
 */
const OBJECTIVES: readonly (readonly [version: number, metrics: string])[] = [
  [0, 'accuracy auc aucpr cox-nloglik error f1 gamma-deviance gamma-nloglik logloss mae map merror mlogloss mse ndcg'],
  [0, 'poisson-nloglik rmse tweedie-nloglik'],
  [1, 'rmsle'],
  [1.2, 'aft-nloglik f1_binary f1_macro interval-regression-accuracy mphe r2'],
  [1.3, 'balanced_accuracy mape precision precision_macro precision_micro recall recall_macro recall_micro'],
];

/** Whether a training uses the XGBoost that is built in. */
export function isXgboost(training: JsonObject): boolean {
  return /\/(sagemaker-)?xgboost:/.test(imageOf(training));
}

/** The metrics of a training with it: it evaluates each of its channels. */
export function xgboostMetrics(training: JsonObject): string[] {
  const { objective = '', eval_metric: evaluated } = asJsonObject(training.HyperParameters);
  const usual = USUAL.find(([beginning]) => String(objective).startsWith(beginning))?.[1];
  const metrics = String(evaluated ?? usual).split(',');
  return channelsOf(training)
    .filter((channel) => channel === 'train' || channel === 'validation')
    .flatMap((channel) => metrics.map((metric) => `${channel}:${metric.trim()}`));
}

/** Whether a training has a value of the objective of a tuning job: it learns what that is, and evaluates it. */
export function isXgboostObjective(name: string, training: JsonObject): boolean {
  const [channel, metric] = name.split(':');
  const version = versionOf(training);
  const isKnown = OBJECTIVES.some(([since, metrics]) => version >= since && metrics.split(' ').includes(metric));
  return isKnown && channel === 'validation' && channelsOf(training).includes(channel);
}

function imageOf({ AlgorithmSpecification: algorithm }: JsonObject): string {
  return String(asJsonObject(algorithm).TrainingImage);
}

/** That of the repository xgboost is older than all of the other. */
function versionOf(training: JsonObject): number {
  const [, version] = /\/sagemaker-xgboost:(?:(\d+\.\d+)|.)/.exec(imageOf(training)) ?? [undefined, '0'];
  return version === undefined ? Infinity : Number(version);
}

function channelsOf({ InputDataConfig: channels }: JsonObject): string[] {
  return objectsIn(channels).map(({ ChannelName: name }) => String(name));
}
