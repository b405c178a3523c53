import { Duration } from 'aws-cdk-lib';
import { type ISecurityGroup, type IVpc, SecurityGroup, Subnet, type SubnetSelection, Vpc } from 'aws-cdk-lib/aws-ec2';
import { type IRole, Role } from 'aws-cdk-lib/aws-iam';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { RequestParts } from './request-parts';
import { bucketNamed } from '../../sample-job';

/** An object or a prefix in a bucket. */
export interface S3Location {
  readonly bucket: IBucket;
  readonly key: string;
}

/** What a URI says, where it is one that properties can say. */
export function locationOf(scope: Construct, uri: string | undefined): S3Location | undefined {
  const [, name, key = ''] = /^s3:\/\/([^/]+)\/?(.*)$/.exec(uri ?? '') ?? [];
  return name === undefined ? undefined : { bucket: bucketNamed(scope, name), key };
}

export function isS3Uri(uri: string): boolean {
  return uri.startsWith('s3://');
}

export function takeRole(scope: Construct, parts: RequestParts, path: string): IRole {
  return Role.fromRoleArn(scope, 'OwnRole', parts.take<string>(path)!);
}

export function takeKey(scope: Construct, parts: RequestParts, path: string): IKey | undefined {
  const arn = parts.take<string>(path, (value) => value.startsWith('arn:'));
  return arn === undefined ? undefined : Key.fromKeyArn(scope, path, arn);
}

export function takeSeconds(parts: RequestParts, path: string): Duration | undefined {
  const seconds = parts.take<number>(path);
  return seconds === undefined ? undefined : Duration.seconds(seconds);
}

/** A network by the ids of what is in it. */
export interface NetworkProps {
  readonly vpc?: IVpc;
  readonly vpcSubnets?: SubnetSelection;
  readonly securityGroups?: ISecurityGroup[];
}

export function takeNetwork(scope: Construct, parts: RequestParts, subnets: string, groups: string): NetworkProps {
  const subnetIds = parts.take<string[]>(subnets);
  if (!subnetIds) return {};
  const availabilityZones = subnetIds.map((_, index) => `us-east-1${'abc'[index]}`);
  return {
    vpc: Vpc.fromVpcAttributes(scope, 'Vpc', { vpcId: 'vpc-12345678', availabilityZones, privateSubnetIds: subnetIds }),
    vpcSubnets: { subnets: subnetIds.map((id) => Subnet.fromSubnetId(scope, id, id)) },
    securityGroups: parts.take<string[]>(groups)!.map((id) => SecurityGroup.fromSecurityGroupId(scope, id, id)),
  };
}
