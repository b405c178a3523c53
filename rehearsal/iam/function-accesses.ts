import { accessesTo, type Access } from './access';
import { logAccesses } from './log-accesses';
import { environmentOf } from '../environment';
import type { LambdaFunction } from '../lambda/lambda-function';

/**
 * What Lambda does with the role of a function in a VPC when the function is made.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
 */
export const FUNCTION_NETWORK_ACTIONS: readonly string[] = [
  'ec2:CreateNetworkInterface',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeSubnets',
  'ec2:DeleteNetworkInterface',
  'ec2:AssignPrivateIpAddresses',
  'ec2:UnassignPrivateIpAddresses',
];

/** The accesses that it needs for that. */
export const FUNCTION_NETWORK_ACCESSES: readonly Access[] = accessesTo('*', FUNCTION_NETWORK_ACTIONS);

/** The accesses needed to write the log of a function that runs. */
export function functionLogAccesses({ arn, logGroup: group }: LambdaFunction): Access[] {
  const environment = environmentOf(arn);
  return environment ? logAccesses({ ...environment, group, stream: '2026/01/01/[$LATEST]rehearsal' }) : [];
}
