import type { Shape } from '../../src/validation/service-model/service-model';

/** What the services ask of members beyond what their models say, and the rules of the kinds check. */
export const STRICTER_LIMITS: { readonly [kind: string]: { readonly [member: string]: Pick<Shape, 'min' | 'max'> } } = {
  HyperParameterTuningJob: {
    'HyperParameterTuningJobConfig.ResourceLimits.MaxRuntimeInSeconds': { max: 2_592_000 },
    'HyperParameterTuningJobConfig.StrategyConfig.HyperbandStrategyConfig.MaxResource': { max: 20_000 },
  },
  IngestionJob: {
    // the name of the job follows on it
    description: { max: 136 },
  },
  TrainingJob: {
    'ResourceConfig.InstanceCount': { min: 1 },
    'ResourceConfig.VolumeSizeInGB': { min: 1 },
    'ResourceConfig.InstanceGroups': { min: 1 },
    'ResourceConfig.InstanceGroups[].InstanceCount': { min: 1 },
    'StoppingCondition.MaxRuntimeInSeconds': { max: 2_419_200 },
  },
  TransformJob: {
    MaxPayloadInMB: { max: 100 },
    'TransformResources.InstanceCount': { max: 100 },
  },
};
