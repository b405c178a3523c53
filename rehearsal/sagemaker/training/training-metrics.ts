import { createHash } from 'node:crypto';
import { isJsonObject, type JsonObject, type JsonValue } from '../../json-value';

/** What the built-in XGBoost publishes where nobody says what to evaluate, by the beginning of the objective. */
const XGBOOST_METRICS: readonly (readonly [objective: string, metric: string])[] = [
  ['binary', 'logloss'],
  ['multi', 'mlogloss'],
  ['rank', 'map'],
  ['', 'rmse'],
];

/** Where the last value of a metric comes from: what is not reported has none. */
export type MetricOrigin = 'scripted' | 'invented' | 'unreported' | 'unknown' | 'unsearched';

/** Where a metric of a job in an account comes from; of algorithms that others have made, nobody here knows what they report. */
export function metricOrigin(
  name: string,
  request: JsonObject,
  scripted: Readonly<Record<string, number>>,
  account: string,
): MetricOrigin {
  if (name in scripted) return 'scripted';
  if (finalMetrics(request, scripted).has(name)) return 'invented';
  const { AlgorithmSpecification: algorithm } = request;
  const { TrainingImage: image } = isJsonObject(algorithm) ? algorithm : {};
  const registry = /^(\d{12})\.dkr\.ecr\./.exec(String(image))?.[1];
  const isOfOthers = image === undefined || (registry !== undefined && registry !== account);
  return isOfOthers && !isXgboost(request) ? 'unknown' : 'unreported';
}

/** The last value of a metric that an algorithm surely has, for a tuning job looks for the best one. */
export function metricValue(
  name: string,
  request: JsonObject,
  scripted: Readonly<Record<string, number>> = {},
): number {
  return finalMetrics(request, scripted).get(name) ?? plausibleValue(name);
}

/** The last value of each metric of a training job: those of the script, and plausible ones of all others. */
export function finalMetrics(request: JsonObject, scripted: Readonly<Record<string, number>>): Map<string, number> {
  const published = [...definedMetrics(request), ...builtInMetrics(request)];
  const plausible = published.map((name): [string, number] => [name, plausibleValue(name)]);
  return new Map([...plausible, ...Object.entries(scripted)]);
}

function definedMetrics({ AlgorithmSpecification: algorithm }: JsonObject): string[] {
  const { MetricDefinitions: definitions } = isJsonObject(algorithm) ? algorithm : {};
  return objects(definitions).map(({ Name: name }) => String(name));
}

/** The built-in XGBoost evaluates each of its channels. */
function builtInMetrics(request: JsonObject): string[] {
  const { HyperParameters: hyperParameters, InputDataConfig: channels } = request;
  if (!isXgboost(request)) return [];
  const { objective = '', eval_metric: evaluated } = isJsonObject(hyperParameters) ? hyperParameters : {};
  const usual = XGBOOST_METRICS.find(([beginning]) => String(objective).startsWith(beginning))?.[1];
  const metrics = String(evaluated ?? usual).split(',');
  const evaluatedChannels = objects(channels)
    .map(({ ChannelName: channel }) => String(channel))
    .filter((channel) => channel === 'train' || channel === 'validation');
  return evaluatedChannels.flatMap((channel) => metrics.map((metric) => `${channel}:${metric.trim()}`));
}

function isXgboost({ AlgorithmSpecification: algorithm }: JsonObject): boolean {
  const { TrainingImage: image } = isJsonObject(algorithm) ? algorithm : {};
  return /\/(sagemaker-)?xgboost:/.test(String(image));
}

/** Metrics that are the better the smaller they are. */
const ERROR_METRIC = /err|loss|rmse|mae|mape|mphe|deviance|nloglik/i;

/** What a good model might have: between 0 and 1, and the same in every rehearsal. */
function plausibleValue(name: string): number {
  const [first] = createHash('sha256').update(name).digest();
  const shortfall = (first / 255) * 0.25;
  return Math.round((ERROR_METRIC.test(name) ? shortfall : 1 - shortfall) * 1000) / 1000;
}

function objects(value: JsonValue | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}
