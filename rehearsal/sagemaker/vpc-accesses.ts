import { accessesTo, type Access } from '../iam/access';
import { networkOf } from '../jobs/job-network';
import type { JsonObject } from '../json-value';

/**
 * What SageMaker does in a VPC with a job's role.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/neo-vpc.html
 */
const ACTIONS = [
  'DescribeVpcEndpoints',
  'DescribeDhcpOptions',
  'DescribeVpcs',
  'DescribeSubnets',
  'DescribeSecurityGroups',
  'DescribeNetworkInterfaces',
  'CreateNetworkInterface',
  'CreateNetworkInterfacePermission',
  'ModifyNetworkInterfaceAttribute',
  'DeleteNetworkInterfacePermission',
  'DeleteNetworkInterface',
].map((action) => `ec2:${action}`);

/** Makes the network interfaces of a job in a VPC, and removes them when the job has ended. */
export function vpcAccesses(request: JsonObject): Access[] {
  return networkOf(request).length === 0 ? [] : accessesTo('*', ACTIONS);
}
