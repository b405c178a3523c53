import type { Request } from '../../job/request-overrides';
import { knownItems, knownMembers, knownNumber, knownText } from '../../validation/known-value';
import { isUnknown } from '../../validation/unknown-value';
import { longestRunOf } from '../training/training-stopping';

/** How long each training job may take to get its instances, in seconds. */
const START_SECONDS = 10 * 60;

/**
 * The longest that a tuning job runs, in seconds.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/automatic-model-tuning-limits.html
 */
export const LONGEST_TUNING_SECONDS = 30 * 24 * 3600;

/** The trainings of a request, with the ranges that belong to them. */
export function trainingsIn(request: Request): { readonly definition: Request; readonly ranges: unknown }[] {
  const definitions = knownItems(request.TrainingJobDefinitions);
  if (definitions.length > 0) {
    return definitions.map((definition) => ({ definition, ranges: definition.HyperParameterRanges }));
  }
  const definition = knownMembers(request, 'TrainingJobDefinition') ?? {};
  const ranges = knownMembers(request, 'HyperParameterTuningJobConfig')?.ParameterRanges;
  return [{ definition, ranges: ranges ?? definition.HyperParameterRanges }];
}

/** How many combinations there are of categorical ranges; undefined where that is not known. */
export function combinationsOf(ranges: unknown): number | undefined {
  const counts = knownItems(knownMembers(ranges)?.CategoricalParameterRanges).map(({ Values }) => countOf(Values));
  if (counts.length === 0) return undefined;
  return counts.reduce<number | undefined>(
    (product, count) => (product === undefined || count === undefined ? undefined : product * count),
    1,
  );
}

/** How many different values there are; undefined where only the deployment knows all of them. */
function countOf(values: unknown): number | undefined {
  if (!Array.isArray(values) || isUnknown(values)) return undefined;
  const texts = values.map(knownText);
  return texts.includes(undefined) ? undefined : new Set(texts).size;
}

/** How long a tuning job may run at most, as far as its request says it: the training jobs of each round all take their time. */
export function longestTuningOf(request: Request): number | undefined {
  const config = knownMembers(request, 'HyperParameterTuningJobConfig');
  const limits = knownMembers(config, 'ResourceLimits') ?? {};
  const trainings = trainingsIn(request);
  const { MaxRuntimeInSeconds: longest = LONGEST_TUNING_SECONDS, MaxParallelTrainingJobs: parallel = 1 } = limits;
  const grid = config?.Strategy === 'Grid' ? sum(trainings.map(({ ranges }) => combinationsOf(ranges))) : undefined;
  const jobs = limits.MaxNumberOfTrainingJobs ?? grid ?? Infinity;
  const runs = trainings.map(({ definition }) => longestRunOf(definition));
  const [limit, count, atOnce] = [longest, jobs, parallel].map(knownNumber);
  if (limit === undefined || count === undefined || atOnce === undefined) return undefined;
  if (runs.some((run) => run === undefined)) return undefined;
  const rounds = Math.ceil(count / atOnce);
  return Math.min(limit, rounds * (Math.max(...(runs as number[])) + START_SECONDS));
}

function sum(counts: readonly (number | undefined)[]): number | undefined {
  return counts.reduce<number | undefined>(
    (total, count) => (total === undefined || count === undefined ? undefined : total + count),
    0,
  );
}
