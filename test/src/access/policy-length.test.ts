import { Aws, Stack } from 'aws-cdk-lib';
import { CfnKnowledgeBase } from 'aws-cdk-lib/aws-bedrock';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { lengthOfResource, lengthOfStatement } from '../../../src/access/policy-length';
import { newStack } from '../sample-job';

const stack = newStack();
const role = new Role(stack, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
const base = new CfnKnowledgeBase(stack, 'Base', {
  name: 'manuals',
  roleArn: role.roleArn,
  knowledgeBaseConfiguration: { type: 'VECTOR' },
});

test.each<[string, string, number]>([
  ['what is known', 'arn:aws:s3:::bucket', '"arn:aws:s3:::bucket",'.length],
  [
    'what a template may refer to',
    `arn:${Aws.PARTITION}:s3:${Aws.REGION}:${Aws.ACCOUNT_ID}:bucket`,
    '"arn:'.length + 10 + ':s3:'.length + 16 + ':'.length + 12 + ':bucket",'.length,
  ],
  ['a name', `arn:aws:bedrock:::${base.attrKnowledgeBaseId}`, '"arn:aws:bedrock:::'.length + 64 + '",'.length],
  ['a whole ARN', role.roleArn, 140 + '"",'.length],
])('of %s, an ARN has the most characters that it may come to', (_, arn, length) => {
  expect(lengthOfResource(stack, arn)).toBe(length);
});

test('a statement has its members, its condition and a list of resources', () => {
  const conditions = { StringEquals: { 'kms:ViaService': `bedrock.${Stack.of(stack).region}.amazonaws.com` } };
  const statement = new PolicyStatement({ actions: ['kms:Decrypt'], resources: ['arn:a'], conditions });
  const region = 'x'.repeat(16);
  const text = `{"Action":"kms:Decrypt","Condition":{"StringEquals":{"kms:ViaService":"bedrock.${region}.amazonaws.com"}},"Effect":"Allow","Resource":["arn:a"]},`;
  expect(lengthOfStatement(stack, statement)).toBe(text.length);
});
