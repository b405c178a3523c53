import { failedResources } from '../../../rehearsal/cloudformation/failed-resources';

test('what has failed is one sentence for each verb, and nothing where nothing has', () => {
  expect(failedResources('create', ['Job', 'Role'])).toEqual([
    'The following resource(s) failed to create: [Job, Role].',
  ]);
  expect(failedResources('delete', [])).toEqual([]);
});
