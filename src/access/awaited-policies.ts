import { CfnResource, Stack } from 'aws-cdk-lib';
import { Dependable, type IConstruct, type IDependable } from 'constructs';
import { type AwaitedRole, forgetPolicies, policiesOf } from './policies-of-roles';
import { awaitedBy, overridesOf, propertiesOf, targetsOf } from '../references';

/** Whether somebody follows what comes after what: then each waits for all that it might. */
let isFollowed = false;

/** The stacks of which is forgotten what was known. */
const FORGETTING = new WeakSet<Stack>();

/**
 * The policies that are attached to a role in the stack of what waits for them, whoever makes them: those that the role has made
 * itself, the CDK finds under the role, and of those of this library it is known who needs them.
 *
 * They are looked up when the app is complete. One is left out that itself comes after what waits, be it through others that wait
 * for their policies, too: CloudFormation refuses a circle.
 *
 * @param waiting A construct whose resource waits.
 * @param roleOf The role; undefined where it is not known.
 */
export function awaitedPolicies(waiting: IConstruct, roleOf: () => AwaitedRole | undefined): IDependable {
  forgetInTime(Stack.of(waiting));
  const awaited: IDependable = {};
  Dependable.implement(awaited, {
    get dependencyRoots() {
      const role = roleOf();
      return role ? rootsFor(waiting, role) : [];
    },
  });
  return awaited;
}

/**
 * Whoever goes through the dependencies of an app comes to a stack before what is in it: what was known of its policies is forgotten
 * then, for there may be more of them now.
 */
function forgetInTime(stack: Stack): void {
  if (FORGETTING.has(stack)) return;
  FORGETTING.add(stack);
  const nothing: IDependable = {};
  Dependable.implement(nothing, {
    get dependencyRoots() {
      if (!isFollowed) forgetPolicies();
      return [];
    },
  });
  stack.node.addDependency(nothing);
}

function rootsFor(waiting: IConstruct, role: AwaitedRole): IConstruct[] {
  const policies = policiesOf(Stack.of(waiting), role);
  if (isFollowed || policies.length === 0) return policies;
  isFollowed = true;
  try {
    return policies.filter((policy) => !comesAfter(policy, waiting.node.defaultChild!));
  } finally {
    isFollowed = false;
  }
}

/** Whether a resource is made after another, be it through others. */
function comesAfter(resource: IConstruct, other: IConstruct): boolean {
  const stack = Stack.of(other);
  const seen = new Set<IConstruct>();
  const isAfter = (each: IConstruct): boolean => {
    if (each.node.scopes.includes(other)) return true;
    if (seen.has(each)) return false;
    seen.add(each);
    return precedingOf(each, stack).some(isAfter);
  };
  return isAfter(resource);
}

/** What is made before a resource. Of another template in the stack, all is. */
function precedingOf(resource: IConstruct, stack: Stack): IConstruct[] {
  if (!CfnResource.isCfnResource(resource)) return [];
  const own = Stack.of(resource);
  return [
    ...targetsOf(resource, [propertiesOf(resource), ...overridesOf(resource)]),
    ...resource.obtainDependencies().flatMap((each) => each.node.findAll()),
    ...awaitedBy(resource),
    ...(own.nested && own !== stack ? own.node.findAll() : []),
  ];
}
