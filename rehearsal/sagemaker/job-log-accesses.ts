import { accessesTo } from '../iam/access';
import { writeNewLog } from '../iam/log-accesses';
import { orUnnoticed, type RoleAccess } from '../iam/role-access';
import type { JobEnvironment } from '../jobs/job-regions';

/** Writes a job's log, and says how the job is doing: what cannot be written is lost. */
export function jobLogAccesses(environment: JobEnvironment, group: string, stream: string): RoleAccess[] {
  return orUnnoticed([...writeNewLog({ ...environment, group, stream }), ...metricAccesses()]);
}

function metricAccesses() {
  return accessesTo('*', ['cloudwatch:PutMetricData']);
}
