import { Aws, Stack, Stage } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { isOwned } from '../validation/region-rules';
import { isUnknown } from '../validation/unknown-value';

/**
 * Whom the policy of a bucket in another account of the app lets in for a role that has no name: the account of the role,
 * limited to roles under its path. Undefined in any other case. The stack of the bucket is deployed before that of the role.
 *
 * A policy cannot name a role that is not there yet, and a job runs as soon as its role is there. Which role of them it is
 * that has access, its own policy says.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function principalElsewhere(
  { grantPrincipal: role }: iam.IGrantable,
  bucket: IBucket,
): iam.IPrincipal | undefined {
  const made = iam.Role.isRole(role) ? role.node.defaultChild : undefined;
  if (!(made instanceof iam.CfnRole) || !made.path || !isOwned(bucket)) return undefined;
  const stack = Stack.of(made);
  const { account } = stack;
  const owner = bucket.env.account;
  if (isUnknown(account) || isUnknown(owner) || owner === account) return undefined;
  // the name of a role that has none is a token that comes to nothing
  if (stack.resolve(made.roleName) !== undefined) return undefined;
  // stages of a pipeline have an order of their own; what stacks have for this is called otherwise in newer versions of the CDK
  if (Stage.of(bucket) === Stage.of(made)) made.node.addDependency(bucket);
  const roles = `arn:${Aws.PARTITION}:iam::${account}:role${made.path}*`;
  return new iam.AccountPrincipal(account).withConditions({ ArnLike: { 'aws:PrincipalArn': roles } });
}
