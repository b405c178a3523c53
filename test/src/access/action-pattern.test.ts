import { matchesAction } from '../../../src/access/action-pattern';

test.each([
  ['*', true],
  ['elasticfilesystem:*', true],
  ['elasticfilesystem:ClientMount', true],
  ['ElasticFileSystem:clientmount', true],
  ['elasticfilesystem:Client?ount', true],
  ['elasticfilesystem:Client', false],
  ['elasticfilesystem.ClientMount', false],
  ['elasticfilesystem:ClientWrite', false],
])("'%s' has a mount in it: %s", (pattern, isMatched) => {
  expect(matchesAction(pattern, 'elasticfilesystem:ClientMount')).toBe(isMatched);
});
