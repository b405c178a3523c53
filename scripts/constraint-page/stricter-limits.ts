import type { Shape } from '../../src/validation/service-model/service-model';

/** What the services ask of members beyond what their models say, and the rules of the kinds check. */
export const STRICTER_LIMITS: { readonly [kind: string]: { readonly [member: string]: Pick<Shape, 'min' | 'max'> } } = {
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
