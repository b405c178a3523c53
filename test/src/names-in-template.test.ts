import { CfnParameter, CfnResource, NestedStack, type Stack } from 'aws-cdk-lib';
import { newStack } from './sample-job';
import { elementsNamed, namesIn } from '../../src/names-in-template';

const thing = (stack: Stack, id: string) => new CfnResource(stack, id, { type: 'AWS::Some::Thing' });

test.each<[string, unknown, string[]]>([
  ['a reference', { Ref: 'A' }, ['A']],
  ['an attribute', { 'Fn::GetAtt': ['A', 'Arn'] }, ['A']],
  ['an attribute in one text', { 'Fn::GetAtt': 'A.Endpoint.Port' }, ['A']],
  ['what a text is made of', { 'Fn::Sub': 'arn:${A}/${B.Arn}/${!C}' }, ['A', 'B']],
  ['what a text is made of, beside values of its own', { 'Fn::Sub': ['${A}', { D: { Ref: 'B' } }] }, ['A', 'B']],
  ['what a resource waits for', { DependsOn: 'A' }, ['A']],
  ['all that a resource waits for', { DependsOn: ['A', 'B'] }, ['A', 'B']],
  ['what lies deeper', [{ 'Fn::Join': ['', ['arn:', { Ref: 'A' }]] }], ['A']],
  ['nothing in other words', ['A', { ref: 'A', Value: 'Ref', 'Fn::GetAtt': 1, DependsOn: { A: 1 } }, null], []],
])('%s is named in the words of the template', (_, value, names) => {
  expect(namesIn(value)).toEqual(names);
});

test('what has a name is looked for in its own stack, also when it comes later', () => {
  const stack = newStack();
  const nested = new NestedStack(stack, 'Nested');
  const [first, within] = [thing(stack, 'First'), thing(nested, 'Within')];
  expect(elementsNamed(stack, ['First', 'Within', 'Later', 'AWS::Region'])).toEqual([first]);
  expect(elementsNamed(nested, ['First', 'Within'])).toEqual([within]);

  const later = new CfnParameter(stack, 'Later');
  expect(elementsNamed(stack, ['Later', 'First'])).toEqual([later, first]);
});
