import { type CfnElement, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { IConstruct } from 'constructs';
import { type Finding, warning } from '../validation/finding';

/**
 * Whether the subnets of a job lead to S3, where its data is. It is known of a VPC that the app makes itself, and when the
 * app is complete: endpoints and routes may be added after the job.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/train-vpc.html
 */
export function* storageRouteRules(vpc: ec2.IVpc, subnets: readonly ec2.ISubnet[]): Iterable<Finding> {
  if (!(vpc instanceof ec2.Vpc)) return;
  const closed = subnets.filter((subnet) => isClosed(vpc, subnet));
  if (closed.length === 0 || hasStorageEndpoint(vpc)) return;
  const names = closed.map(({ node }) => node.id).join(', ');
  const text = `has no way to S3 from ${names}: give the VPC a gateway endpoint with vpc.addGatewayEndpoint('S3', { service: GatewayVpcEndpointAwsService.S3 }), or the job subnets with a NAT gateway`;
  yield warning('storageRoute', 'vpc', text);
}

/**
 * Whether the interfaces of a job reach nothing outside of a subnet's VPC: there is no route that leads out; or only one to
 * the internet, which needs a public address, and the services give the interfaces of jobs none.
 */
function isClosed(vpc: ec2.Vpc, subnet: ec2.ISubnet): boolean {
  if (vpc.publicSubnets.includes(subnet)) return true;
  return vpc.isolatedSubnets.includes(subnet) && !hasOwnRoute(vpc, subnet);
}

function hasOwnRoute(vpc: ec2.Vpc, subnet: ec2.ISubnet): boolean {
  const { routeTableId } = subnet.routeTable;
  return elementsOf(vpc).some((each) => each instanceof ec2.CfnRoute && each.routeTableId === routeTableId);
}

/** Whether the app has an endpoint for S3 in the VPC, whatever its type. */
function hasStorageEndpoint(vpc: ec2.Vpc): boolean {
  return elementsOf(vpc).some(
    (each) =>
      each instanceof ec2.CfnVPCEndpoint &&
      each.vpcId === vpc.vpcId &&
      /\.s3\b/.test(JSON.stringify(Stack.of(each).resolve(each.serviceName)) ?? ''),
  );
}

function elementsOf({ node: { root } }: IConstruct): CfnElement[] {
  return root.node.findAll().filter((each): each is CfnElement => 'logicalId' in each);
}
