import * as iam from 'aws-cdk-lib/aws-iam';

/**
 * What Lambda does with the role of a function in a VPC. Its own managed policy allows that, and to write every log of the
 * account besides.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
 */
export function functionNetworkAccess(): iam.PolicyStatement {
  return new iam.PolicyStatement({
    actions: [
      'ec2:AssignPrivateIpAddresses',
      'ec2:CreateNetworkInterface',
      'ec2:DeleteNetworkInterface',
      'ec2:DescribeNetworkInterfaces',
      'ec2:DescribeSubnets',
      'ec2:UnassignPrivateIpAddresses',
    ],
    resources: ['*'],
  });
}
