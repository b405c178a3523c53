import type { Principals } from './policy-statement';
import { matchesArn } from './wildcard';

/** A role that somebody has assumed. */
export interface RoleSession {
  readonly roleArn: string;
  /** What the session is called: as the service that has assumed the role calls it. */
  readonly name: string;
}

/** A service of AWS that acts by itself. */
export interface ServicePrincipal {
  /** Such as `sagemaker.amazonaws.com`. */
  readonly service: string;
}

export type Principal = RoleSession | ServicePrincipal;

/** How a statement of a resource's policy is about somebody: by name, or by handing over to the policies of the account. */
export type Concern = 'direct' | 'account' | undefined;

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
  return `arn:aws:sts::${account}:assumed-role/${name}/${session}`;
}

/** Says how somebody is concerned by a statement's principals. */
export function concernOf(principals: Principals, principal: Principal): Concern {
  if (principals === '*') return 'direct';
  if (isService(principal)) {
    return (principals.Service ?? []).some((name) => isSameService(name, principal.service)) ? 'direct' : undefined;
  }
  const names = principals.AWS ?? [];
  const { account } = roleNameOf(principal.roleArn);
  const own = ['*', principal.roleArn, sessionArn(principal)];
  if (names.some((name) => own.includes(name))) return 'direct';
  return names.some((name) => name === account || matchesArn(name, `arn:aws:iam::${account}:root`))
    ? 'account'
    : undefined;
}

/** Some services have a principal in each Region, too: `states.us-east-1.amazonaws.com`. */
function isSameService(name: string, service: string): boolean {
  const [first, ...rest] = service.split('.');
  const regional = new RegExp(`^${first}\\.[a-z0-9-]+\\.${rest.join('\\.')}$`);
  return name === service || regional.test(name);
}
