import { uploaded, ACCOUNT } from './fixture-batch';
import { IamFixture, WORKER_SESSION } from './fixture-iam';
import { useJobRole } from '../../rehearsal/iam/job-role';
import type { RoleAccess, RoleVerdict } from '../../rehearsal/iam/role-access';
import type { JsonObject } from '../../rehearsal/json-value';

/** Where jobs run whose roles are tested. */
export function jobPlace(iam = new IamFixture()) {
  return { iam, owner: ACCOUNT, assets: uploaded({ 'train/a.csv': '1' }) };
}

/** The accesses as `action resource`, with what becomes of the job without. */
export function accessTexts(accesses: readonly RoleAccess[]): string[] {
  return accesses.map(({ action, resource, consequence }) => `${consequence.kind}: ${action} ${resource}`);
}

/** What becomes of a job whose role has such statements. */
export function verdictOf(
  statements: readonly JsonObject[],
  accessesIn: (place: ReturnType<typeof jobPlace>) => readonly RoleAccess[],
): RoleVerdict {
  const iam = new IamFixture();
  iam.role(statements);
  return useJobRole(iam, WORKER_SESSION, accessesIn(jobPlace(iam)));
}
