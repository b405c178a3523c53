import { Stack } from 'aws-cdk-lib';
import type { CfnRole } from 'aws-cdk-lib/aws-iam';
import { matchesAction } from './action-pattern';
import { isAttachedPolicy, isAttachedTo, namesOf } from './attached-policy';
import { isPlainObject } from '../validation/plain-object';

/**
 * Those of some actions that no policy of a role of the app allows, on whatever resource. There are none where the app does
 * not know all that the role may do: it has policies from elsewhere, or what they say is known at deployment only.
 */
export function actionsNotAllowed(role: CfnRole, actions: readonly string[]): string[] {
  const allowed = allowedActions(role);
  return allowed === undefined
    ? []
    : actions.filter((action) => !allowed.some((pattern) => matchesAction(pattern, action)));
}

function allowedActions(role: CfnRole): string[] | undefined {
  const { managedPolicyArns, policies = [] } = propertiesOf(role);
  // policies of AWS, and of other apps: what they say is not known here
  if (!isEmptyList(managedPolicyArns)) return undefined;
  const attached = role.node.root.node.findAll().filter(isAttachedPolicy);
  const isOf = attached.map((policy) => isAttachedTo(policy, namesOf(role, Stack.of(policy))));
  if (isOf.includes(undefined)) return undefined;
  const documents = [
    ...[policies].flat().map((policy) => (isPlainObject(policy) ? policy.policyDocument : undefined)),
    ...attached.filter((_, index) => isOf[index]).map((policy) => Stack.of(policy).resolve(policy.policyDocument)),
  ];
  const actions = documents.flatMap(actionsIn);
  return actions.includes(undefined) ? undefined : (actions as string[]);
}

function propertiesOf(role: CfnRole): { readonly managedPolicyArns: unknown; readonly policies?: unknown } {
  const { managedPolicyArns, policies } = role;
  return Stack.of(role).resolve({ managedPolicyArns, policies });
}

function isEmptyList(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}

/** The actions that a policy allows; undefined stands for what is not known. */
function actionsIn(document: unknown): (string | undefined)[] {
  if (!isPlainObject(document)) return [undefined];
  return [document.Statement].flat().flatMap((statement: unknown) => {
    if (!isPlainObject(statement)) return [undefined];
    if (statement.Effect === 'Deny') return [];
    return [statement.Action].flat().map((action) => (typeof action === 'string' ? action : undefined));
  });
}
