import { type CfnElement, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { IConstruct } from 'constructs';

/**
 * Those of some subnets whose interfaces reach nothing outside of the VPC: there is no route that leads out; or only one to the
 * internet, which needs a public address, and the services give the interfaces of jobs and functions none. It is known of a VPC that
 * the app makes itself, and when the app is complete: endpoints and routes may be added later.
 */
export function closedSubnets(vpc: ec2.IVpc, subnets: readonly ec2.ISubnet[]): readonly ec2.ISubnet[] {
  if (!(vpc instanceof ec2.Vpc)) return [];
  return subnets.filter(
    (subnet) =>
      vpc.publicSubnets.includes(subnet) || (vpc.isolatedSubnets.includes(subnet) && !hasOwnRoute(vpc, subnet)),
  );
}

/** The names of the services for which the app has endpoints in a VPC, whatever their types, as far as they are known. */
export function endpointServices(vpc: ec2.IVpc): readonly string[] {
  return elementsOf(vpc)
    .filter((each): each is ec2.CfnVPCEndpoint => each instanceof ec2.CfnVPCEndpoint && each.vpcId === vpc.vpcId)
    .map((each) => JSON.stringify(Stack.of(each).resolve(each.serviceName)) ?? '');
}

function hasOwnRoute(vpc: ec2.Vpc, subnet: ec2.ISubnet): boolean {
  const { routeTableId } = subnet.routeTable;
  return elementsOf(vpc).some((each) => each instanceof ec2.CfnRoute && each.routeTableId === routeTableId);
}

function elementsOf({ node: { root } }: IConstruct): CfnElement[] {
  return root.node.findAll().filter((each): each is CfnElement => 'logicalId' in each);
}
