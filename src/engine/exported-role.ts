import { Reference, Stack, Tokenization } from 'aws-cdk-lib';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { rootOf } from '../root-stack';

/**
 * Exports a role of an engine to a stack of jobs whether a policy there needs it or not: CloudFormation would refuse to take the
 * export back when none does any more, for the other stack is updated only afterwards.
 */
export function keepRoleExported(engine: Construct, { roleName }: IRole, user: Stack): void {
  const stack = Stack.of(engine);
  // between the nested stacks of a stack there are parameters and outputs, which nothing holds
  if (stack.nested || rootOf(user) === stack) return;
  const reference = Tokenization.reverse(roleName, { failConcat: false });
  // nothing is exported of a role that is made elsewhere
  if (Reference.isReference(reference) && Stack.of(reference.target) === stack) stack.exportValue(roleName);
}
