import { Lazy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct, IConstruct } from 'constructs';
import { hashOf } from '../job/job-name';
import { rootOf } from '../root-stack';

/** A name has up to 128 characters. */
const LONGEST_BEGINNING = 64;

/** Where `Role.customizeRoles()` keeps what it is told. */
const CUSTOMIZE_ROLES = '@aws-cdk/iam:customizeRoles';

/** The resources of such policies. */
const GROWING = new WeakSet<IConstruct>();

/**
 * A policy of a role that gets statements, and these get resources, after it was attached.
 *
 * Where `Role.customizeRoles()` has the app report what its roles need, the report of the CDK has what a policy says at
 * the moment in which it is attached, and the policy is in the template though no role is. So there it is attached when
 * it is complete, and not at all where roles are not made.
 */
export function growingPolicy(scope: Construct, id: string, role: iam.IRole): iam.Policy {
  const policy = new iam.Policy(scope, id);
  GROWING.add(policy.node.defaultChild!);
  if (!isMadeBeside(scope, role)) nameApart(policy.node.defaultChild as iam.CfnPolicy);
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

/** Whether a resource is such a policy. */
export function isGrowing(resource: IConstruct): boolean {
  return GROWING.has(resource);
}

/** Whether a role is made in the stack of a policy: then all of its policies with generated names are there. */
function isMadeBeside(scope: Construct, role: iam.IRole): boolean {
  return role.node.defaultChild !== undefined && Stack.of(role) === Stack.of(scope);
}

/**
 * Gives a policy a name that none of another stack has. The CDK takes the logical id, which two stacks of one class share, and so do
 * those of one app in two Regions: with the same name, the policy that is deployed last takes the place of the other in the role.
 * One whose logical id becomes another is another one, and has another name, too.
 */
function nameApart(policy: iam.CfnPolicy): void {
  const stack = Stack.of(policy);
  const produce = () => {
    const id = stack.resolve(policy.logicalId) as string;
    const hash = hashOf(JSON.stringify([rootOf(stack).stackName, stack.node.addr, id]));
    return `${id.slice(0, LONGEST_BEGINNING)}-${hash}-${stack.region}`;
  };
  policy.policyName = Lazy.uncachedString({ produce });
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
