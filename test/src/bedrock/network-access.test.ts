import { App, Stack } from 'aws-cdk-lib';
import { networkAccess } from '../../../src/bedrock/network-access';

const EC2 = 'arn:aws:ec2:eu-west-1:111122223333';
const TAG = 'BedrockModelInvocationJobArn';
const JOBS = 'arn:aws:bedrock:eu-west-1:111122223333:model-invocation-job/*';

test("a batch inference job in a VPC makes the interfaces that bear Bedrock's tags, as AWS documents it", () => {
  const stack = new Stack(new App(), 'Stack', { env: { account: '111122223333', region: 'eu-west-1' } });
  const statements = networkAccess(
    {
      stack,
      jobs: JOBS,
      subnetIds: ['subnet-0123456789abcdef1', 'subnet-0123456789abcdef2'],
      securityGroupIds: ['sg-0123456789abcdef0'],
      mayBeShared: false,
    },
    TAG,
  );
  const text = JSON.stringify(stack.resolve(statements.map((statement) => statement.toStatementJson())));
  const withPartition = text.replace(
    /\{"Fn::Join":\["",\["arn:",\{"Ref":"AWS::Partition"\},"([^"]*)"\]\]\}/g,
    '"arn:aws$1"',
  );
  const subnets = [`${EC2}:subnet/subnet-0123456789abcdef1`, `${EC2}:subnet/subnet-0123456789abcdef2`];
  // https://docs.aws.amazon.com/bedrock/latest/userguide/batch-vpc.html, and of what is created in two statements
  // https://docs.aws.amazon.com/bedrock/latest/userguide/custom-model-job-access-security.html#vpc-data-access-role
  expect(JSON.parse(withPartition)).toEqual([
    {
      Effect: 'Allow',
      Action: [
        'ec2:DescribeNetworkInterfaces',
        'ec2:DescribeVpcs',
        'ec2:DescribeDhcpOptions',
        'ec2:DescribeSubnets',
        'ec2:DescribeSecurityGroups',
      ],
      Resource: '*',
    },
    {
      Effect: 'Allow',
      Action: 'ec2:CreateNetworkInterface',
      Resource: `${EC2}:network-interface/*`,
      Condition: {
        StringEquals: { 'aws:RequestTag/BedrockManaged': 'true' },
        ArnEquals: { 'aws:RequestTag/BedrockModelInvocationJobArn': JOBS },
      },
    },
    {
      Effect: 'Allow',
      Action: 'ec2:CreateNetworkInterface',
      Resource: [...subnets, `${EC2}:security-group/sg-0123456789abcdef0`],
    },
    {
      Effect: 'Allow',
      Action: [
        'ec2:CreateNetworkInterfacePermission',
        'ec2:DeleteNetworkInterface',
        'ec2:DeleteNetworkInterfacePermission',
      ],
      Resource: '*',
      Condition: {
        ArnEquals: { 'ec2:Subnet': subnets, 'ec2:ResourceTag/BedrockModelInvocationJobArn': JOBS },
      },
    },
    {
      Effect: 'Allow',
      Action: 'ec2:CreateTags',
      Resource: `${EC2}:network-interface/*`,
      Condition: {
        StringEquals: { 'ec2:CreateAction': 'CreateNetworkInterface' },
        'ForAllValues:StringEquals': { 'aws:TagKeys': ['BedrockManaged', 'BedrockModelInvocationJobArn'] },
      },
    },
  ]);
});

test('a subnet that another account may share is named whoever owns it', () => {
  const stack = new Stack(new App(), 'Stack', { env: { account: '111122223333', region: 'eu-west-1' } });
  const statements = networkAccess(
    {
      stack,
      jobs: JOBS,
      subnetIds: ['subnet-0123456789abcdef1'],
      securityGroupIds: ['sg-0123456789abcdef0'],
      mayBeShared: true,
    },
    TAG,
  );
  const subnet = stack.resolve(`arn:${stack.partition}:ec2:eu-west-1:*:subnet/subnet-0123456789abcdef1`) as unknown;
  const [, , create, use] = stack.resolve(statements.map((statement) => statement.toStatementJson())) as {
    readonly Resource: unknown;
    readonly Condition: { readonly ArnEquals: unknown };
  }[];
  expect(create.Resource).toEqual([
    subnet,
    stack.resolve(`arn:${stack.partition}:ec2:eu-west-1:111122223333:security-group/sg-0123456789abcdef0`),
  ]);
  expect(use.Condition.ArnEquals).toMatchObject({ 'ec2:Subnet': [subnet] });
});
