import type { Access } from './access';
import type { DenialCause } from './denial';
import type { DeployedPolicies, RolePolicies } from './deployed-policies';
import { ownershipOf } from './ownership';
import type { PolicyStatement } from './policy-statement';
import { concernOf, isService, type Concern, type Principal } from './principal';
import { requestKeys } from './request-keys';
import { isAbout } from './statement-match';

/** What IAM says of an access. */
export interface Decision {
  /** Why it is denied; undefined where it is allowed. */
  readonly denied?: DenialCause;
  /** The statements that allow it, each with whether nothing else would. */
  readonly allowedBy: ReadonlyMap<PolicyStatement, boolean>;
}

/** The statements that allow an access, by what they are in. */
interface Grounds {
  readonly identity: readonly PolicyStatement[];
  readonly boundary: readonly PolicyStatement[];
  /** Of the resource's policy: those that name the session, the service or everybody. */
  readonly session: readonly PolicyStatement[];
  /** Of the resource's policy: those that name the role. */
  readonly role: readonly PolicyStatement[];
  /** Of the resource's policy: those that hand over to the policies of the account. */
  readonly delegating: readonly PolicyStatement[];
}

/** What must be among the grounds. */
interface Requirements {
  /** What is not known here is in favour of the caller. */
  readonly hasUnknownIdentity: boolean;
  readonly hasBoundary: boolean;
  /** How the resource's policy counts: not at all, as an alternative, as a must, or beside what the role's say. */
  readonly resourcePolicy: 'none' | 'alternative' | 'must' | 'also';
}

/** Decides on an access as IAM does: a Deny goes before everything, and nothing is allowed that no statement allows. */
export function decide(policies: DeployedPolicies, principal: Principal, access: Access): Decision {
  const role = isService(principal) ? undefined : policies.ofRole(principal.roleArn);
  const identity = role?.identity ?? (isService(principal) ? [] : policies.attachedTo(principal.roleArn));
  const boundary = role?.boundary ?? [];
  const resource = policies.ofResource(access.resource) ?? [];
  const keys = requestKeys(principal, access);
  const concerns = (statement: PolicyStatement): Concern =>
    concernOf(statement.principals ?? { names: '*', negated: false }, principal);
  const denies = (statement: PolicyStatement): boolean =>
    statement.effect === 'Deny' && isAbout(statement, access, keys);
  const allows = (statement: PolicyStatement): boolean =>
    statement.effect === 'Allow' && isAbout(statement, access, keys);

  const denyOfRole = identity.find(denies);
  if (denyOfRole) return denied({ reason: 'explicit-deny', statement: denyOfRole });
  const denyOfBoundary = boundary.find(denies);
  if (denyOfBoundary) {
    return denied({ reason: 'explicit-deny-boundary', statement: denyOfBoundary, boundary: role?.boundaryArn });
  }
  const denyOfResource = resource.find((statement) => denies(statement) && concerns(statement));
  if (denyOfResource) return denied({ reason: 'explicit-deny-resource', statement: denyOfResource });

  const requirements = requirementsOf(policies, principal, access, role);
  const allowing = (concern: Concern) => resource.filter((each) => concerns(each) === concern && allows(each));
  const grounds: Grounds = {
    identity: identity.filter(allows),
    boundary: boundary.filter(allows),
    session: allowing('session'),
    role: allowing('role'),
    delegating: requirements.resourcePolicy === 'alternative' ? [] : allowing('account'),
  };
  const reason = missing(grounds, requirements);
  if (reason !== undefined) return denied({ reason });
  const isNeeded = (each: PolicyStatement): boolean => missing(without(grounds, each), requirements) !== undefined;
  return { allowedBy: new Map(all(grounds).map((each) => [each, isNeeded(each)])) };
}

/** Decides whether a service may assume a role, by the role's trust policy. */
export function decideTrust(trust: readonly PolicyStatement[], service: string, access: Access): Decision {
  const principal = { service };
  const keys = requestKeys(principal, access);
  const about = trust.filter(
    (statement) =>
      concernOf(statement.principals ?? { names: '*', negated: false }, principal) === 'session' &&
      isAbout(statement, access, keys),
  );
  const deny = about.find(({ effect }) => effect === 'Deny');
  if (deny) return denied({ reason: 'explicit-deny-resource', statement: deny });
  if (about.length === 0) return denied({ reason: 'resource' });
  return { allowedBy: new Map(about.map((statement) => [statement, about.length === 1])) };
}

function denied(cause: DenialCause): Decision {
  return { denied: cause, allowedBy: new Map() };
}

/**
 * The policy of a key must allow what is done with the key, be it by handing over to the account's policies; that of a
 * bucket is one way of several in its own account, and a must for others. A resource without a policy allows nothing to
 * other accounts.
 */
function requirementsOf(
  policies: DeployedPolicies,
  principal: Principal,
  access: Access,
  role: RolePolicies | undefined,
): Requirements {
  const { action, resource } = access;
  const { isForeign } = ownershipOf(principal, access);
  const hasPolicy = policies.ofResource(resource) !== undefined;
  const own = !hasPolicy ? 'none' : action.startsWith('kms:') ? 'must' : 'alternative';
  return {
    hasUnknownIdentity: isService(principal) || role === undefined || role.hasUnknown,
    hasBoundary: role?.boundary !== undefined,
    resourcePolicy: isForeign && (hasPolicy || policies.hasMade(resource)) ? 'also' : own,
  };
}

/**
 * What is missing for an access to be allowed; undefined where nothing is. A statement of a resource's policy that names
 * the role stands in for the role's own policies, but not for its boundary; one that names the session does for both.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 */
function missing(
  { identity, boundary, session, role, delegating }: Grounds,
  { hasUnknownIdentity, hasBoundary, resourcePolicy }: Requirements,
): 'identity' | 'boundary' | 'resource' | undefined {
  const byResource = session.length + role.length + delegating.length > 0;
  if (!byResource && (resourcePolicy === 'must' || resourcePolicy === 'also')) return 'resource';
  if (resourcePolicy !== 'also' && session.length > 0) return undefined;
  const byRole = hasUnknownIdentity || identity.length > 0 || (resourcePolicy !== 'also' && role.length > 0);
  if (!byRole) return 'identity';
  return hasBoundary && boundary.length === 0 ? 'boundary' : undefined;
}

function all({ identity, boundary, session, role, delegating }: Grounds): PolicyStatement[] {
  return [...identity, ...boundary, ...session, ...role, ...delegating];
}

function without(grounds: Grounds, statement: PolicyStatement): Grounds {
  const rest = (statements: readonly PolicyStatement[]) => statements.filter((other) => other !== statement);
  return {
    identity: rest(grounds.identity),
    boundary: rest(grounds.boundary),
    session: rest(grounds.session),
    role: rest(grounds.role),
    delegating: rest(grounds.delegating),
  };
}
