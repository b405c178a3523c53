import { changesIn } from '../../../scripts/service-models/table-changes';
import type { ServiceModel, Shape } from '../../../src/validation/service-model/service-model';

const table = (shapes: { readonly [name: string]: Shape }): ServiceModel => ({
  service: 'jobs',
  apiVersion: '2026-01-01',
  source: 'botocore 1.2.3',
  operations: {},
  shapes,
});
const changes = (before: Shape | undefined, after: Shape | undefined) =>
  changesIn(table(before ? { Name: before } : {}), table(after ? { Name: after } : {}));

test('a table that was not there is new', () => {
  expect(changesIn(undefined, table({}))).toEqual(['jobs: new, from botocore 1.2.3']);
});

test('a table that is the same has no changes', () => {
  const shape: Shape = { type: 'string', enum: ['a', 'b'], min: 1 };
  expect(changes(shape, { ...shape, enum: ['a', 'b'] })).toEqual([]);
});

test.each<[string, Shape | undefined, Shape | undefined, string]>([
  ['a shape', undefined, { type: 'boolean' }, 'jobs: Name is new: {"type":"boolean"}'],
  ['a shape that is gone', { type: 'boolean' }, undefined, 'jobs: Name is gone'],
  ['a length', { type: 'string', max: 5 }, { type: 'string', max: 9 }, 'jobs: Name.max: 5 → 9'],
  ['a length that is new', { type: 'string' }, { type: 'string', min: 1 }, 'jobs: Name.min: none → 1'],
  ['a length that is gone', { type: 'string', min: 1 }, { type: 'string' }, 'jobs: Name.min: 1 → none'],
  [
    'a value of an enum',
    { type: 'string', enum: ['a', 'b'] },
    { type: 'string', enum: ['c', 'b', 'd'] },
    'jobs: Name.enum: added c, d; gone a;',
  ],
  [
    'the order of an enum',
    { type: 'string', enum: ['a', 'b'] },
    { type: 'string', enum: ['b', 'a'] },
    'jobs: Name.enum: ["a","b"] → ["b","a"]',
  ],
  [
    'a required member',
    { type: 'structure', required: ['A'] },
    { type: 'structure', required: ['A', 'B'] },
    'jobs: Name.required: added B;',
  ],
  [
    'a member',
    { type: 'structure', members: { A: 'Text' } },
    { type: 'structure', members: { A: 'Text', B: 'Text' } },
    'jobs: Name.members: added B (Text);',
  ],
])('%s is told in one line', (_, before, after, line) => {
  expect(changes(before, after)).toEqual([line]);
});

test('changes are in the order of the names', () => {
  const text: Shape = { type: 'string' };
  expect(changesIn(table({ B: text, C: text }), table({ A: text, C: { type: 'string', max: 1 } }))).toEqual([
    'jobs: A is new: {"type":"string"}',
    'jobs: B is gone',
    'jobs: C.max: none → 1',
  ]);
});
