import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';

/**
 * A role as a stack can attach a policy to it: one from another stack only by its name.
 *
 * @param id What the role is called in the stack, where it lies elsewhere.
 */
export function roleSeenFrom(stack: Stack, id: string, role: iam.IRole): iam.IRole {
  if (stack === Stack.of(role)) return role;
  const existing = stack.node.tryFindChild(id) as iam.IRole | undefined;
  return existing ?? iam.Role.fromRoleArn(stack, id, role.roleArn);
}
