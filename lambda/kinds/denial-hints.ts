import { hintIn, type Hint } from './hint';

/**
 * What every service of AWS says of a denied call: who may not do what, to what, and why.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
const DENIAL =
  /(?:user: (?<who>\S+) )?is not authorized to perform: ?(?<action>[a-z0-9-]+:\w+)(?: on (?:the )?resource: ?["']?(?<resource>[^\s"']+)["']?)?/i;

interface Denial {
  /** The role whose session was denied, as in "the role 'Trainer'". */
  readonly who: string;
  readonly action: string;
  /** What the call was about, as in " on arn:…"; nothing where the text does not say. */
  readonly on: string;
  readonly resource: string;
  /** The ARN of the policy that denies, in brackets, where the text says it. */
  readonly policy: string;
}

type Explain = (denial: Denial) => string;

const NOTHING_ELSE_HELPS = 'no other policy outweighs that';

/** A policy of the organization binds the account, whatever its own policies say. */
const byOrganization =
  (kind: string, isExplicit: boolean): Explain =>
  ({ who, action, on, policy }) =>
    isExplicit
      ? `a ${kind} of the organization${policy} denies ${action}${on} to ${who}: only who administers the AWS organization can change that; ${NOTHING_ELSE_HELPS}`
      : `no ${kind} of the organization allows ${action}${on} to ${who}: only who administers the AWS organization can change that`;

/** Why: the kind of the policy that denies, or that allows nothing. A text that is cut off says neither. */
const REASONS: readonly (readonly [RegExp, Explain])[] = [
  [/explicit deny in a service control policy/i, byOrganization('service control policy', true)],
  [/because no service control policy allows/i, byOrganization('service control policy', false)],
  [/explicit deny in a resource control policy/i, byOrganization('resource control policy', true)],
  [/because no resource control policy allows/i, byOrganization('resource control policy', false)],
  [
    /explicit deny in a permissions boundary/i,
    ({ who, action, on, policy }) =>
      `the permissions boundary${policy} of ${who} denies ${action}${on}: who is responsible for the boundary must change it, or the role must have another; ${NOTHING_ELSE_HELPS}`,
  ],
  [
    /because no permissions boundary allows/i,
    ({ who, action, on }) =>
      `the permissions boundary of ${who} does not allow ${action}${on}, whatever the policies of the role say: who is responsible for the boundary must add it, or the role must have another`,
  ],
  [
    /explicit deny in a session policy|because no session policy allows/i,
    ({ who, action, on }) =>
      `the session policy with which ${who} was assumed does not let ${action}${on} pass: whoever begins the session sets it, no policy of the role`,
  ],
  [
    /explicit deny in a vpc endpoint policy|because no vpc endpoint policy allows/i,
    ({ action, on }) =>
      `the VPC endpoint policy of the endpoint through which the call goes does not let ${action}${on} pass: who is responsible for the VPC must change it`,
  ],
  [
    /explicit deny in a resource-based policy/i,
    ({ who, action, resource, policy }) =>
      `${resourcePolicyOf(action, resource)}${policy} denies ${action} to ${who}: its owner must change it (a condition in it may ask for a key, a VPC endpoint or an organization); ${NOTHING_ELSE_HELPS}`,
  ],
  [
    /because the resource does not exist in this region, no resource-based policies allow access/i,
    ({ who, action, resource }) =>
      `${resource || 'the resource'} must exist in this Region, and ${resourcePolicyOf(action, resource)} must allow ${action} to ${who}`,
  ],
  [
    /because no resource-based policy allows/i,
    ({ who, action, resource }) =>
      action.toLowerCase() === 'sts:assumerole'
        ? `the trust policy of ${resource || 'the role'} does not let ${who} assume it`
        : `${resourcePolicyOf(action, resource)} does not allow ${action} to ${who}: its owner must add that`,
  ],
  [
    /explicit deny in an identity-based policy/i,
    ({ who, action, on, policy }) =>
      `an identity-based policy of ${who}${policy} denies ${action}${on} explicitly: take that statement out, for ${NOTHING_ELSE_HELPS}`,
  ],
  [
    /explicit deny/i,
    ({ who, action, on }) =>
      `a policy denies ${action}${on} to ${who} explicitly, and ${NOTHING_ELSE_HELPS}: look for it in the service control policies of the organization, in the role's policies and its permissions boundary, and in the policy of the resource`,
  ],
];

/** Nothing denies: some policy is missing. */
const allow: Explain = ({ who, action, on, resource }) => {
  switch (action.toLowerCase()) {
    case 'iam:passrole':
      return `${who} may not hand the role ${resource || 'of the job'} to the service: allow it iam:PassRole on that role`;
    case 'sts:assumerole':
      return `the role ${resource || 'of the job'} must exist, and its trust policy must let ${who} assume it`;
    default:
      return `allow ${action}${on} in a policy of ${who}`;
  }
};

/** What can be done about a call that was denied in the words that all services have for it. */
export function denialHint(text: string): string | undefined {
  const found = DENIAL.exec(text);
  if (!found?.groups) return hintIn(OTHER_DENIALS, text);
  const because = text.slice(found.index + found[0].length);
  const { who, action, resource = '' } = found.groups;
  const what = resource.replace(/[.,;:)]+$/, '');
  const explain = REASONS.find(([pattern]) => pattern.test(because))?.[1] ?? allow;
  return explain({
    who: nameOf(who),
    action,
    on: what && ` on ${what}`,
    resource: what,
    policy: policyIn(because),
  });
}

/** Denials in words of their own. */
const OTHER_DENIALS: readonly Hint[] = [
  [
    /encoded authorization failure message/i,
    "EC2 denies what the role needs for the VPC's network interfaces: 'aws sts decode-authorization-message' says which policy does so",
  ],
  [
    /the ciphertext refers to a customer master key that does not exist/i,
    "the role must be allowed kms:Decrypt with the key that the data was encrypted with, by its own policy and, in another account, by the key's; the key must be in the same Region",
  ],
  [
    /\b(iam:)?PassRole\b/,
    'who starts the job, which is the function of the job engine, must be allowed iam:PassRole on the role of the job',
  ],
  [/cross-account pass role is not allowed/i, 'the role of a job must be in the account that the job runs in'],
];

/** The session of a role bears the role's name, which is what a person knows it by. */
function nameOf(who: string | undefined): string {
  const role = who && /:assumed-role\/([^/]+)/.exec(who)?.[1];
  return role ? `the role '${role}'` : (who ?? 'the role');
}

function policyIn(because: string): string {
  const arn = /(?:policy|boundary): (arn:[^\s"',;)]+)/i.exec(because)?.[1];
  return arn ? ` (${arn.replace(/\.$/, '')})` : '';
}

/** What the policy of a resource is called by those who write it. */
function resourcePolicyOf(action: string, resource: string): string {
  const of = (what: string) => what && ` of ${what}`;
  switch (action.split(':')[0].toLowerCase()) {
    case 's3':
      return `the bucket policy${of(/:s3:::([^/]+)/.exec(resource)?.[1] ?? resource)}`;
    case 'kms':
      return `the key policy${of(resource)}`;
    case 'ecr':
      return `the repository policy${of(resource)}`;
    default:
      return `the resource-based policy${of(resource)}`;
  }
}
