import { renamedKeys } from '../../../scripts/rosetta/renamed-keys';

const tablet = (typescript: string, python: string) => ({
  snippets: {
    example: {
      location: { api: { fqn: 'cdk-ml-jobs.TrainingJob' } },
      translations: { $: { source: typescript }, python: { source: python } },
    },
  },
});

test('a key of a map that has another name in Python is told', () => {
  const typescript = "train({ hyperparameters: { epochCount: '2' } })";
  expect(renamedKeys(tablet(typescript, 'train(hyperparameters={"epoch_count": "2"})'))).toEqual([
    'cdk-ml-jobs.TrainingJob: a key of a map is "epoch_count" in Python; put it into quotes',
  ]);
});

test.each([
  ['in quotes', "{ 'epochCount': '2' }", '{"epochCount": "2"}'],
  ['spelt so in TypeScript, too', '{ max_depth: 5 }', '{"max_depth": 5}'],
  ['of one word', '{ depth: 5 }', '{"depth": 5}'],
])('a key that is %s is left alone', (_, typescript, python) => {
  expect(renamedKeys(tablet(typescript, python))).toEqual([]);
});

test('properties are spelt as each language spells them', () => {
  expect(renamedKeys(tablet('train({ maxRuntime: 1 })', 'train(max_runtime=1)'))).toEqual([]);
});
