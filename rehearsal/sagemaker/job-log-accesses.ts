import type { Environment } from '../environment';
import { accessesTo } from '../iam/access';
import { newLogAccesses } from '../iam/log-accesses';
import { orUnnoticed, type RoleAccess } from '../iam/role-access';

/** The accesses needed to write a job's log and its metrics: what cannot be written is lost. */
export function jobLogAccesses(environment: Environment, group: string, stream: string): RoleAccess[] {
  return orUnnoticed([...newLogAccesses({ ...environment, group, stream }), ...metricAccesses()]);
}

function metricAccesses() {
  return accessesTo('*', ['cloudwatch:PutMetricData']);
}
