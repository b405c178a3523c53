import { changeSet } from '../../../rehearsal/cloudformation/change-set';
import type { StackResource } from '../../../rehearsal/cloudformation/stack';
import type { Template, TemplateResource } from '../../../rehearsal/cloudformation/template';
import type { JsonObject, JsonValue } from '../../../rehearsal/json-value';

const topic = (Properties: JsonObject = {}, more: JsonObject = {}): TemplateResource => ({
  Type: 'AWS::SNS::Topic',
  Properties,
  ...more,
});

function changesOf(
  before: Record<string, TemplateResource>,
  after: Record<string, TemplateResource>,
  parameters: readonly [Record<string, JsonValue>, Record<string, JsonValue>] = [{}, {}],
): string[] {
  const resources = new Map(Object.keys(before).map((id) => [id, {} as StackResource]));
  const template = { Resources: after } as Template;
  const [earlier, later] = parameters;
  const changes = changeSet({
    before: { template: { Resources: before } as Template, parameters: earlier, resources },
    template,
    parameters: later,
    wanted: new Map(Object.entries(after)),
  });
  return [...changes].sort();
}

test('a creation has every resource', () => {
  expect(changesOf({}, { A: topic(), B: topic() })).toEqual(['A', 'B']);
});

test('an update has what is added, removed and changed', () => {
  const before = { Same: topic(), Gone: topic(), Changed: topic({ DisplayName: 'a' }) };
  const after = { Same: topic(), New: topic(), Changed: topic({ DisplayName: 'b' }) };
  expect(changesOf(before, after)).toEqual(['Changed', 'Gone', 'New']);
});

test('and what may change with that', () => {
  const user = topic({ DisplayName: { Ref: 'Middle' } });
  const middle = topic({ DisplayName: { 'Fn::GetAtt': ['First', 'TopicName'] } });
  const before = { User: user, Middle: middle, First: topic({ DisplayName: 'a' }), Other: topic() };
  expect(changesOf(before, { ...before, First: topic({ DisplayName: 'b' }) })).toEqual(['First', 'Middle', 'User']);
});

test('what only waits for others than before is not in it', () => {
  const before = { A: topic(), B: topic() };
  expect(changesOf(before, { ...before, B: topic({}, { DependsOn: ['A'] }) })).toEqual([]);
});

test('a parameter that changes changes what has it', () => {
  const resources = { A: topic({ DisplayName: { Ref: 'Name' } }), B: topic() };
  expect(changesOf(resources, resources, [{ Name: 'a' }, { Name: 'b' }])).toEqual(['A']);
});

test('what another stack puts out may have changed', () => {
  const resources = { A: topic({ DisplayName: { 'Fn::GetStackOutput': { StackName: 'B', OutputName: 'C' } } }) };
  expect(changesOf(resources, resources)).toEqual(['A']);
});
