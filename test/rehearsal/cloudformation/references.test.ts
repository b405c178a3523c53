import { importedNames, referredResources, resourceDependencies } from '../../../rehearsal/cloudformation/references';
import type { Template, TemplateResource } from '../../../rehearsal/cloudformation/template';
import type { JsonObject } from '../../../rehearsal/json-value';

const template = {
  Resources: Object.fromEntries(['Role', 'Bucket', 'Key', 'Policy', 'Topic'].map((id) => [id, { Type: 'AWS::X::Y' }])),
} as unknown as Template;

function dependencies(resource: object): string[] {
  return [...resourceDependencies(resource as TemplateResource, template)].sort();
}

test('a resource depends on what it refers to and on what it is made to depend on', () => {
  const resource = {
    Type: 'Custom::SageMakerCompilationJob',
    DependsOn: ['Policy'],
    Properties: {
      Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
      Request: { Nested: [{ Ref: 'Bucket' }, { 'Fn::Sub': 'arn:${Key.Arn}:${AWS::Region}:${!Topic}' }] },
    },
  };
  expect(dependencies(resource)).toEqual(['Bucket', 'Key', 'Policy', 'Role']);
});

test('variables of Fn::Sub are no references', () => {
  const resource = { Type: 'T', Properties: { A: { 'Fn::Sub': ['${Key}', { Key: { Ref: 'Topic' } }] } } };
  expect(dependencies(resource)).toEqual(['Topic']);
});

test('parameters are no dependencies; a single DependsOn is one', () => {
  expect(dependencies({ Type: 'T', DependsOn: 'Role', Properties: { A: { Ref: 'Parameter' } } })).toEqual(['Role']);
});

test('a value refers to resources, and uses exports of other stacks', () => {
  const value: JsonObject = {
    'Fn::Join': ['', [{ 'Fn::GetAtt': 'Role.Arn' }, { 'Fn::ImportValue': 'App:Model' }, { Ref: 'Other' }]],
  };
  expect([...referredResources(value, template)]).toEqual(['Role']);
  expect(importedNames(value)).toEqual(['App:Model']);
  expect(importedNames({ 'Fn::ImportValue': { 'Fn::Sub': '${AWS::StackName}:Model' } })).toEqual([]);
});
