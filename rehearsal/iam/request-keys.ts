import type { Access } from './access';
import { ownershipOf } from './ownership';
import { isService, type Principal, type RoleSession, type ServicePrincipal } from './principal';
import { RequestKeys, type RequestContext } from './request-context';
import { globalRegionOf } from '../partition';

/** The Region of a request that a global inference profile routes anywhere. */
const ANY_REGION = 'unspecified';

/** Keys that a request of a service's own lacks. */
const ABSENT_OF_SERVICES: RequestContext = {
  'aws:MultiFactorAuthAge': undefined,
  'aws:MultiFactorAuthPresent': undefined,
  'aws:PrincipalAccount': undefined,
  'aws:PrincipalArn': undefined,
  'aws:username': undefined,
};

/** Keys that a request lacks which a service makes with a role. */
const ABSENT_OF_ROLES: RequestContext = {
  'aws:FederatedProvider': undefined,
  'aws:MultiFactorAuthAge': undefined,
  'aws:MultiFactorAuthPresent': undefined,
  'aws:PrincipalServiceName': undefined,
  'aws:PrincipalServiceNamesList': undefined,
  'aws:SourceAccount': undefined,
  'aws:SourceArn': undefined,
  'aws:SourceOrgID': undefined,
  'aws:SourceOrgPaths': undefined,
  'aws:username': undefined,
};

/** What is known of a request: by whom it is made, where, of whose resource, and what it says itself. */
export function requestKeys(principal: Principal, access: Access): RequestKeys {
  const { action, context } = access;
  const { owner } = ownershipOf(principal, access);
  const region = requestedRegion(principal, access);
  return new RequestKeys(action, {
    'aws:SecureTransport': 'true',
    ...(isService(principal) ? serviceContext(principal) : roleContext(principal, access)),
    ...(owner !== undefined && { 'aws:ResourceAccount': owner, 's3:ResourceAccount': owner }),
    ...(region !== undefined && { 'aws:RequestedRegion': region }),
    ...context,
  });
}

function serviceContext({ service }: ServicePrincipal): RequestContext {
  return {
    'aws:PrincipalType': 'Service',
    'aws:PrincipalIsAWSService': 'true',
    'aws:PrincipalServiceName': service,
    ...ABSENT_OF_SERVICES,
  };
}

function roleContext(principal: RoleSession, access: Access): RequestContext {
  const { caller } = ownershipOf(principal, access);
  return {
    'aws:PrincipalType': 'AssumedRole',
    'aws:PrincipalIsAWSService': 'false',
    'aws:PrincipalArn': principal.roleArn,
    'aws:PrincipalAccount': caller,
    'kms:CallerAccount': caller,
    'lambda:SourceFunctionArn': principal.functionArn,
    ...ABSENT_OF_ROLES,
  };
}

/**
 * The Region that a request goes to: that of the resource where its ARN says one, and else the caller's own. Undefined
 * where nobody here knows it.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
function requestedRegion(principal: Principal, { action, resource }: Access): string | undefined {
  const own = isService(principal) || principal.region === '' ? undefined : principal.region;
  if (action.startsWith('iam:')) return own === undefined ? undefined : globalRegionOf(own);
  const [, , service, region = ''] = resource.split(':');
  if (service === 'bedrock' && region === '') return ANY_REGION;
  if (region.includes('*')) return undefined;
  return region === '' ? own : region;
}
