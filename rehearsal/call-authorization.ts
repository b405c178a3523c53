import { callAccesses } from './call-accesses';
import type { ApiCall } from './emulated-api/api-call';
import { ServiceError } from './emulated-api/service-error';
import { callerSession } from './iam/caller-session';
import type { Iam } from './iam/iam';
import type { Supposition } from '../unconfirmed/supposition';

/** Refuses a call that its caller may not make. */
export function authorizeCall(iam: Iam, call: ApiCall, supposition?: Supposition): void {
  if (call.roleArn === '') return;
  const denial = iam.use(callerSession(call), callAccesses(call, iam, supposition));
  if (denial) throw new ServiceError('AccessDeniedException', denial.message);
}
