import { App, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { JobEngine } from '../../../src';
import { engineRouteRules } from '../../../src/engine/engine-route-rules';
import { sentence } from '../../../src/validation/finding';

const { PRIVATE_ISOLATED, PUBLIC, PRIVATE_WITH_EGRESS } = ec2.SubnetType;

function vpcOf(...types: ec2.SubnetType[]) {
  const subnetConfiguration = types.map((subnetType) => ({ name: subnetType, subnetType }));
  return new ec2.Vpc(new Stack(new App(), 'Stack'), 'Vpc', { maxAzs: 1, subnetConfiguration });
}
const problemsOf = (vpc: ec2.Vpc) => [...engineRouteRules(vpc, vpc.selectSubnets().subnets)].map(sentence);

test('isolated subnets lead nowhere', () => {
  expect(problemsOf(vpcOf(PRIVATE_ISOLATED))).toEqual([
    "'vpc' has no way from IsolatedSubnet1 to Step Functions (states), nor to S3 (s3), where CloudFormation has answers put, nor to the service of the jobs (such as sagemaker.api or bedrock): give the VPC endpoints for them, or the engine subnets with a NAT gateway",
  ]);
});

test('subnets with a NAT gateway lead everywhere', () => {
  expect(problemsOf(vpcOf(PUBLIC, PRIVATE_WITH_EGRESS))).toEqual([]);
});

test.each([
  ['SAGEMAKER_API', ec2.InterfaceVpcEndpointAwsService.SAGEMAKER_API],
  ['BEDROCK', ec2.InterfaceVpcEndpointAwsService.BEDROCK],
])('endpoints lead to what they are for (%s)', (_, service) => {
  const vpc = vpcOf(PRIVATE_ISOLATED);
  vpc.addGatewayEndpoint('Storage', { service: ec2.GatewayVpcEndpointAwsService.S3 });
  vpc.addInterfaceEndpoint('Machines', { service: ec2.InterfaceVpcEndpointAwsService.STEP_FUNCTIONS });
  expect(problemsOf(vpc)).toEqual([expect.stringContaining('to the service of the jobs (such as sagemaker.api')]);
  vpc.addInterfaceEndpoint('Jobs', { service });
  expect(problemsOf(vpc)).toEqual([]);
});

test('it is a warning of the engine, with what the app has made after it', () => {
  const vpc = vpcOf(PRIVATE_ISOLATED);
  const engine = new JobEngine(vpc.stack, 'Jobs', { vpc });
  vpc.addGatewayEndpoint('Storage', { service: ec2.GatewayVpcEndpointAwsService.S3 });
  const [warning, ...others] = Annotations.fromStack(vpc.stack).findWarning(
    engine.node.path.replace(/^/, '/'),
    Match.stringLikeRegexp('has no way from IsolatedSubnet1 to Step Functions'),
  );
  expect(others).toEqual([]);
  expect(warning.entry.data).not.toContain('S3 (s3)');
  expect(warning.entry.data).toContain('[ack: cdk-ml-jobs:engineRoute]');
});
