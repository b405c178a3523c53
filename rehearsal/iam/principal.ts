import type { Principals } from './policy-statement';
import { matchesArn } from './wildcard';

/** A role that somebody has assumed. */
export interface RoleSession {
  readonly roleArn: string;
  /** What the session is called: as the service that has assumed the role calls it. */
  readonly name: string;
  /** Where it sends its requests. */
  readonly region: string;
  /** The function that runs with the role, if one does. */
  readonly functionArn?: string;
}

/** A service of AWS that acts by itself. */
export interface ServicePrincipal {
  /** Such as `sagemaker.amazonaws.com`. */
  readonly service: string;
}

export type Principal = RoleSession | ServicePrincipal;

/**
 * How a statement of a resource's policy is about somebody: it names the session or everybody, names the role, or hands
 * over to the policies of the account.
 */
export type Concern = 'session' | 'role' | 'account' | undefined;

export function isService(principal: Principal): principal is ServicePrincipal {
  return 'service' in principal;
}

/** The account and the name of a role, whatever its path. */
export function roleNameOf(roleArn: string): { readonly account: string; readonly name: string } {
  const [, , , , account = '', resource = ''] = roleArn.split(':');
  return { account, name: resource.slice(resource.lastIndexOf('/') + 1) };
}

/** The user as error messages name it. */
export function sessionArn({ roleArn, name: session }: RoleSession): string {
  const { account, name } = roleNameOf(roleArn);
  return `arn:${partitionIn(roleArn)}:sts::${account}:assumed-role/${name}/${session}`;
}

/** The account that an access is made from; undefined of a service. */
export function accountOf(principal: Principal): string | undefined {
  return isService(principal) ? undefined : roleNameOf(principal.roleArn).account;
}

/** Says how somebody is concerned by a statement's principals. */
export function concernOf({ names, negated }: Principals, principal: Principal): Concern {
  const concern = names === '*' ? 'session' : namedBy(names, principal);
  if (!negated) return concern;
  return concern === undefined ? 'session' : undefined;
}

function namedBy(names: Readonly<Record<string, readonly string[]>>, principal: Principal): Concern {
  if (isService(principal)) {
    return (names.Service ?? []).some((name) => isSameService(name, principal.service)) ? 'session' : undefined;
  }
  const { roleArn } = principal;
  const own = names.AWS ?? [];
  const { account } = roleNameOf(roleArn);
  if (own.includes('*') || own.includes(sessionArn(principal))) return 'session';
  if (own.includes(roleArn)) return 'role';
  const root = `arn:${partitionIn(roleArn)}:iam::${account}:root`;
  return own.some((name) => name === account || matchesArn(name, root)) ? 'account' : undefined;
}

function partitionIn(arn: string): string {
  return arn.split(':')[1] ?? '';
}

/**
 * Some services have a principal in each Region, too, such as `states.us-east-1.amazonaws.com`. In China, names with and
 * without `.cn` are in use.
 */
function isSameService(name: string, service: string): boolean {
  const [own, other] = [name, service].map((each) => each.replace(/\.cn$/, ''));
  const [first, ...rest] = other.split('.');
  const regional = new RegExp(`^${first}\\.[a-z0-9-]+\\.${rest.join('\\.')}$`);
  return own === other || regional.test(own);
}
