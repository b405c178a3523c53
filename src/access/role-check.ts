import { Stack } from 'aws-cdk-lib';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { requireTrust } from './role-trust';
import { refusal } from '../validation/finding';
import { note } from '../validation/noted-findings';
import { isUnknown } from '../validation/unknown-value';

/**
 * Notes that a role is of another account than what it is given to, for IAM passes a role to a service in the role's own account only;
 * or that the service is known not to be trusted with it.
 *
 * @param member The property with the role: for messages.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
export function requireRole(construct: IConstruct, member: string, role: IRole, servicePrincipal: string): void {
  const { account } = Stack.of(construct);
  const owner = role.env?.account;
  if (owner !== undefined && !isUnknown(owner) && !isUnknown(account) && owner !== account) {
    const text = `must be a role of ${account}, the account of the stack, got one of ${owner}`;
    note(construct, refusal(member, text));
  }
  requireTrust(construct, member, role, servicePrincipal);
}
