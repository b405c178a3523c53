import * as iam from 'aws-cdk-lib/aws-iam';

/** What SageMaker does in a VPC with the role of a training job, as AWS documents it: "Execution Role Permissions". */
const ACTIONS = [
  'CreateNetworkInterface',
  'CreateNetworkInterfacePermission',
  'DeleteNetworkInterface',
  'DeleteNetworkInterfacePermission',
  'DescribeDhcpOptions',
  'DescribeNetworkInterfaces',
  'DescribeSecurityGroups',
  'DescribeSubnets',
  'DescribeVpcs',
];

/** What Neo does besides, as its guide says. */
const NEO_ACTIONS = ['DescribeVpcEndpoints', 'ModifyNetworkInterfaceAttribute'];

/**
 * What the role of a training job in a VPC needs.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html
 */
export function networkAccess(): iam.PolicyStatement[] {
  return [onEc2(ACTIONS)];
}

/**
 * What the role of a compilation job in a VPC needs.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/neo-vpc.html
 */
export function neoNetworkAccess(): iam.PolicyStatement[] {
  return [onEc2([...ACTIONS, ...NEO_ACTIONS].sort())];
}

/** EC2 lets none of the Describe actions be limited to resources; SageMaker does not say what it sends with the others. */
function onEc2(actions: readonly string[]): iam.PolicyStatement {
  return new iam.PolicyStatement({ actions: actions.map((action) => `ec2:${action}`), resources: ['*'] });
}
