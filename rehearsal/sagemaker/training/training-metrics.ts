import { createHash } from 'node:crypto';
import { isXgboost, isXgboostObjective, xgboostMetrics } from './xgboost-metrics';
import { asJsonObject, type JsonObject } from '../../json-value';
import { objectsIn } from '../sagemaker-accesses';

/** Where the last value of a metric comes from: what is not reported has none. */
export type MetricOrigin = 'scripted' | 'invented' | 'unread' | 'unreported' | 'unknown' | 'unsearched';

/** Where a metric of a job in an account comes from; of algorithms that others have made, nobody here knows what they report. */
export function metricOrigin(
  name: string,
  request: JsonObject,
  scripted: Readonly<Record<string, number>>,
  account: string,
): MetricOrigin {
  if (name in scripted) return 'scripted';
  if (finalMetrics(request, scripted).has(name)) return 'invented';
  return isOfOthers(request, account) && !isXgboost(request) ? 'unknown' : 'unreported';
}

/**
 * Where the objective of a tuning job comes from, by the request of a training that it launches. What algorithms that others have made
 * report nobody here knows: they are taken to have it, for the job looks for the best one.
 */
export function objectiveOrigin(...[name, request, scripted, account]: Parameters<typeof metricOrigin>): MetricOrigin {
  if (name in scripted) return 'scripted';
  if (isXgboost(request)) return isXgboostObjective(name, request) ? 'invented' : 'unreported';
  const origin = metricOrigin(name, request, scripted, account);
  return origin === 'unknown' ? 'invented' : origin;
}

/** The last value of the objective of a tuning job that is reported. */
export function objectiveValue(
  name: string,
  request: JsonObject,
  scripted: Readonly<Record<string, number>> = {},
): number {
  return finalMetrics(request, scripted).get(name) ?? plausibleValue(name);
}

/** The last value of each metric of a training job: those of the script, and plausible ones of all others. */
export function finalMetrics(request: JsonObject, scripted: Readonly<Record<string, number>>): Map<string, number> {
  const published = [...definedMetrics(request), ...(isXgboost(request) ? xgboostMetrics(request) : [])];
  const plausible = published.map((name): [string, number] => [name, plausibleValue(name)]);
  return new Map([...plausible, ...Object.entries(scripted)]);
}

function definedMetrics({ AlgorithmSpecification: algorithm }: JsonObject): string[] {
  return objectsIn(asJsonObject(algorithm).MetricDefinitions).map(({ Name: name }) => String(name));
}

function isOfOthers({ AlgorithmSpecification: algorithm }: JsonObject, account: string): boolean {
  const { TrainingImage: image } = asJsonObject(algorithm);
  const registry = /^(\d{12})\.dkr\.ecr\./.exec(String(image))?.[1];
  return image === undefined || (registry !== undefined && registry !== account);
}

/** Metrics that are the better the smaller they are. */
const ERROR_METRIC = /err|loss|rmse|mae|mape|mphe|deviance|nloglik/i;

/** What a good model might have: between 0 and 1, and the same in every rehearsal. */
function plausibleValue(name: string): number {
  const [first] = createHash('sha256').update(name).digest();
  const shortfall = (first / 255) * 0.25;
  return Math.round((ERROR_METRIC.test(name) ? shortfall : 1 - shortfall) * 1000) / 1000;
}
