import { Fn, Stack } from 'aws-cdk-lib';
import { CfnRole } from 'aws-cdk-lib/aws-iam';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { resourceInApp } from '../../src/resource-in-app';

const stack = new Stack();
const bucket = new CfnBucket(stack, 'Bucket');

test.each([
  ['its reference', bucket.ref],
  ['an attribute', bucket.attrArn],
])('is known by %s', (_, value) => {
  expect(resourceInApp(value, CfnBucket)).toBe(bucket);
});

test.each([
  ['of another type', new CfnRole(stack, 'Role', { assumeRolePolicyDocument: {} }).attrArn],
  ['with a text around its reference', `${bucket.attrArn}/*`],
  ['beside another', `${bucket.ref}${bucket.ref}`],
  ['of another stack, by its export', Fn.importValue('Bucket')],
  ['by its name', 'my-bucket'],
  ['that is no text', undefined],
])('is unknown %s', (_, value) => {
  expect(resourceInApp(value, CfnBucket)).toBeUndefined();
});
