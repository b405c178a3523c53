import { Reference, Stack, Tokenization } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { growingPolicy } from '../access/growing-policy';
import { roleSeenFrom } from '../access/role-seen-from';

/**
 * Allows an engine's state machine to signal the wait conditions of a stack, and to look at them. The policy belongs to
 * that stack, so that it is gone with it.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscloudformation.html
 */
export function allowSignals(engine: Construct, { grantPrincipal }: IStateMachine, stack: Stack): iam.Policy {
  const id = `Signals-${engine.node.addr}`;
  const existing = stack.node.tryFindChild(id) as iam.Policy | undefined;
  if (existing) return existing;
  const role = grantPrincipal as iam.IRole;
  const policy = growingPolicy(stack, id, roleSeenFrom(stack, `StateMachine-${engine.node.addr}`, role));
  policy.addStatements(
    new iam.PolicyStatement({
      actions: ['cloudformation:SignalResource', 'cloudformation:DescribeStackResource'],
      resources: [stack.stackId],
    }),
  );
  return policy;
}

/**
 * Exports the role to a stack of jobs whether a job waits for long or not: CloudFormation would refuse to take the export back
 * when none does any more, for the other stack is updated only afterwards.
 */
export function keepStateMachineRoleExported(engine: Construct, stateMachine: IStateMachine, user: Stack): void {
  const stack = Stack.of(engine);
  // between the nested stacks of a stack there are parameters and outputs, which nothing holds
  if (stack.nested || rootOf(user) === stack) return;
  const { roleArn } = stateMachine.grantPrincipal as iam.IRole;
  const reference = Tokenization.reverse(roleArn, { failConcat: false });
  // nothing is exported of a role that is made elsewhere
  if (Reference.isReference(reference) && Stack.of(reference.target) === stack) stack.exportValue(roleArn);
}

function rootOf(stack: Stack): Stack {
  return stack.nestedStackParent ? rootOf(stack.nestedStackParent) : stack;
}
