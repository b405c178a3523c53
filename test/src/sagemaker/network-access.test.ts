import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { networkAccess, neoNetworkAccess } from '../../../src/sagemaker/network-access';
import { newStack } from '../sample-job';

const json = (statements: PolicyStatement[]) =>
  statements.map((statement) => newStack().resolve(statement.toStatementJson()) as object);

test('a training job in a VPC makes its interfaces, which nothing is known of beforehand', () => {
  expect(json(networkAccess())).toEqual([
    {
      Effect: 'Allow',
      Action: [
        'ec2:CreateNetworkInterface',
        'ec2:CreateNetworkInterfacePermission',
        'ec2:DeleteNetworkInterface',
        'ec2:DeleteNetworkInterfacePermission',
        'ec2:DescribeDhcpOptions',
        'ec2:DescribeNetworkInterfaces',
        'ec2:DescribeSecurityGroups',
        'ec2:DescribeSubnets',
        'ec2:DescribeVpcs',
      ],
      Resource: '*',
    },
  ]);
});

test('for a compilation job, Neo also looks for VPC endpoints and changes the interfaces', () => {
  expect(json(neoNetworkAccess())).toEqual([
    {
      Effect: 'Allow',
      Action: [
        'ec2:CreateNetworkInterface',
        'ec2:CreateNetworkInterfacePermission',
        'ec2:DeleteNetworkInterface',
        'ec2:DeleteNetworkInterfacePermission',
        'ec2:DescribeDhcpOptions',
        'ec2:DescribeNetworkInterfaces',
        'ec2:DescribeSecurityGroups',
        'ec2:DescribeSubnets',
        'ec2:DescribeVpcEndpoints',
        'ec2:DescribeVpcs',
        'ec2:ModifyNetworkInterfaceAttribute',
      ],
      Resource: '*',
    },
  ]);
});
