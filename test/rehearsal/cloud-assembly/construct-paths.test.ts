import { ConstructPaths } from '../../../rehearsal/cloud-assembly/construct-paths';
import type { Template } from '../../../rehearsal/cloudformation/template';

const logicalId = (data: string): { type: string; data: string }[] => [{ type: 'aws:cdk:logicalId', data }];
const TOPIC = { Type: 'AWS::SNS::Topic' };

function pathOf(template: Template, id: string): unknown {
  return template.Resources[id].Metadata?.['aws:cdk:path'];
}

test('a logical id belongs to the construct under whose path the metadata has it', () => {
  const paths = new ConstructPaths({
    '/App/Compile/Resource/Default': logicalId('Compile1'),
    '/App/Compile': [{ type: 'aws:cdk:analytics:construct', data: '*' }],
  });
  const template = paths.addTo({ Resources: { Compile1: TOPIC, Other: TOPIC } });
  expect(pathOf(template, 'Compile1')).toBe('App/Compile/Resource/Default');
  expect(pathOf(template, 'Other')).toBeUndefined();
});

test('nested stacks are told apart from their parent, and from one another', () => {
  const paths = new ConstructPaths({
    '/App/Compile/Resource': logicalId('Compile1'),
    '/App/Nested.NestedStack/Nested.NestedStackResource': logicalId('Nested1'),
    '/App/Nested/Compile/Resource': logicalId('Compile1'),
    '/App/Nested/Deep.NestedStack/Deep.NestedStackResource': logicalId('Deep1'),
    '/App/Nested/Deep/Compile/Resource': logicalId('Compile1'),
  });
  const template = { Resources: { Compile1: TOPIC } };
  expect(pathOf(paths.addTo(template), 'Compile1')).toBe('App/Compile/Resource');
  const nested = 'App/Nested.NestedStack/Nested.NestedStackResource';
  expect(pathOf(paths.addTo(template, nested), 'Compile1')).toBe('App/Nested/Compile/Resource');
  const deep = 'App/Nested/Deep.NestedStack/Deep.NestedStackResource';
  expect(pathOf(paths.addTo(template, deep), 'Compile1')).toBe('App/Nested/Deep/Compile/Resource');
  expect(pathOf(paths.addTo(template, 'App/Unknown'), 'Compile1')).toBeUndefined();
});

test('an assembly may have no metadata', () => {
  const template = { Resources: { Topic: TOPIC } };
  expect(new ConstructPaths(undefined).addTo(template)).toEqual(template);
});
