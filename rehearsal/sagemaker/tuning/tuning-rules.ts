import { asTrainingRequest, configOf, trainingsIn } from './tuning-trainings';
import { ServiceError } from '../../emulated-api/service-error';
import { asJsonObject, type JsonObject } from '../../json-value';
import { objectsIn } from '../sagemaker-accesses';
import { checkTrainingRequest } from '../training/training-rules';

const RANGES = ['IntegerParameterRanges', 'ContinuousParameterRanges', 'CategoricalParameterRanges'];
const MOST_RANGES = 30;

/** Refuses a request for a tuning job whose members do not fit together. */
export function checkTuningRequest(request: JsonObject): void {
  if ((request.TrainingJobDefinition === undefined) === (request.TrainingJobDefinitions === undefined)) {
    throw ServiceError.validation('Exactly one of TrainingJobDefinition and TrainingJobDefinitions must be provided.');
  }
  const config = configOf(request);
  const trainings = trainingsIn(request);
  for (const training of trainings) {
    checkTrainingRequest(asTrainingRequest(training, ''));
    checkObjective(training);
    for (const list of RANGES.slice(0, 2)) checkNumbers(list, training);
  }
  const searched = trainings.flatMap(({ HyperParameterRanges: ranges }) =>
    RANGES.flatMap((list) => objectsIn(asJsonObject(ranges)[list])),
  );
  if (searched.length > MOST_RANGES) {
    throw ServiceError.validation(`A tuning job can search for at most ${MOST_RANGES} hyperparameters.`);
  }
  checkStrategy(config, trainings);
}

/** A built-in algorithm of AWS has metrics of its own; of others, SageMaker knows only what the request says. */
function checkObjective({ TuningObjective: objective, AlgorithmSpecification: algorithm }: JsonObject): void {
  const { MetricName: name } = asJsonObject(objective);
  const { MetricDefinitions: definitions } = asJsonObject(algorithm);
  if (definitions === undefined || objectsIn(definitions).some(({ Name }) => Name === name)) return;
  throw ServiceError.validation(
    'A metric is required for this hyperparameter tuning job objective. Provide a metric in the metric definitions.',
  );
}

function checkNumbers(list: string, { HyperParameterRanges: ranges }: JsonObject): void {
  for (const { Name: name, MinValue: min, MaxValue: max, ScalingType: scaling } of objectsIn(
    asJsonObject(ranges)[list],
  )) {
    if (!(Number(min) <= Number(max))) {
      throw ServiceError.validation(
        `The range of ${String(name)} must have numbers, of which MinValue is not the larger.`,
      );
    }
    if (scaling === 'Logarithmic' && Number(min) <= 0) {
      throw ServiceError.validation(`The range of ${String(name)} must be greater than 0 for logarithmic scaling.`);
    }
  }
}

function checkStrategy(config: JsonObject, trainings: readonly JsonObject[]): void {
  const { Strategy: strategy, StrategyConfig, TrainingJobEarlyStoppingType: early } = config;
  if (strategy !== 'Hyperband' && StrategyConfig !== undefined) {
    throw ServiceError.validation('StrategyConfig is only supported for the Hyperband strategy.');
  }
  if (strategy === 'Hyperband' && early === 'Auto') {
    throw ServiceError.validation('TrainingJobEarlyStoppingType must be Off for the Hyperband strategy.');
  }
  if (strategy !== 'Grid') return;
  const isNumeric = ({ HyperParameterRanges: ranges }: JsonObject) =>
    RANGES.slice(0, 2).some((list) => objectsIn(asJsonObject(ranges)[list]).length > 0);
  if (trainings.some(isNumeric)) {
    throw ServiceError.validation('The Grid strategy supports categorical parameter ranges only.');
  }
}
