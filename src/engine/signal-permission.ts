import type { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { growingPolicy } from '../access/growing-policy';

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
  const policy = growingPolicy(stack, id, role);
  policy.addStatements(
    new iam.PolicyStatement({
      actions: ['cloudformation:SignalResource', 'cloudformation:DescribeStackResource'],
      resources: [stack.stackId],
    }),
  );
  return policy;
}
