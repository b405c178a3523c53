import { Stack } from 'aws-cdk-lib';
import { CfnManagedPolicy, CfnPolicy, type CfnRole, CfnRolePolicy } from 'aws-cdk-lib/aws-iam';
import { isPlainObject } from '../validation/plain-object';

/** A policy of the app that is attached to roles. */
export type AttachedPolicy = CfnPolicy | CfnManagedPolicy | CfnRolePolicy;

/** What names a role: the reference to it as the template of its stack has it, in JSON, or the name itself. */
export type RoleNames = readonly (string | undefined)[];

export function isAttachedPolicy(construct: unknown): construct is AttachedPolicy {
  return [CfnPolicy, CfnManagedPolicy, CfnRolePolicy].some((type) => construct instanceof type);
}

/** What a role of the app is called in a stack. */
export function namesOf(role: CfnRole, stack: Stack): RoleNames {
  return [stack === Stack.of(role) ? JSON.stringify(stack.resolve(role.ref)) : undefined, role.roleName];
}

/** The names of the roles that a policy is attached to; undefined where only the deployment knows. */
export function rolesOf(policy: AttachedPolicy): readonly unknown[] | undefined {
  const given = policy instanceof CfnRolePolicy ? [policy.roleName] : policy.roles;
  const resolved: unknown = Stack.of(policy).resolve(given) ?? [];
  return Array.isArray(resolved) ? resolved : undefined;
}

/** What a name of a role is known by. */
export function nameText(name: unknown): string | undefined {
  return typeof name === 'string' ? name : JSON.stringify(name);
}

/** Whether a policy is attached to a role with such names; undefined where only the deployment knows. */
export function isAttachedTo(policy: AttachedPolicy, names: RoleNames): boolean | undefined {
  const verdicts = rolesOf(policy)?.map((name) => {
    if (names.includes(nameText(name))) return true;
    return typeof name === 'string' || (isPlainObject(name) && 'Ref' in name) ? false : undefined;
  });
  if (verdicts === undefined || verdicts.includes(true)) return verdicts && true;
  return verdicts.includes(undefined) ? undefined : false;
}
