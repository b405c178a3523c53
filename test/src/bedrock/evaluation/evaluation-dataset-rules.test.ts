import { datasetRules } from '../../../../src/bedrock/evaluation/evaluation-dataset-rules';
import { sentence } from '../../../../src/validation/finding';

const MODELS = { models: [{ bedrockModel: { modelIdentifier: 'a' } }] };

function said(datasets: readonly object[], inferenceConfig: object = MODELS): string[] {
  const automated = { datasetMetricConfigs: datasets.map((dataset) => ({ dataset })) };
  return [...datasetRules({ inferenceConfig, evaluationConfig: { automated } })].map(sentence);
}

test('datasets of the service are known, however AWS spells them', () => {
  expect(said(['Builtin.BoolQ', 'Builtin.T-REx', 'Builtin.TriviaQa'].map((name) => ({ name })))).toEqual([]);
});

test('a name that none has is told', () => {
  expect(said([{ name: 'BoolQ' }])).toEqual([
    "'datasets[0].name' is 'BoolQ', and AWS's pages have no dataset of Bedrock's of that name: did you mean 'Builtin.BoolQ'?",
  ]);
  expect(said([{ name: 'penguins' }])).toEqual([
    expect.stringMatching(/of that name: they are Builtin\.Bold, Builtin\.BoolQ, .*Builtin\.Wikitext2$/),
  ]);
});

test('files have whatever names, and knowledge bases are asked what is in files', () => {
  expect(said([{ name: 'penguins', datasetLocation: { s3Uri: 's3://data/penguins.jsonl' } }])).toEqual([]);
  expect(said([{ name: 'penguins' }], { ragConfigs: [{ knowledgeBaseConfig: { retrieveConfig: {} } }] })).toEqual([]);
  expect([...datasetRules({ evaluationConfig: { automated: { datasetMetricConfigs: 5 } } })]).toEqual([]);
});
