import { neoVpcAccesses, vpcAccesses } from '../../../rehearsal/sagemaker/vpc-accesses';
import { ACCOUNT } from '../fixture-batch';
import { allow, IamFixture, WORKER_SESSION } from '../fixture-iam';

const EC2 = 'arn:aws:ec2:us-east-1:111122223333';
const REQUEST = { VpcConfig: { Subnets: ['subnet-1', 'subnet-2'], SecurityGroupIds: ['sg-1'] } };

const SHARED = [
  'ec2:DescribeNetworkInterfaces *',
  'ec2:DescribeVpcs *',
  'ec2:DescribeDhcpOptions *',
  'ec2:DescribeSubnets *',
  'ec2:DescribeSecurityGroups *',
  `ec2:CreateNetworkInterface ${EC2}:network-interface/*`,
  `ec2:CreateNetworkInterface ${EC2}:subnet/subnet-1`,
  `ec2:CreateNetworkInterface ${EC2}:subnet/subnet-2`,
  `ec2:CreateNetworkInterface ${EC2}:security-group/sg-1`,
  `ec2:CreateNetworkInterfacePermission ${EC2}:network-interface/*`,
  `ec2:DeleteNetworkInterface ${EC2}:network-interface/*`,
  `ec2:DeleteNetworkInterfacePermission ${EC2}:network-interface/*`,
];

const texts = (accesses: ReturnType<typeof vpcAccesses>) =>
  accesses.map(({ action, resource }) => `${action} ${resource}`);

test('a training job in a VPC takes the nine actions that AWS documents for it', () => {
  expect(texts(vpcAccesses(REQUEST, ACCOUNT))).toEqual(SHARED);
});

test('a compilation job takes two more', () => {
  expect(texts(neoVpcAccesses(REQUEST, ACCOUNT))).toEqual([
    'ec2:DescribeVpcEndpoints *',
    ...SHARED,
    `ec2:ModifyNetworkInterfaceAttribute ${EC2}:network-interface/*`,
  ]);
});

test('outside of a VPC, neither takes anything', () => {
  expect([...vpcAccesses({}, ACCOUNT), ...neoVpcAccesses({}, ACCOUNT)]).toEqual([]);
});

test('a role that is limited to the network of the job is enough', () => {
  const iam = new IamFixture();
  const network = ['network-interface/*', 'subnet/subnet-1', 'subnet/subnet-2', 'security-group/sg-1'];
  iam.role([
    allow('ec2:Describe*'),
    allow(
      'ec2:*',
      network.map((each) => `${EC2}:${each}`),
    ),
  ]);
  expect(iam.use(WORKER_SESSION, neoVpcAccesses(REQUEST, ACCOUNT))).toBeUndefined();
});
