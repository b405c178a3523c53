import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import { closedSubnets, endpointServices } from '../access/vpc-routes';
import { type Finding, warning } from '../validation/finding';

/** What the function calls, whatever the jobs, and what the names of endpoints for it have in them. */
const CALLED: readonly (readonly [service: string, endpoint: RegExp])[] = [
  ['Step Functions (states)', /\.states\b/],
  ['S3 (s3), where CloudFormation has answers put', /\.s3\b/],
  ['the service of the jobs (such as sagemaker.api or bedrock)', /\.(sagemaker\.api|bedrock)\b/],
];

/** Whether the subnets of an engine's function lead to what it calls: without a way, CloudFormation waits in vain. */
export function* engineRouteRules(vpc: ec2.IVpc, subnets: readonly ec2.ISubnet[]): Iterable<Finding> {
  const closed = closedSubnets(vpc, subnets);
  if (closed.length === 0) return;
  const services = endpointServices(vpc);
  const unreached = CALLED.filter(([, endpoint]) => !services.some((service) => endpoint.test(service)));
  if (unreached.length === 0) return;
  const names = closed.map(({ node }) => node.id).join(', ');
  const missing = unreached.map(([service]) => service).join(', nor to ');
  yield warning(
    'engineRoute',
    'vpc',
    `has no way from ${names} to ${missing}: give the VPC endpoints for them, or the engine subnets with a NAT gateway`,
  );
}
