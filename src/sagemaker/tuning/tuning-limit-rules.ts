import { RANGE_LISTS } from './parameter-range';
import { LONGEST_TUNING_SECONDS, trainingsIn } from './tuning-time';
import type { Request } from '../../job/request-overrides';
import { beyondLimit, type Finding, warning } from '../../validation/finding';
import { knownItems, knownMembers, knownNumber } from '../../validation/known-value';
import { shown } from '../../validation/shown';

/** What all trainings of a job may have together. */
const MOST_RANGES = 30;
const MOST_HYPERPARAMETERS = 100;
const MOST_VARIABLES = 48;
const MOST_METRICS = 20;
/** Quotas, the first of which is that of a random search with a quota that was raised. */
export const MOST_TRAINING_JOBS = { Random: 10_000, other: 750 };
const MOST_AT_ONCE = 100;

const LIMITS = 'HyperParameterTuningJobConfig.ResourceLimits';

/**
 * How much a tuning job may take.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/automatic-model-tuning-limits.html
 */
export function* limitRules(request: Request): Iterable<Finding> {
  const config = knownMembers(request, 'HyperParameterTuningJobConfig') ?? {};
  const limits = knownMembers(config, 'ResourceLimits') ?? {};
  const [jobs, atOnce, seconds] = ['MaxNumberOfTrainingJobs', 'MaxParallelTrainingJobs', 'MaxRuntimeInSeconds'].map(
    (member) => knownNumber(limits[member]),
  );
  const most = config.Strategy === 'Random' ? MOST_TRAINING_JOBS.Random : MOST_TRAINING_JOBS.other;
  const jobsMember = { property: 'maxTrainingJobs', api: `${LIMITS}.MaxNumberOfTrainingJobs` };
  const atOnceMember = { property: 'maxParallelTrainingJobs', api: `${LIMITS}.MaxParallelTrainingJobs` };
  if (jobs !== undefined && jobs > most) {
    const text = `should be at most ${most}, the quota of this strategy, got ${shown(jobs)}`;
    yield warning('tuningTrainingJobs', jobsMember, text);
  }
  if (atOnce !== undefined && atOnce > MOST_AT_ONCE) {
    const text = `should be at most ${MOST_AT_ONCE}, to which its quota of 10 can be raised, got ${shown(atOnce)}`;
    yield warning('tuningParallelJobs', atOnceMember, text);
  } else if (atOnce !== undefined && jobs !== undefined && atOnce > jobs) {
    const text = `should be at most 'maxTrainingJobs', ${jobs}, got ${shown(atOnce)}`;
    yield warning('tuningParallelJobs', atOnceMember, text);
  }
  if (seconds !== undefined && seconds > LONGEST_TUNING_SECONDS) {
    const member = { property: 'maxRuntime', api: `${LIMITS}.MaxRuntimeInSeconds` };
    yield beyondLimit(member, `a whole number from 120 to ${LONGEST_TUNING_SECONDS} (30 days, in seconds)`, seconds);
  }
  yield* sizeRules(request);
}

/** What the model says of each training holds for all of them together. */
function* sizeRules(request: Request): Iterable<Finding> {
  const trainings = trainingsIn(request);
  const searched = trainings.map(({ ranges }) =>
    RANGE_LISTS.reduce((total, list) => total + knownItems(knownMembers(ranges)?.[list]).length, 0),
  );
  const fixed = trainings.map(({ definition }) => sizeOf(definition.StaticHyperParameters));
  const member = request.TrainingJobDefinitions === undefined ? 'training' : 'trainingDefinitions';
  const total = sum(searched);
  if (total > MOST_RANGES) {
    yield beyondLimit(`${member}.ranges`, `at most ${MOST_RANGES} ranges for all trainings`, total);
  }
  const most = Math.max(...searched.map((count, index) => count + fixed[index]));
  if (most > MOST_HYPERPARAMETERS) {
    const allowed = `at most ${MOST_HYPERPARAMETERS} hyperparameters, with those that are searched for`;
    yield beyondLimit(`${member}.staticHyperparameters`, allowed, most);
  }
  const variables = sum(trainings.map(({ definition }) => sizeOf(definition.Environment)));
  if (variables > MOST_VARIABLES) {
    yield beyondLimit(`${member}.environment`, `at most ${MOST_VARIABLES} variables for all trainings`, variables);
  }
  const metrics = sum(
    trainings.map(
      ({ definition }) => knownItems(knownMembers(definition, 'AlgorithmSpecification')?.MetricDefinitions).length,
    ),
  );
  if (metrics > MOST_METRICS) {
    const text = `should be at most ${MOST_METRICS} for a tuning job, got ${metrics}`;
    yield warning('tuningMetrics', `${member}.algorithm.metricDefinitions`, text);
  }
}

function sizeOf(map: unknown): number {
  return Object.keys(knownMembers(map) ?? {}).length;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
