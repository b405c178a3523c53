import { App, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { storageRouteRules } from '../../../src/access/storage-route-rules';
import { sentence } from '../../../src/validation/finding';

const { PRIVATE_ISOLATED, PUBLIC, PRIVATE_WITH_EGRESS } = ec2.SubnetType;

function vpcOf(...types: ec2.SubnetType[]) {
  const subnetConfiguration = types.map((subnetType) => ({ name: subnetType, subnetType }));
  return new ec2.Vpc(new Stack(new App(), 'Stack'), 'Vpc', { maxAzs: 1, subnetConfiguration });
}
const problemsOf = (vpc: ec2.IVpc, selection?: ec2.SubnetSelection) =>
  [...storageRouteRules(vpc, vpc.selectSubnets(selection).subnets)].map(sentence);

test('isolated subnets have no way to S3, nor have public ones', () => {
  const text = (name: string) =>
    `'vpc' has no way to S3 from ${name}: give the VPC a gateway endpoint with vpc.addGatewayEndpoint('S3', { service: GatewayVpcEndpointAwsService.S3 }), or the job subnets with a NAT gateway`;
  expect(problemsOf(vpcOf(PRIVATE_ISOLATED))).toEqual([text('IsolatedSubnet1')]);
  expect(problemsOf(vpcOf(PUBLIC), { subnetType: PUBLIC })).toEqual([text('PublicSubnet1')]);
});

test('subnets with a NAT gateway have one', () => {
  expect(problemsOf(vpcOf(PUBLIC, PRIVATE_WITH_EGRESS))).toEqual([]);
});

test('an endpoint for S3 is one; that of another service is none', () => {
  const vpc = vpcOf(PRIVATE_ISOLATED);
  vpc.addGatewayEndpoint('Table', { service: ec2.GatewayVpcEndpointAwsService.DYNAMODB });
  expect(problemsOf(vpc)).toHaveLength(1);
  vpc.addGatewayEndpoint('Storage', { service: ec2.GatewayVpcEndpointAwsService.S3 });
  expect(problemsOf(vpc)).toEqual([]);
});

test('a route of the app may be one', () => {
  const vpc = vpcOf(PRIVATE_ISOLATED);
  const { routeTableId } = vpc.isolatedSubnets[0].routeTable;
  new ec2.CfnRoute(vpc.stack, 'Route', { routeTableId, destinationCidrBlock: '0.0.0.0/0', transitGatewayId: 'tgw-1' });
  expect(problemsOf(vpc)).toEqual([]);
});

test('of a VPC that is only referred to, nothing is known', () => {
  const vpc = ec2.Vpc.fromVpcAttributes(new Stack(new App(), 'Stack'), 'Vpc', {
    vpcId: 'vpc-0123456789',
    availabilityZones: ['eu-west-1a'],
    isolatedSubnetIds: ['subnet-0123456789'],
  });
  expect(problemsOf(vpc)).toEqual([]);
});
