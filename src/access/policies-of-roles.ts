import { CfnResource, Stack } from 'aws-cdk-lib';
import type { CfnRole, IRole } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { isAttachedPolicy, namesOf, nameText, rolesOf } from './attached-policy';
import { isGrowing } from './growing-policy';
import { roleInApp } from './role-in-app';

/** Whose role it is: a resource of the app, or one that the app only knows. */
export type AwaitedRole = IRole | CfnRole;

/** The policies of a stack, by the names of the roles that they are attached to. */
type PoliciesOfRoles = ReadonlyMap<string | undefined, readonly IConstruct[]>;

/** What is known of each stack: one look at it serves all that wait in it. */
let known = new WeakMap<Stack, PoliciesOfRoles>();

/** Has the stacks looked at again. */
export function forgetPolicies(): void {
  known = new WeakMap();
}

/** The policies of a stack that are attached to a role, but for those that lie under it, and those of this library. */
export function policiesOf(stack: Stack, role: AwaitedRole): IConstruct[] {
  const policies = known.get(stack) ?? policiesIn(stack);
  known.set(stack, policies);
  const attached = new Set(
    namesIn(stack, role).flatMap((name) => (name === undefined ? [] : (policies.get(name) ?? []))),
  );
  return [...attached].filter(({ node }) => !node.scopes.includes(role));
}

function policiesIn(stack: Stack): PoliciesOfRoles {
  const policies = new Map<string | undefined, IConstruct[]>();
  for (const policy of stack.node.findAll()) {
    if (!isAttachedPolicy(policy) || isGrowing(policy) || Stack.of(policy) !== stack) continue;
    for (const name of (rolesOf(policy) ?? []).map(nameText)) {
      const ofRole = policies.get(name) ?? [];
      ofRole.push(policy);
      policies.set(name, ofRole);
    }
  }
  return policies;
}

function namesIn(stack: Stack, role: AwaitedRole): readonly (string | undefined)[] {
  if (CfnResource.isCfnResource(role)) return namesOf(role, stack);
  const resource = roleInApp(role.roleArn);
  return [nameText(stack.resolve(role.roleName)), ...(resource ? namesOf(resource, stack) : [])];
}
