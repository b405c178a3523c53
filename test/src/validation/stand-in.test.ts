import { App, Stack } from 'aws-cdk-lib';
import { Vpc, SecurityGroup } from 'aws-cdk-lib/aws-ec2';
import { Key } from 'aws-cdk-lib/aws-kms';
import { HostedZone } from 'aws-cdk-lib/aws-route53';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { aroundStandIns, hasStandIn } from '../../../src/validation/stand-in';

const stack = new Stack(new App(), 'Stack', { env: { account: '111122223333', region: 'eu-west-1' } });
const vpc = Vpc.fromLookup(stack, 'Vpc', { vpcName: 'ml' });

/** What the lookups of the CDK give before the CLI has asked for the values: a new one shows here. */
test.each([
  ['a parameter', StringParameter.valueFromLookup(stack, '/ml/profile')],
  ['a network', vpc.vpcId],
  ['a private subnet', vpc.privateSubnets[0].subnetId],
  ['a public subnet', vpc.publicSubnets[0].subnetId],
  ['a zone', new Stack(stack, 'Zones', { env: stack }).availabilityZones[0]],
  ['a security group', SecurityGroup.fromLookupByName(stack, 'Group', 'jobs', vpc).securityGroupId],
  ['a key', Key.fromLookup(stack, 'Key', { aliasName: 'alias/jobs' }).keyId],
  ['a hosted zone', HostedZone.fromLookup(stack, 'HostedZone', { domainName: 'example.com' }).hostedZoneId],
  ['an image', 'ami-1234'],
  ['a role that somebody else is to make', 'arn:aws:iam::111122223333:role'],
  ['a role, as newer lookups have it', 'arn:aws:iam::123456789012:role/DUMMY_ARN'],
])('the value of %s that has yet to be looked up is a stand-in: %s', (_, value) => {
  expect(hasStandIn(value)).toBe(true);
  expect(aroundStandIns(value)).toEqual(['', '']);
});

test.each([
  '',
  'dummy',
  'my-dummy-value',
  'vpc-123456',
  'sg-0123456789',
  'ami-12345678',
  'DUMMY_ARNS',
  'dummy12',
  'arn:aws:iam::1:role/a',
])('any other text is none: %p', (text) => {
  expect(hasStandIn(text)).toBe(false);
  expect(aroundStandIns(text)).toEqual([text]);
});

test.each([
  ['s3://dummy-value-for-/ml/bucket/results/', ['s3://', '']],
  ['s3://bucket/vpc-12345/a', ['s3://bucket/', '/a']],
  [
    'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
    ['arn:aws:kms:eu-west-1:111122223333:key/', ''],
  ],
])('what is around a stand-in is known: %s', (text, parts) => {
  expect(aroundStandIns(text)).toEqual(parts);
});
