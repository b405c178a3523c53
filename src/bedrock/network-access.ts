import { Arn, ArnFormat } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { JobInterfaces } from '../job/job-network';

/** The tags that Bedrock puts on the network interfaces of a job: this one, and one with the job's ARN. */
const MANAGED_TAG = 'BedrockManaged';

const DESCRIBE_ACTIONS = [
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeVpcs',
  'ec2:DescribeDhcpOptions',
  'ec2:DescribeSubnets',
  'ec2:DescribeSecurityGroups',
];

/**
 * What the role of a job in a VPC needs, as AWS documents it.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/batch-vpc.html
 * @see https://github.com/runs-on/runs-on/issues/463 for what EC2 asks for a shared subnet
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/custom-model-job-access-security.html#vpc-data-access-role
 *
 * @param jobTag The key of the tag with the job's ARN: each kind has one of its own.
 */
export function networkAccess(
  { stack, jobs, subnetIds, securityGroupIds, mayBeShared }: JobInterfaces,
  jobTag: string,
): iam.PolicyStatement[] {
  const arn = (resource: string, resourceName: string, account?: string) =>
    Arn.format({ service: 'ec2', account, resource, resourceName, arnFormat: ArnFormat.SLASH_RESOURCE_NAME }, stack);
  const interfaces = arn('network-interface', '*');
  // the ARN of a shared subnet has the account that owns it, which no id says
  const subnets = subnetIds.map((id) => arn('subnet', id, mayBeShared ? '*' : undefined));
  const securityGroups = securityGroupIds.map((id) => arn('security-group', id));
  return [
    new iam.PolicyStatement({ actions: DESCRIBE_ACTIONS, resources: ['*'] }),
    new iam.PolicyStatement({
      actions: ['ec2:CreateNetworkInterface'],
      resources: [interfaces],
      conditions: {
        StringEquals: { [`aws:RequestTag/${MANAGED_TAG}`]: 'true' },
        ArnEquals: { [`aws:RequestTag/${jobTag}`]: jobs },
      },
    }),
    // EC2 authorizes the call on these, too, and the tags of the request are not theirs but the new interface's
    new iam.PolicyStatement({
      actions: ['ec2:CreateNetworkInterface'],
      resources: [...subnets, ...securityGroups],
    }),
    new iam.PolicyStatement({
      actions: [
        'ec2:CreateNetworkInterfacePermission',
        'ec2:DeleteNetworkInterface',
        'ec2:DeleteNetworkInterfacePermission',
      ],
      resources: ['*'],
      conditions: {
        ArnEquals: { 'ec2:Subnet': subnets, [`ec2:ResourceTag/${jobTag}`]: jobs },
      },
    }),
    new iam.PolicyStatement({
      actions: ['ec2:CreateTags'],
      resources: [interfaces],
      conditions: {
        StringEquals: { 'ec2:CreateAction': 'CreateNetworkInterface' },
        'ForAllValues:StringEquals': { 'aws:TagKeys': [MANAGED_TAG, jobTag] },
      },
    }),
  ];
}
