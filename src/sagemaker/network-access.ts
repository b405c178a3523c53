import * as iam from 'aws-cdk-lib/aws-iam';

/** What SageMaker does in a VPC with a job's role. EC2 lets none of the Describe actions be limited to resources. */
const ACTIONS = [
  'CreateNetworkInterface',
  'CreateNetworkInterfacePermission',
  'DeleteNetworkInterface',
  'DeleteNetworkInterfacePermission',
  'DescribeDhcpOptions',
  'DescribeNetworkInterfaces',
  'DescribeSecurityGroups',
  'DescribeSubnets',
  'DescribeVpcEndpoints',
  'DescribeVpcs',
  'ModifyNetworkInterfaceAttribute',
];

/** What the role of a SageMaker job in a VPC needs. */
export function networkAccess(): iam.PolicyStatement[] {
  return [new iam.PolicyStatement({ actions: ACTIONS.map((action) => `ec2:${action}`), resources: ['*'] })];
}
