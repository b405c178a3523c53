import { MOST_TRAINING_JOBS } from './tuning-limit-rules';
import { combinationsOf, trainingsIn } from './tuning-time';
import type { Request } from '../../job/request-overrides';
import { beyondLimit, type Finding, mustBe, refusal, warning } from '../../validation/finding';
import { knownItems, knownMembers, knownNumber } from '../../validation/known-value';

const CONFIG = 'HyperParameterTuningJobConfig';
/** What Hyperband takes for the largest resource where nobody says it. */
const EPOCHS = ['epochs', 'numepochs', 'n-epochs', 'n_epochs', 'num_epochs'];
const LARGEST_RESOURCE = 20_000;

const MAX_RESOURCE = {
  property: 'strategy.maxResource',
  api: `${CONFIG}.StrategyConfig.HyperbandStrategyConfig.MaxResource`,
};

/**
 * What goes with a strategy.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/automatic-model-tuning-how-it-works.html
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_HyperbandStrategyConfig.html
 */
export function* strategyRules(request: Request): Iterable<Finding> {
  const config = knownMembers(request, CONFIG) ?? {};
  yield* severalRules(request, config);
  switch (config.Strategy) {
    case 'Grid':
      yield* gridRules(request, config);
      break;
    case 'Hyperband':
      yield* hyperbandRules(request, config);
      break;
  }
  if (config.StrategyConfig !== undefined && config.Strategy !== 'Hyperband') {
    const member = { property: 'strategy', api: `${CONFIG}.StrategyConfig` };
    yield refusal(member, "must be given with 'TuningStrategy.hyperband()' only");
  }
}

/** @see https://docs.aws.amazon.com/sagemaker/latest/dg/multiple-algorithm-hpo-create-tuning-jobs.html */
function* severalRules(request: Request, config: Request): Iterable<Finding> {
  if (trainingsIn(request).length < 2) return;
  const text = 'should be left out where there are several kinds of trainings: the guide has it for one algorithm only';
  if (request.WarmStartConfig !== undefined) {
    yield warning('tuningSeveralAlgorithms', { property: 'warmStart', api: 'WarmStartConfig' }, text);
  }
  if (config.TrainingJobEarlyStoppingType !== 'Auto') return;
  const member = { property: 'earlyStopping', api: `${CONFIG}.TrainingJobEarlyStoppingType` };
  yield warning('tuningSeveralAlgorithms', member, text);
}

function* gridRules(request: Request, config: Request): Iterable<Finding> {
  const trainings = trainingsIn(request);
  for (const list of ['IntegerParameterRanges', 'ContinuousParameterRanges', 'AutoParameters']) {
    const found = trainings.flatMap(({ ranges }) => knownItems(knownMembers(ranges)?.[list]));
    if (found.length === 0) continue;
    const text = `must have categorical ranges only for 'TuningStrategy.GRID', got ${list} of '${String(found[0].Name)}'`;
    yield refusal({ property: 'training.ranges', api: list }, text);
  }
  const counts = trainings.map(({ ranges }) => combinationsOf(ranges));
  const given = knownMembers(config, 'ResourceLimits')?.MaxNumberOfTrainingJobs;
  const jobs = knownNumber(given);
  if (counts.some((count) => count === undefined)) return;
  const all = (counts as number[]).reduce((total, count) => total + count, 0);
  if (given === undefined && all > MOST_TRAINING_JOBS.other) {
    const text = `should have at most ${MOST_TRAINING_JOBS.other} combinations, the quota of training jobs, got ${all}`;
    yield warning('tuningTrainingJobs', { property: 'training.ranges', api: 'CategoricalParameterRanges' }, text);
  }
  if (jobs === undefined || jobs === all) return;
  const member = { property: 'maxTrainingJobs', api: `${CONFIG}.ResourceLimits.MaxNumberOfTrainingJobs` };
  yield mustBe(member, `left out, or ${all} for 'TuningStrategy.GRID': as many as there are combinations`, jobs);
}

function* hyperbandRules(request: Request, config: Request): Iterable<Finding> {
  if (config.TrainingJobEarlyStoppingType === 'Auto') {
    const member = { property: 'earlyStopping', api: `${CONFIG}.TrainingJobEarlyStoppingType` };
    yield refusal(
      member,
      "must not be true for 'TuningStrategy.hyperband()', which stops trainings in a way of its own",
    );
  }
  const hyperband = knownMembers(config, 'StrategyConfig', 'HyperbandStrategyConfig');
  const [min, max] = [hyperband?.MinResource, hyperband?.MaxResource].map(knownNumber);
  if (max !== undefined && max > LARGEST_RESOURCE) {
    yield beyondLimit(MAX_RESOURCE, `a whole number from 1 to ${LARGEST_RESOURCE}`, max);
  }
  if (min !== undefined && max !== undefined && min > max) {
    yield mustBe(MAX_RESOURCE, `at least the least (MinResource), ${min}`, max);
  }
  if (hyperband === undefined || hyperband.MaxResource !== undefined) return;
  const isSaid = trainingsIn(request).every(({ definition }) => {
    const names = knownMembers(definition, 'StaticHyperParameters');
    return names === undefined || EPOCHS.some((name) => name in names);
  });
  if (isSaid) return;
  const text = `must be given where no hyperparameter is one of ${EPOCHS.join(', ')}, from which SageMaker would take it`;
  yield refusal(MAX_RESOURCE, text);
}
