import { Lazy } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { grantReadUri } from '../../../src/access/grant-read-uri';
import { statementsOf } from '../policy-statements';
import { newStack } from '../sample-job';

/** What the role may do, and what the grant says of it. */
function grantOn(uri: string) {
  const stack = newStack();
  const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('sagemaker.amazonaws.com') });
  const { success } = grantReadUri(role, stack, uri);
  return { success, statements: statementsOf(stack, 'Role') };
}

test('lets a role find the bucket of a URI, and read the object or the folder that it names', () => {
  expect(grantOn('s3://models/penguins/model.tar.gz')).toEqual({
    success: true,
    statements: [
      { actions: ['s3:GetBucketLocation', 's3:ListBucket'], resources: ['arn:<AWS::Partition>:s3:::models'] },
      { actions: ['s3:GetObject'], resources: ['arn:<AWS::Partition>:s3:::models/penguins/model.tar.gz*'] },
    ],
  });
});

test('takes a URI that is known at deployment only', () => {
  const uri = Lazy.string({ produce: () => ({ Ref: 'Uri' }) as unknown as string });
  const arnOf = (part: unknown) => `arn:<AWS::Partition>:s3:::${JSON.stringify(part)}`;
  expect(grantOn(uri).statements).toEqual([
    {
      actions: ['s3:GetBucketLocation', 's3:ListBucket'],
      resources: [arnOf({ 'Fn::Select': [2, { 'Fn::Split': ['/', { Ref: 'Uri' }] }] })],
    },
    {
      actions: ['s3:GetObject'],
      resources: [`${arnOf({ 'Fn::Select': [1, { 'Fn::Split': ['s3://', { Ref: 'Uri' }] }] })}*`],
    },
  ]);
});

test('grants nothing to a role whose policies are kept elsewhere', () => {
  const stack = newStack();
  const role = iam.Role.fromRoleArn(stack, 'Role', 'arn:aws:iam::111122223333:role/kept', { mutable: false });
  expect(grantReadUri(role, stack, 's3://models/model.tar.gz').success).toBe(true);
  expect(stack.node.findAll().filter((child) => child instanceof iam.Policy)).toEqual([]);
});
