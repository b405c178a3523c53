import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import { closedSubnets, endpointServices } from './vpc-routes';
import { type Finding, warning } from '../validation/finding';

/**
 * Whether the subnets of a job lead to S3, where its data is.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/train-vpc.html
 */
export function* storageRouteRules(vpc: ec2.IVpc, subnets: readonly ec2.ISubnet[]): Iterable<Finding> {
  const closed = closedSubnets(vpc, subnets);
  if (closed.length === 0 || endpointServices(vpc).some((service) => /\.s3\b/.test(service))) return;
  const names = closed.map(({ node }) => node.id).join(', ');
  const text = `has no way to S3 from ${names}: give the VPC a gateway endpoint with vpc.addGatewayEndpoint('S3', { service: GatewayVpcEndpointAwsService.S3 }), or the job subnets with a NAT gateway`;
  yield warning('storageRoute', 'vpc', text);
}
