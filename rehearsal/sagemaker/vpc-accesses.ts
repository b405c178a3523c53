import { arnIn, type Environment } from '../environment';
import { accessesTo, type Access } from '../iam/access';
import { asJsonObject, type JsonObject, type JsonValue } from '../json-value';

const INTERFACE_ACTIONS = [
  'CreateNetworkInterfacePermission',
  'DeleteNetworkInterface',
  'DeleteNetworkInterfacePermission',
];
const DESCRIBE_ACTIONS = [
  'DescribeNetworkInterfaces',
  'DescribeVpcs',
  'DescribeDhcpOptions',
  'DescribeSubnets',
  'DescribeSecurityGroups',
];

/**
 * The accesses needed to make the network interfaces of a training job or a model in a VPC, and to remove them in the end.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html
 */
export function vpcAccesses({ VpcConfig: vpc }: JsonObject, environment: Environment): Access[] {
  if (vpc === undefined) return [];
  const { Subnets, SecurityGroupIds } = asJsonObject(vpc);
  const interfaces = interfacesIn(environment);
  // EC2 authorizes what makes an interface on all that it is made of
  const parts = [
    interfaces,
    ...texts(Subnets).map((id) => arnIn(environment, 'ec2', `subnet/${id}`)),
    ...texts(SecurityGroupIds).map((id) => arnIn(environment, 'ec2', `security-group/${id}`)),
  ];
  return [
    ...accessesTo('*', onEc2(DESCRIBE_ACTIONS)),
    ...parts.flatMap((part) => accessesTo(part, onEc2(['CreateNetworkInterface']))),
    ...accessesTo(interfaces, onEc2(INTERFACE_ACTIONS)),
  ];
}

/**
 * The same for a compilation job, for which Neo does more.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/neo-vpc.html
 */
export function neoVpcAccesses(request: JsonObject, environment: Environment): Access[] {
  if (request.VpcConfig === undefined) return [];
  return [
    ...accessesTo('*', onEc2(['DescribeVpcEndpoints'])),
    ...vpcAccesses(request, environment),
    ...accessesTo(interfacesIn(environment), onEc2(['ModifyNetworkInterfaceAttribute'])),
  ];
}

function interfacesIn(environment: Environment): string {
  return arnIn(environment, 'ec2', 'network-interface/*');
}

function onEc2(actions: readonly string[]): string[] {
  return actions.map((action) => `ec2:${action}`);
}

function texts(value: JsonValue | undefined): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
