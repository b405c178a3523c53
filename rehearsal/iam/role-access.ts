import type { Access } from './access';
import type { Denial } from './denial';

/** What becomes of a job whose role may not do something. */
export interface Consequence {
  /** The call that would create the job is refused, the job fails soon after its start, or nobody notices. */
  readonly kind: 'refused' | 'failed' | 'unnoticed';
  /** What the service says. */
  readonly text: (denial: Denial) => string;
}

/** An access that a service makes with the role of a job. */
export interface RoleAccess extends Access {
  readonly consequence: Consequence;
}

/** What a job's role makes of the job: nothing, where the role may do all that the job needs. */
export interface RoleVerdict {
  readonly refusal?: string;
  readonly failure?: string;
}

/** Without any of these, the job is not created. */
export function orRefused(accesses: readonly Access[], text: Consequence['text']): RoleAccess[] {
  return withConsequence(accesses, { kind: 'refused', text });
}

/** Without any of these, the job fails. */
export function orFailed(accesses: readonly Access[], text: Consequence['text']): RoleAccess[] {
  return withConsequence(accesses, { kind: 'failed', text });
}

/** Without any of these, the job goes on. */
export function orUnnoticed(accesses: readonly Access[]): RoleAccess[] {
  return withConsequence(accesses, { kind: 'unnoticed', text: ({ message }) => message });
}

function withConsequence(accesses: readonly Access[], consequence: Consequence): RoleAccess[] {
  return accesses.map((access) => ({ ...access, consequence }));
}
