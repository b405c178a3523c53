import { App, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { closedSubnets, endpointServices } from '../../../src/access/vpc-routes';

const { PRIVATE_ISOLATED, PUBLIC, PRIVATE_WITH_EGRESS } = ec2.SubnetType;

function vpcOf(...types: ec2.SubnetType[]) {
  const subnetConfiguration = types.map((subnetType) => ({ name: subnetType, subnetType }));
  return new ec2.Vpc(new Stack(new App(), 'Stack'), 'Vpc', { maxAzs: 1, subnetConfiguration });
}

test('subnets are closed that have no way out, or one that needs a public address', () => {
  const vpc = vpcOf(PUBLIC, PRIVATE_WITH_EGRESS, PRIVATE_ISOLATED);
  const all = [...vpc.publicSubnets, ...vpc.privateSubnets, ...vpc.isolatedSubnets];
  expect(closedSubnets(vpc, all).map(({ node }) => node.id)).toEqual(['PublicSubnet1', 'IsolatedSubnet1']);
});

test('endpoints are those of the VPC, by the names of their services', () => {
  const vpc = vpcOf(PRIVATE_ISOLATED);
  const other = new ec2.Vpc(vpc.stack, 'Other');
  other.addGatewayEndpoint('Storage', { service: ec2.GatewayVpcEndpointAwsService.S3 });
  expect(endpointServices(vpc)).toEqual([]);
  vpc.addGatewayEndpoint('Table', { service: ec2.GatewayVpcEndpointAwsService.DYNAMODB });
  expect(endpointServices(vpc)).toEqual([expect.stringMatching(/\.dynamodb/)]);
});
