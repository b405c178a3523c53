import type { Iam } from './iam';
import type { RoleSession } from './principal';
import type { RoleAccess, RoleVerdict } from './role-access';

/** Does with a job's role what the service does, and says what comes of it: refusals come before failures. */
export function useJobRole(iam: Iam, session: RoleSession, accesses: readonly RoleAccess[]): RoleVerdict {
  const those = (kind: RoleAccess['consequence']['kind']): RoleAccess[] =>
    accesses.filter(({ consequence }) => consequence.kind === kind);
  for (const access of those('refused')) {
    const denial = iam.use(session, [access]);
    if (denial) return { refusal: access.consequence.text(denial) };
  }
  for (const access of those('failed')) {
    const denial = iam.use(session, [access]);
    if (denial) return { failure: access.consequence.text(denial) };
  }
  iam.tryAll(session, those('unnoticed'));
  return {};
}
