import { RegionInfo as RegionInfoOfNewest } from 'aws-cdk-lib-newest/region-info';
import { requireResponseUrl } from '../../lambda/response-url';

const SECRET = 'X-Amz-Signature=5ec2e7';

describe('a response URL may be', () => {
  test.each([
    'cloudformation-custom-resource-response-useast1.s3.amazonaws.com',
    'cloudformation-custom-resource-response-euwest1.s3-eu-west-1.amazonaws.com',
    'cloudformation-custom-resource-response-uswest2.s3.us-west-2.amazonaws.com',
    'cloudformation-waitcondition-us-east-1.s3.amazonaws.com',
    'cloudformation-waitcondition-eu-west-3.s3.eu-west-3.amazonaws.com',
    's3.us-west-2.amazonaws.com',
    'cloudformation-waitcondition-us-east-1.s3-external-1.amazonaws.com',
    'cloudformation-waitcondition-us-gov-west-1.s3-fips.us-gov-west-1.amazonaws.com',
    'cloudformation-waitcondition-us-east-1.s3.dualstack.us-east-1.amazonaws.com',
    'cloudformation-waitcondition-us-east-1.s3-fips.dualstack.us-east-1.amazonaws.com',
  ])('one at %s', (host) => {
    expect(() => requireResponseUrl(`https://${host}/arn%3Aaws%3Acloudformation?${SECRET}`)).not.toThrow();
  });

  test('one at S3 in every Region that the CDK knows', () => {
    const { regions } = RegionInfoOfNewest;
    expect(regions.length).toBeGreaterThan(40);
    for (const { name, domainSuffix } of regions) {
      const bucket = `cloudformation-waitcondition-${name}`;
      expect(() => requireResponseUrl(`https://${bucket}.s3.${name}.${domainSuffix}/a?${SECRET}`)).not.toThrow();
    }
  });

  test('one at the host of an emulated AWS, whatever the port', () => {
    expect(() => requireResponseUrl('http://127.0.0.1:4321/a', 'http://127.0.0.1:1234')).not.toThrow();
  });
});

test.each([
  ['http://aws.example.com/a', 'http://aws.example.com:4566'],
  ['http://cloudformation-custom-resource-response.s3.aws.example.com:4566/a', 'http://aws.example.com:4566'],
  ['https://s3.localhost.localstack.cloud:4566/a', 'https://localhost.localstack.cloud:4566'],
  ['http://S3.AWS.example.com/a', 'http://aws.EXAMPLE.com'],
])('a response URL may be at the host of an emulated AWS, or below it: %s', (url, endpoint) => {
  expect(() => requireResponseUrl(url, endpoint)).not.toThrow();
});

describe('a response URL must not be', () => {
  test.each([
    ['without TLS', 'http://bucket.s3.amazonaws.com'],
    ['at a host of the VPC', 'https://10.0.0.12'],
    ['at the function itself', 'http://127.0.0.1:9001'],
    ['at the metadata of a machine', 'http://169.254.169.254'],
    ['at a host that only begins like S3', 'https://bucket.s3.amazonaws.com.example.com'],
    ['at a host that only ends like S3', 'https://evil-s3.amazonaws.com'],
    ['at another service of AWS', 'https://abc123.execute-api.us-east-1.amazonaws.com'],
    ['at a host of a user that is called like a variant', 'https://s3-fips.example.com'],
    ['at an endpoint of a VPC', 'https://bucket.vpce-1a2b3c.s3.us-east-1.vpce.amazonaws.com'],
    ['at a website in S3, which redirects', 'https://bucket.s3-website-us-east-1.amazonaws.com'],
    ['at S3 as the name of a user', 'https://bucket.s3.amazonaws.com@internal.example.com'],
  ])('one %s: %s', (_, origin) => {
    const url = new URL(origin);
    expect(() => requireResponseUrl(`${origin}/a?${SECRET}`)).toThrow(
      `A response URL must be one of S3, over HTTPS, got one of ${url.protocol}//${url.hostname}`,
    );
  });

  test('one at another port of S3', () => {
    expect(() => requireResponseUrl('https://bucket.s3.amazonaws.com:8443/a')).toThrow(/^A response URL must be/);
  });

  test('one at another host than that of an emulated AWS', () => {
    expect(() => requireResponseUrl('http://10.0.0.12/a', 'http://127.0.0.1:1234')).toThrow(
      'A response URL must be one of S3, over HTTPS, got one of http://10.0.0.12',
    );
  });

  test.each([
    'http://evil-aws.example.com/a',
    'http://aws.example.com.evil.org/a',
    'http://aws.example.com@10.0.0.12/a',
    'http://example.com/a',
    'http://.aws.example.org/a',
  ])('one at a host that is not below that of an emulated AWS: %s', (url) => {
    expect(() => requireResponseUrl(url, 'http://aws.example.com:4566')).toThrow(/^A response URL must be/);
  });

  test('anything but a URL, which the error does not repeat', () => {
    expect(() => requireResponseUrl(`nowhere?${SECRET}`)).toThrow(
      /^A response URL must be one of S3, over HTTPS, got something else$/,
    );
  });
});
