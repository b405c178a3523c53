import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';

/** The ids of the private subnets of `sampleVpc`. */
export const SUBNET_IDS = ['subnet-0123456789abcdef1', 'subnet-0123456789abcdef2'];

/** A VPC that is there already, with so many private subnets, each in an Availability Zone of its own. */
export function sampleVpc(scope: Construct, subnetCount: 1 | 2 = 2): ec2.IVpc {
  return ec2.Vpc.fromVpcAttributes(scope, 'Vpc', {
    vpcId: 'vpc-0123456789abcdef0',
    availabilityZones: ['us-east-1a', 'us-east-1b'].slice(0, subnetCount),
    privateSubnetIds: SUBNET_IDS.slice(0, subnetCount),
  });
}
