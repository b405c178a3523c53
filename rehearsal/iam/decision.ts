import type { Access, RequestContext } from './access';
import type { DenialReason } from './denial';
import type { DeployedPolicies, RolePolicies } from './deployed-policies';
import type { PolicyStatement } from './policy-statement';
import { concernOf, isService, roleNameOf, type Principal } from './principal';
import { isAbout } from './statement-match';

/** What IAM says of an access. */
export interface Decision {
  /** Why it is denied; undefined where it is allowed. */
  readonly denied?: DenialReason;
  /** The statements that allow it, each with whether nothing else would. */
  readonly allowedBy: ReadonlyMap<PolicyStatement, boolean>;
}

/** The statements that allow an access, by what they are in. */
interface Grounds {
  readonly identity: readonly PolicyStatement[];
  readonly boundary: readonly PolicyStatement[];
  /** Of the resource's policy: those that name whoever asks. */
  readonly direct: readonly PolicyStatement[];
  /** Of the resource's policy: those that hand over to the policies of the account. */
  readonly delegating: readonly PolicyStatement[];
}

/** What must be among the grounds. */
interface Requirements {
  /** What is not known here is in favour of whoever asks. */
  readonly hasUnknownIdentity: boolean;
  readonly hasBoundary: boolean;
  /** How the resource's policy counts: not at all, as an alternative, as a must, or beside what the role's say. */
  readonly resourcePolicy: 'none' | 'alternative' | 'must' | 'also';
}

type Allows = (statement: PolicyStatement) => boolean;

/** Decides on an access as IAM does: a Deny goes before everything, and nothing is allowed that no statement allows. */
export function decide(policies: DeployedPolicies, principal: Principal, access: Access): Decision {
  const role = isService(principal) ? undefined : policies.ofRole(principal.roleArn);
  const identity = role?.identity ?? (isService(principal) ? [] : policies.attachedTo(principal.roleArn));
  const resource = policies.ofResource(access.resource) ?? [];
  const context = contextOf(principal, access);
  const applies = (statement: PolicyStatement): boolean => isAbout(statement, access, context);
  const concerns = (statement: PolicyStatement) => concernOf(statement.principals ?? '*', principal);
  const denies = (statement: PolicyStatement): boolean => statement.effect === 'Deny' && applies(statement);
  const allows: Allows = (statement) => statement.effect === 'Allow' && applies(statement);

  if ([...identity, ...(role?.boundary ?? [])].some(denies)) return denied('explicit-deny');
  if (resource.some((statement) => denies(statement) && concerns(statement))) return denied('explicit-deny-resource');
  const requirements = requirementsOf(policies, principal, access, role);
  const handsOver = requirements.resourcePolicy !== 'alternative';
  const grounds: Grounds = {
    identity: identity.filter(allows),
    boundary: (role?.boundary ?? []).filter(allows),
    direct: resource.filter((statement) => concerns(statement) === 'direct' && allows(statement)),
    delegating: handsOver ? resource.filter((each) => concerns(each) === 'account' && allows(each)) : [],
  };
  const reason = missing(grounds, requirements);
  if (reason !== undefined) return denied(reason);
  const { identity: own, boundary, direct, delegating } = grounds;
  const isNeeded = (each: PolicyStatement): boolean => missing(without(grounds, each), requirements) !== undefined;
  return {
    allowedBy: new Map([...own, ...boundary, ...direct, ...delegating].map((each) => [each, isNeeded(each)])),
  };
}

/** Decides whether a service may assume a role, by the role's trust policy. */
export function decideTrust(trust: readonly PolicyStatement[], service: string, access: Access): Decision {
  const principal = { service };
  const context = contextOf(principal, access);
  const about = trust.filter(
    (statement) =>
      concernOf(statement.principals ?? '*', principal) === 'direct' && isAbout(statement, access, context),
  );
  if (about.some(({ effect }) => effect === 'Deny')) return denied('explicit-deny-resource');
  if (about.length === 0) return denied('resource');
  return { allowedBy: new Map(about.map((statement) => [statement, about.length === 1])) };
}

function denied(reason: DenialReason): Decision {
  return { denied: reason, allowedBy: new Map() };
}

/**
 * The policy of a key must allow what is done with the key, be it by handing over to the account's policies; that of a
 * bucket is one way of several in its own account, and a must for others.
 */
function requirementsOf(
  policies: DeployedPolicies,
  principal: Principal,
  { action, resource, resourceAccount }: Access,
  role: RolePolicies | undefined,
): Requirements {
  const known = policies.ofResource(resource) !== undefined;
  const own = isService(principal) ? undefined : roleNameOf(principal.roleArn).account;
  const owner = resourceAccount ?? (resource.split(':')[4] || own);
  const isForeign = own !== undefined && owner !== own;
  return {
    hasUnknownIdentity: isService(principal) || role === undefined || role.hasUnknown,
    hasBoundary: role?.boundary !== undefined,
    resourcePolicy: !known ? 'none' : isForeign ? 'also' : action.startsWith('kms:') ? 'must' : 'alternative',
  };
}

function missing(
  { identity, boundary, direct, delegating }: Grounds,
  { hasUnknownIdentity, hasBoundary, resourcePolicy }: Requirements,
): DenialReason | undefined {
  const byIdentity = hasUnknownIdentity || identity.length > 0;
  const byResource = direct.length + delegating.length > 0;
  if (!byResource && (resourcePolicy === 'must' || resourcePolicy === 'also')) return 'resource';
  if (direct.length > 0 && resourcePolicy !== 'also') return undefined;
  if (!byIdentity) return 'identity';
  return hasBoundary && boundary.length === 0 ? 'boundary' : undefined;
}

function without(grounds: Grounds, statement: PolicyStatement): Grounds {
  const rest = (statements: readonly PolicyStatement[]) => statements.filter((other) => other !== statement);
  return {
    identity: rest(grounds.identity),
    boundary: rest(grounds.boundary),
    direct: rest(grounds.direct),
    delegating: rest(grounds.delegating),
  };
}

/** What is known of every request, whatever it asks for. */
function contextOf(principal: Principal, { resource, resourceAccount, context }: Access): RequestContext {
  const [, , , region, account] = resource.split(':');
  const own = isService(principal) ? undefined : roleNameOf(principal.roleArn).account;
  const owner = resourceAccount ?? (account || own);
  return {
    'aws:SecureTransport': 'true',
    'aws:PrincipalType': isService(principal) ? 'Service' : 'AssumedRole',
    ...(!isService(principal) && { 'aws:PrincipalArn': principal.roleArn }),
    ...(own !== undefined && { 'aws:PrincipalAccount': own }),
    ...(owner !== undefined && { 'aws:ResourceAccount': owner }),
    ...(region && { 'aws:RequestedRegion': region }),
    ...context,
  };
}
