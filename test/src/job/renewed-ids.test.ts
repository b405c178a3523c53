import { App, CfnResource, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { RenewedIds } from '../../../src/job/renewed-ids';

/** The logical ids of two resources that carry the hash of the same. */
function idsWith(identity: unknown): string[] {
  const stack = new Stack(new App(), 'Stack');
  const ids = new RenewedIds(stack, identity);
  for (const id of ['First', 'Second']) ids.renew(new CfnResource(stack, id, { type: 'AWS::SNS::Topic' }));
  const { Resources } = (stack.node.root as App).synth().getStackByName('Stack').template as { Resources: object };
  return Object.keys(Resources);
}

test('the ids of all that carry the same end in the same hash', () => {
  expect(idsWith({ a: 1, b: 2 })).toEqual([
    expect.stringMatching(/^First[0-9a-f]{8}$/),
    expect.stringMatching(/^Second[0-9a-f]{8}$/),
  ]);
});

test('they change with what they carry, and not with how it is written', () => {
  expect(idsWith({ a: 1, b: 2 })).toEqual(idsWith({ b: '2', a: '1' }));
  expect(idsWith({ a: 1, b: 2 })).not.toEqual(idsWith({ a: 1, b: 3 }));
});

test.each(['AWS::Bedrock::KnowledgeBase', 'AWS::Bedrock::DataSource', 'AWS::SageMaker::Model'])(
  'they change with the properties of a %s that is referred to, which CloudFormation replaces',
  (type) => {
    const idWith = (text: string) => {
      const stack = new Stack(new App(), 'Stack');
      const made = new CfnResource(stack, 'Made', { type, properties: { Text: text } });
      const topic = new CfnResource(stack, 'Topic', { type: 'AWS::SNS::Topic' });
      new RenewedIds(stack, made.getAtt('Id')).renew(topic);
      return stack.resolve(topic.logicalId) as string;
    };

    expect(idWith('a')).toBe(idWith('a'));
    expect(idWith('a')).not.toBe(idWith('b'));
  },
);

test('an id that something else has given since is warned of, unless it still ends in the hash', () => {
  const stack = new Stack(new App(), 'Stack');
  const [lost, kept] = ['Lost', 'Kept'].map((id) => new CfnResource(stack, id, { type: 'AWS::SNS::Topic' }));
  const ids = new RenewedIds(stack, { a: 1 });
  for (const element of [lost, kept]) ids.renew(element);
  lost.overrideLogicalId('AcmeLost');
  kept.overrideLogicalId(`Acme${stack.resolve(kept.logicalId)}`);

  const warnings = Annotations.fromStack(stack).findWarning('*', Match.anyValue());
  expect(warnings.map(({ entry }) => entry.data)).toEqual([
    expect.stringMatching(/^the logical id 'AcmeLost' does not end in '[0-9a-f]{8}' any more, .*renewedId\]$/),
  ]);
});
