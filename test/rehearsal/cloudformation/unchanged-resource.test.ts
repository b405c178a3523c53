import type { StackResource } from '../../../rehearsal/cloudformation/stack';
import { unchangedResource } from '../../../rehearsal/cloudformation/unchanged-resource';

const resource = (more: Partial<StackResource>) =>
  ({ logicalId: 'Job', physicalId: 'job', properties: { A: 1, B: 'x' }, dependencies: [], ...more }) as StackResource;

test('properties are the same in any order, and as texts', () => {
  const next = resource({ physicalId: '', properties: { B: 'x', A: '1' }, dependencies: ['Role'] });
  expect(unchangedResource(resource({}), next)).toEqual(resource({ dependencies: ['Role'] }));
});

test('another property is an update', () => {
  expect(unchangedResource(resource({}), resource({ properties: { A: 2, B: 'x' } }))).toBeUndefined();
});
