import { Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { statementsOf } from '../policy-statements';
import { batchJob, batchProperties } from '../sample-batch-job';
import { compilationJob, JOB_TYPE, jobProperties, newStack } from '../sample-job';

const inVpc = (props: Parameters<typeof compilationJob>[2] = {}) => {
  const stack = newStack();
  const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 });
  return { stack, job: compilationJob(stack, 'Compile', { vpc, ...props }) };
};

test('a job in a VPC has the private subnets and a security group of its own', () => {
  const { stack } = inVpc();
  expect(jobProperties(stack).Request.VpcConfig).toEqual({
    Subnets: [
      { Ref: expect.stringMatching(/^VpcPrivateSubnet1Subnet/) },
      { Ref: expect.stringMatching(/^VpcPrivateSubnet2Subnet/) },
    ],
    SecurityGroupIds: [{ 'Fn::GetAtt': [expect.stringMatching(/^CompileSecurityGroup/), 'GroupId'] }],
  });
});

test('a batch inference job in a VPC has them under the names of its API', () => {
  const stack = newStack();
  batchJob(stack, 'Classify', { vpc: new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 }) });
  expect(batchProperties(stack).Request.vpcConfig).toEqual({
    subnetIds: [
      { Ref: expect.stringMatching(/^VpcPrivateSubnet1Subnet/) },
      { Ref: expect.stringMatching(/^VpcPrivateSubnet2Subnet/) },
    ],
    securityGroupIds: [{ 'Fn::GetAtt': [expect.stringMatching(/^ClassifySecurityGroup/), 'GroupId'] }],
  });
});

test('a job in a VPC has the subnets and the security groups that are given', () => {
  const { stack } = inVpc({ vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC } });
  expect(jobProperties(stack).Request.VpcConfig).toMatchObject({
    Subnets: [
      { Ref: expect.stringMatching(/^VpcPublicSubnet1Subnet/) },
      { Ref: expect.stringMatching(/^VpcPublicSubnet2Subnet/) },
    ],
  });

  const another = newStack();
  const vpc = new ec2.Vpc(another, 'Vpc', { maxAzs: 2 });
  const securityGroups = ['sg-1', 'sg-2'].map((id) => ec2.SecurityGroup.fromSecurityGroupId(another, id, id));
  compilationJob(another, 'Compile', { vpc, securityGroups });
  expect(jobProperties(another).Request.VpcConfig).toMatchObject({ SecurityGroupIds: ['sg-1', 'sg-2'] });
});

test('a job in a VPC can be connected to', () => {
  const { stack, job } = inVpc();
  job.connections.allowFrom(ec2.Peer.ipv4('10.0.0.0/16'), ec2.Port.tcp(443));
  Template.fromStack(stack).hasResourceProperties('AWS::EC2::SecurityGroup', {
    SecurityGroupIngress: [{ CidrIp: '10.0.0.0/16', FromPort: 443, ToPort: 443 }],
  });
});

test('the new security group allows no outbound traffic on request', () => {
  const { stack } = inVpc({ allowAllOutbound: false });
  Template.fromStack(stack).hasResourceProperties('AWS::EC2::SecurityGroup', {
    SecurityGroupEgress: [{ CidrIp: '255.255.255.255/32' }],
  });
});

test('the role may make the interfaces of the job', () => {
  const { stack } = inVpc();
  expect(statementsOf(stack, 'CompileRole')).toContainEqual({
    actions: [
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
    resources: ['*'],
  });
});

test('the job runs while the network is there', () => {
  const { stack, job } = inVpc();
  job.connections.allowTo(ec2.Peer.ipv4('10.0.0.0/16'), ec2.Port.tcp(443));
  const [{ DependsOn }] = Object.values(Template.fromStack(stack).findResources(JOB_TYPE));
  expect(DependsOn).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^CompileSecurityGroup/),
      expect.stringMatching(/^VpcPrivateSubnet1DefaultRoute/),
    ]),
  );
});

const groups = (count: number) => {
  const stack = newStack();
  return Array.from({ length: count }, (_, index) =>
    ec2.SecurityGroup.fromSecurityGroupId(stack, `Group${index}`, `sg-${index}`),
  );
};

test('fails with more security groups than a job may have', () => {
  expect(() => inVpc({ securityGroups: groups(6) })).toThrow(
    "Stack/Compile: 'securityGroups' (VpcConfig.SecurityGroupIds) must be 1 to 5 items, got 6",
  );
});

test('fails with a rule for a security group that is not made', () => {
  expect(() => inVpc({ securityGroups: groups(1), allowAllOutbound: false })).toThrow(
    "Stack/Compile: 'allowAllOutbound' must not be given with 'securityGroups', which have rules of their own",
  );
});

test('fails with no security group at all', () => {
  expect(() => inVpc({ securityGroups: [] })).toThrow(
    "Stack/Compile: 'securityGroups' (VpcConfig.SecurityGroupIds) must be 1 to 5 items, got 0",
  );
});

test('fails with more subnets than a job may have', () => {
  const stack = newStack();
  const ids = Array.from({ length: 17 }, (_, index) => `subnet-${index}`);
  const subnets = ids.map((id) => ec2.Subnet.fromSubnetId(stack, id, id));
  const vpc = new ec2.Vpc(stack, 'Vpc');
  expect(() => compilationJob(stack, 'Compile', { vpc, vpcSubnets: { subnets } })).toThrow(
    "Stack/Compile: 'vpcSubnets' (VpcConfig.Subnets) must be 1 to 16 items, got 17",
  );
});

test.each([
  ['vpcSubnets', { subnetType: ec2.SubnetType.PUBLIC }],
  ['securityGroups', []],
  ['allowAllOutbound', false],
])('fails with %s and no VPC', (member, value) => {
  expect(() => compilationJob(newStack(), 'Compile', { [member]: value })).toThrow(
    "Stack/Compile: 'vpcSubnets', 'securityGroups' and 'allowAllOutbound' must be given with 'vpc' only",
  );
});
