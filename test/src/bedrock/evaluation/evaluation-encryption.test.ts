import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { statementsOf } from '../../policy-statements';
import { evaluationJob, evaluationProperties } from '../../sample-evaluation-job';

const ACTIONS = ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'];

/** A stack whose job has a key of the stack. */
function encrypted(): Stack {
  const stack = new Stack(new App(), 'Stack', { env: { account: '111122223333', region: 'us-east-1' } });
  evaluationJob(stack, 'Evaluate', { encryptionKey: new Key(stack, 'Key') });
  return stack;
}

test('the job has the key', () => {
  expect(evaluationProperties(encrypted()).Request.customerEncryptionKeyId).toEqual({
    'Fn::GetAtt': [expect.stringMatching(/^Key/), 'Arn'],
  });
});

test.each(['EvaluateRole', 'cdkmljobsJobEngineHandlerRole'])('the key is used by %s', (role) => {
  expect(statementsOf(encrypted(), role)).toContainEqual({
    actions: ACTIONS,
    resources: [expect.stringMatching(/^<Key.*Arn>$/)],
  });
});

test('the service itself uses the key, for evaluation jobs of the account only', () => {
  const [{ Properties: key }] = Object.values(Template.fromStack(encrypted()).findResources('AWS::KMS::Key')) as {
    Properties: { KeyPolicy: { Statement: { Principal: object }[] } };
  }[];
  const jobs = {
    'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':bedrock:us-east-1:111122223333:evaluation-job/*']],
  };

  expect(key.KeyPolicy.Statement).toContainEqual({
    Effect: 'Allow',
    Principal: { Service: 'bedrock.amazonaws.com' },
    Action: ACTIONS,
    Resource: '*',
    Condition: {
      StringEquals: { 'aws:SourceAccount': '111122223333' },
      StringLike: { 'kms:EncryptionContext:evaluationJobArn': jobs, 'aws:SourceArn': jobs },
    },
  });
});

test('without a key, nobody may use one', () => {
  const stack = new Stack(new App(), 'Stack', { env: { account: '111122223333', region: 'us-east-1' } });
  evaluationJob(stack, 'Evaluate');

  for (const role of ['EvaluateRole', 'cdkmljobsJobEngineHandlerRole']) {
    expect(
      statementsOf(stack, role).flatMap(({ actions }) => actions.filter((each) => each.startsWith('kms:'))),
    ).toEqual([]);
  }
});
