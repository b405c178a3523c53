import type { Access } from './access';
import { accountOf, type Principal } from './principal';

/** Who accesses a resource, and whose it is, by their accounts. */
export interface Ownership {
  /** The account of the caller; undefined of a service. */
  readonly caller?: string;
  /** The account of the resource; undefined where nobody here knows it. */
  readonly owner?: string;
  /** Whether the resource belongs to another account than the caller. */
  readonly isForeign: boolean;
}

export function ownershipOf(principal: Principal, { resource, resourceAccount }: Access): Ownership {
  const caller = accountOf(principal);
  const owner = resourceAccount ?? (resource.split(':')[4] || caller);
  return { caller, owner, isForeign: caller !== undefined && owner !== caller };
}
