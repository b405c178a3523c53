import type { ResourceRequest } from './resource-provider';
import { ServiceError } from '../emulated-api/service-error';
import type { EmulatedJob } from '../jobs/emulated-job';
import { networkOf } from '../jobs/job-network';

const NOUNS: Record<string, string> = { 'AWS::EC2::SecurityGroup': 'security group', 'AWS::EC2::Subnet': 'subnet' };

/** Refuses to delete a subnet or a security group that a job has network interfaces in. */
export function checkUnused(id: string, { type }: ResourceRequest, jobs: readonly EmulatedJob[]): void {
  const noun = NOUNS[type];
  if (noun === undefined) return;
  const user = jobs.find((job) => !job.finished && networkOf(job.request).includes(id));
  if (!user) return;
  throw ServiceError.validation(
    `The ${noun} '${id}' has dependencies and cannot be deleted: ${user.name} has network interfaces in it. (Service: Ec2, Status Code: 400)`,
  );
}
