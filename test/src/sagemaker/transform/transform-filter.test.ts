import { filterRules } from '../../../../src/sagemaker/transform/transform-filter';
import { sentence } from '../../../../src/validation/finding';

const findingsOf = (filter: string, isCsv = false) => [...filterRules({ property: 'outputFilter' }, filter, isCsv)];

/** What AWS's guide and API reference list. */
test.each([
  '',
  '$',
  '$.id',
  '$.id.*',
  '$.*',
  '$[*]',
  "$['id']",
  "$['id','SageMakerOutput']",
  "$.field1.['child1','child2']",
  '$.features.first-one',
  '$[1]',
  '$[1,3,5]',
  '$[0,-1]',
  '$[0, -1]',
  '$[2:5]',
  '$[:5]',
  '$[2:]',
  '$[0,5:]',
  '$.SageMakerOutput.predictions[0].label',
])('%s is a path', (filter) => {
  expect(findingsOf(filter)).toEqual([]);
});

test.each([
  'features',
  'SageMakerOutput',
  '.id',
  '[0]',
  ' $[0]',
  '$id',
  '$.',
  '$..id',
  '$[0',
  '$0]',
  '$[]',
  '$[id]',
  '$[0:2,246:]',
  '$[1:3:2]',
  '$[0:2,5]',
  '$["id"]',
  "$['id]",
  "$['a','b.c'",
  '$[?(@.price < 10)]',
  '$.length()',
  '$[(@.length-1)]',
  '$.a,$.b',
])('%s is none', (filter) => {
  expect(findingsOf(filter).map(sentence)).toEqual([
    `'outputFilter' must be a JSONPath of what batch transform supports: $, .name, ['name','name'], *, [0], [0,2], [-1], [1:5], [1:], [:5], and [0,5:], as in $[1:] or $['id','SageMakerOutput'], got '${filter}'`,
  ]);
});

test.each(['$', '$[0]', '$[0,-1]', '$[1:]', '$[0,5:]', '$[*]'])('%s is a path into CSV', (filter) => {
  expect(findingsOf(filter, true)).toEqual([]);
});

test.each(['$.id', "$['id']", '$[0].id'])('%s is none into CSV, whose records have no names', (filter) => {
  expect(findingsOf(filter, true).map(sentence)).toEqual([
    `'outputFilter' must be a JSONPath of indexes for CSV, whose records have no names: such as $[0], $[0,-1] or $[1:], got '${filter}'`,
  ]);
});

test.each([
  ["$['account_id','SageMakerOutput']", 'account_id'],
  ['$.account_id', 'account_id'],
])('%s has a name that the service may refuse', (filter, name) => {
  const [finding, ...others] = findingsOf(filter);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ warning: 'cdk-ml-jobs:transformFilter' });
  expect(sentence(finding)).toBe(
    `'outputFilter' has the name '${name}', and batch transform was seen to refuse names with anything but letters, digits, hyphens and spaces`,
  );
});
