import { hintIn } from '../../../lambda/kinds/hint';
import { NETWORK_HINTS } from '../../../lambda/kinds/network-hints';

test.each([
  [
    "ClientError: Data download failed:Please ensure that the subnet's route table has a route to an S3 VPC endpoint or a NAT device",
    'a way to S3',
  ],
  ['Unable to execute request to S3', 'a way to S3'],
  ['ClientError: Connection timed out to s3.eu-west-1.amazonaws.com', 'a way to S3'],
  ["ValidationException: The subnet ID 'subnet-0a1b' does not exist", 'subnets and security groups must exist'],
  ["ValidationException: The security group 'sg-0a1b' does not exist", 'subnets and security groups must exist'],
  ['InvalidSubnetID.NotFound', 'subnets and security groups must exist'],
  ['Insufficient free addresses in subnet subnet-0a1b', 'no free IP addresses'],
])('what can be done about "%s"', (text, hint) => {
  expect(hintIn(NETWORK_HINTS, text)).toContain(hint);
});

test.each(['the model timed out', 'The file subnet-0a1b.csv is empty', 's3://data/x does not exist'])(
  'there is none for "%s"',
  (text) => {
    expect(hintIn(NETWORK_HINTS, text)).toBeUndefined();
  },
);
