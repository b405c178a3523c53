import type { InstanceUse, JobUsage } from '../../jobs/job-usage';
import { asJsonObject, type JsonObject } from '../../json-value';
import { objectsIn } from '../sagemaker-accesses';

/** The instances that a configuration of resources names, one group of them or several. */
export function instancesIn(resources: JsonObject, seconds: number): InstanceUse[] {
  const groups = resources.InstanceType === undefined ? objectsIn(resources.InstanceGroups) : [resources];
  return groups.map((group) => ({
    type: String(group.InstanceType),
    count: Number(group.InstanceCount ?? 1),
    seconds,
  }));
}

/**
 * What a training of this request uses that runs for so long.
 *
 * @param keepAliveSeconds How long its instances wait for the next job.
 */
export function trainingUsage(request: JsonObject, seconds: number, keepAliveSeconds?: number): JobUsage {
  const resources = asJsonObject(request.ResourceConfig);
  const notes = [
    ...(request.EnableManagedSpotTraining === true ? ['managed spot, which costs less'] : []),
    ...(resources.TrainingPlanArn === undefined ? [] : ['of a training plan, which is paid for in advance']),
    ...(keepAliveSeconds ? [`its instances wait for up to ${keepAliveSeconds} s more`] : []),
  ];
  return { instances: instancesIn(resources, seconds), ...(notes.length > 0 && { note: notes.join('; ') }) };
}
