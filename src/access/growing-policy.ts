import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct, IConstruct } from 'constructs';

/** Where `Role.customizeRoles()` keeps what it is told. */
const CUSTOMIZE_ROLES = '@aws-cdk/iam:customizeRoles';

/**
 * A policy of a role that gets statements, and these get resources, after it was attached.
 *
 * Where `Role.customizeRoles()` has the app report what its roles need, the report of the CDK has what a policy says at
 * the moment in which it is attached, and the policy is in the template though no role is. So there it is attached when
 * it is complete, and not at all where roles are not made.
 */
export function growingPolicy(scope: Construct, id: string, role: iam.IRole): iam.Policy {
  const policy = new iam.Policy(scope, id);
  if (!isReported(scope)) {
    role.attachInlinePolicy(policy);
    return policy;
  }
  // it is empty yet, and so is its part of the report
  if (!hasPrecreatedRoles(scope)) policy.attachToRole(role);
  let isComplete = false;
  policy.node.addValidation({
    validate: () => {
      if (!isComplete) role.attachInlinePolicy(policy);
      isComplete = true;
      return [];
    },
  });
  return policy;
}

/** Whether the role of a policy takes policies: to one whose policies are kept elsewhere, none is attached. */
export function takesPolicies(policy: iam.Policy): boolean {
  const { roles } = policy.node.defaultChild as iam.CfnPolicy;
  return Stack.of(policy).resolve(roles) !== undefined;
}

/** Whether the app reports what roles need. */
export function isReported(scope: IConstruct): boolean {
  return customization(scope) !== undefined;
}

/** Whether the roles of the app are made by somebody else: they have other names than the app would give them. */
export function hasPrecreatedRoles(scope: IConstruct): boolean {
  return isReported(scope) && customization(scope)?.preventSynthesis !== false;
}

function customization({ node }: IConstruct): { readonly preventSynthesis?: boolean } | undefined {
  return node.tryGetContext(CUSTOMIZE_ROLES) as { readonly preventSynthesis?: boolean } | undefined;
}
