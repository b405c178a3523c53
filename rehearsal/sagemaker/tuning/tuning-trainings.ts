import { asJsonObject, isJsonObject, type JsonObject } from '../../json-value';
import { objectsIn } from '../sagemaker-accesses';

/** The trainings that a tuning job launches, each with its objective and its ranges, however they were given. */
export function trainingsIn(request: JsonObject): JsonObject[] {
  const { HyperParameterTuningJobObjective: objective, ParameterRanges: ranges } = configOf(request);
  const one = isJsonObject(request.TrainingJobDefinition) ? [request.TrainingJobDefinition] : [];
  return [
    ...one.map((definition) => ({
      ...(objective !== undefined && { TuningObjective: objective }),
      ...(ranges !== undefined && { HyperParameterRanges: ranges }),
      ...definition,
    })),
    ...objectsIn(request.TrainingJobDefinitions),
  ];
}

/** The configuration of a tuning job. */
export function configOf(request: JsonObject): JsonObject {
  return asJsonObject(request.HyperParameterTuningJobConfig);
}

/** A training as the request of a training job that SageMaker makes of it. */
export function asTrainingRequest(training: JsonObject, TrainingJobName: string): JsonObject {
  const { StaticHyperParameters, ResourceConfig, HyperParameterTuningResourceConfig: flexible, ...rest } = training;
  const [first = {}] = objectsIn(asJsonObject(flexible).InstanceConfigs);
  return {
    ...rest,
    TrainingJobName,
    HyperParameters: { ...asJsonObject(StaticHyperParameters) },
    ResourceConfig: ResourceConfig ?? { ...asJsonObject(flexible), ...first },
  };
}
