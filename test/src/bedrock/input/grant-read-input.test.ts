import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { grantReadInput } from '../../../../src/bedrock/input/grant-read-input';
import { statementsOf } from '../../policy-statements';
import { newStack } from '../../sample-job';

const CONDITION = { StringEquals: { 'aws:ResourceAccount': '111122223333' } };

/** What a role may do for which a grant was made. */
function grant(objectKeyOrPrefix: string) {
  const stack = newStack();
  const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('bedrock.amazonaws.com') });
  const bucket = new Bucket(stack, 'Bucket', { encryptionKey: new kms.Key(stack, 'Key') });
  grantReadInput(role, bucket, objectKeyOrPrefix, '111122223333');
  return { statements: statementsOf(stack, 'Role'), acknowledged: role.node.metadata.map(({ data }) => data) };
}

test.each([
  ['a/b.jsonl', 'a/b.jsonl'],
  ['a/', 'a/*'],
  ['', '*'],
])("the input '%s' may be read as %s, in a bucket of the account", (key, objects) => {
  const { statements } = grant(key);
  expect(statements).toEqual([
    {
      actions: ['s3:GetBucketLocation', 's3:ListBucket'],
      resources: [expect.stringMatching(/^<Bucket\w+\.Arn>$/)],
      condition: CONDITION,
    },
    {
      actions: ['s3:GetObject'],
      resources: [expect.stringMatching(new RegExp(`^<Bucket\\w+\\.Arn>/${objects.replace('*', '\\*')}$`))],
      condition: CONDITION,
    },
    { actions: ['kms:Decrypt'], resources: [expect.stringMatching(/^<Key\w+\.Arn>$/)] },
  ]);
});

test('cdk-nag is told why there is a wildcard, where there is one', () => {
  expect(grant('a.jsonl').acknowledged).toEqual([]);
  const [explanation] = grant('a/').acknowledged as Record<string, string>[];
  expect(Object.entries(explanation)).toEqual([
    [
      expect.stringMatching(/^annotation::AwsSolutions-IAM5\[Resource::<Bucket\w+\.Arn>\/a\/\*\]$/),
      'The job reads all files in its folder.',
    ],
  ]);
});
