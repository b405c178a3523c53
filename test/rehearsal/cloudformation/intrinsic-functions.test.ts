import {
  checkFunctions,
  IntrinsicFunctions,
  scalarsAsStrings,
} from '../../../rehearsal/cloudformation/intrinsic-functions';
import type { Template } from '../../../rehearsal/cloudformation/template';
import type { JsonObject, JsonValue } from '../../../rehearsal/json-value';

const REFERENCES: Record<string, JsonValue> = { 'AWS::Region': 'eu-west-1', Bucket: 'the-bucket', List: ['a', 'b'] };

function resolver(template: JsonObject = {}): IntrinsicFunctions {
  return new IntrinsicFunctions({
    template: { Resources: {}, ...template } as Template,
    ref: (name) => REFERENCES[name],
    getAtt: (id, attribute) => `${id}!${attribute}`,
    importValue: (name) => `imported ${name}`,
    stackOutput: ({ StackName: stack, OutputName: name, Region: region }) => `${stack}.${name} in ${region}`,
  });
}

test.each<[string, JsonValue, JsonValue]>([
  ['Ref', { Ref: 'Bucket' }, 'the-bucket'],
  ['Fn::GetAtt as a list', { 'Fn::GetAtt': ['Job', 'Some.Arn'] }, 'Job!Some.Arn'],
  ['Fn::GetAtt as a string', { 'Fn::GetAtt': 'Job.Arn' }, 'Job!Arn'],
  ['Fn::Join', { 'Fn::Join': ['-', ['a', { Ref: 'Bucket' }, 3]] }, 'a-the-bucket-3'],
  ['Fn::Join of a list', { 'Fn::Join': ['+', { Ref: 'List' }] }, 'a+b'],
  ['Fn::Sub', { 'Fn::Sub': 's3://${Bucket}/${Job.Arn}/${!Literal}' }, 's3://the-bucket/Job!Arn/${Literal}'],
  ['Fn::Sub with variables', { 'Fn::Sub': ['${A}-${AWS::Region}', { A: { Ref: 'Bucket' } }] }, 'the-bucket-eu-west-1'],
  ['Fn::Select', { 'Fn::Select': [1, { Ref: 'List' }] }, 'b'],
  ['Fn::Select of a split', { 'Fn::Select': ['0', { 'Fn::Split': ['|', 'x|y'] }] }, 'x'],
  ['Fn::Split', { 'Fn::Split': ['/', 'a/b/c'] }, ['a', 'b', 'c']],
  ['Fn::ImportValue', { 'Fn::ImportValue': { 'Fn::Sub': '${Bucket}:x' } }, 'imported the-bucket:x'],
  [
    'Fn::GetStackOutput',
    { 'Fn::GetStackOutput': { StackName: 'Jobs', OutputName: 'Arn', Region: { Ref: 'AWS::Region' } } },
    'Jobs.Arn in eu-west-1',
  ],
  ['Fn::Base64', { 'Fn::Base64': 'text' }, 'dGV4dA=='],
  ['Fn::GetAZs', { 'Fn::GetAZs': '' }, ['eu-west-1a', 'eu-west-1b', 'eu-west-1c']],
  ['Fn::Cidr', { 'Fn::Cidr': ['10.0.0.0/16', 2, 8] }, ['10.0.0.0/24', '10.0.1.0/24']],
  ['Fn::ToJsonString', { 'Fn::ToJsonString': { a: { Ref: 'Bucket' } } }, '{"a":"the-bucket"}'],
  ['Fn::Length', { 'Fn::Length': { Ref: 'List' } }, 2],
])('resolves %s', (_name, value, expected) => {
  expect(resolver().resolve(value, 'here')).toEqual(expected);
});

test('resolves Fn::FindInMap, with a default', () => {
  const functions = resolver({ Mappings: { Map: { 'eu-west-1': { Key: 'found' } } } });
  expect(functions.resolve({ 'Fn::FindInMap': ['Map', { Ref: 'AWS::Region' }, 'Key'] }, 'here')).toBe('found');
  const withDefault = { 'Fn::FindInMap': ['Map', 'other', 'Key', { DefaultValue: 'fallback' }] };
  expect(functions.resolve(withDefault, 'here')).toBe('fallback');
  expect(() => functions.resolve({ 'Fn::FindInMap': ['Map', 'other', 'Key'] }, 'here')).toThrow(
    'here (Fn::FindInMap): mapping Map has no other.Key',
  );
});

test('chooses by conditions', () => {
  const functions = resolver({
    Conditions: {
      InEurope: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-west-1'] },
      Elsewhere: { 'Fn::Not': [{ Condition: 'InEurope' }] },
      Both: { 'Fn::And': [{ Condition: 'InEurope' }, { Condition: 'Elsewhere' }] },
      One: { 'Fn::Or': [{ Condition: 'InEurope' }, { Condition: 'Elsewhere' }] },
    },
  });
  const chosen = (name: string): JsonValue => functions.resolve({ 'Fn::If': [name, 'yes', 'no'] }, 'here');
  expect(['InEurope', 'Elsewhere', 'Both', 'One'].map(chosen)).toEqual(['yes', 'no', 'no', 'yes']);
});

test('members that are AWS::NoValue vanish', () => {
  const value = { A: { Ref: 'AWS::NoValue' }, B: ['x', { 'Fn::If': ['Never', 'y', { Ref: 'AWS::NoValue' }] }] };
  const functions = resolver({ Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } } });
  expect(functions.resolveObject(value, 'here')).toEqual({ B: ['x'] });
});

test('fails on a name that nothing has', () => {
  expect(() => resolver().resolve({ Ref: 'Nothing' }, 'Stack App: Job.Name')).toThrow(
    'Stack App: Job.Name (Ref): no parameter or resource is named Nothing',
  );
});

test('fails on an unknown function, naming it and its place, before anything is made', () => {
  const template = { Resources: { Job: { Properties: { Name: [{ 'Fn::Magic': 'x' }] } } } };
  expect(() => checkFunctions(template, 'Stack App')).toThrow(
    'Stack App.Resources.Job.Properties.Name[0]: the rehearsal does not know the intrinsic function Fn::Magic',
  );
});

test('fails on an index outside of the list', () => {
  expect(() => resolver().resolve({ 'Fn::Select': [5, ['a']] }, 'here')).toThrow('index 5 is not in a list of 1');
});

test('custom resources get all scalars as strings', () => {
  expect(scalarsAsStrings({ a: 1, b: [true, { c: 1.5 }], d: 'text' })).toEqual({
    a: '1',
    b: ['true', { c: '1.5' }],
    d: 'text',
  });
});
