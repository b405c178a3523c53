import { networkAccess } from '../../../src/sagemaker/network-access';
import { newStack } from '../sample-job';

test('a SageMaker job in a VPC makes its interfaces, which nothing is known of beforehand', () => {
  const statements = networkAccess().map((statement) => newStack().resolve(statement.toStatementJson()));
  expect(statements).toEqual([
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
