import { scoresIn } from '../../../lambda/kinds/evaluation-scores';
import { storedObjects } from '../stored-objects';

const line = (...scores: readonly (readonly [string, unknown])[]) =>
  JSON.stringify({
    automatedEvaluationResult: { scores: scores.map(([metricName, result]) => ({ metricName, result })) },
    inputRecord: { prompt: 'How?' },
  });
const read = (objects: Parameters<typeof storedObjects>[1], uri = 's3://results/jobs/a/') =>
  scoresIn(storedObjects('results', objects), uri);

test('are the means of all results of a metric in a folder, however many files it has', async () => {
  const folder = 'models/nova/taskTypes/Custom/datasets/faq';
  const scores = await read({
    [`jobs/a/${folder}/1_output.jsonl`]: [line(['Accuracy', 0.5], ['Toxicity', 0]), '', line(['Accuracy', 1])].join(
      '\n',
    ),
    [`jobs/a/${folder}/2_output.jsonl`]: line(['Accuracy', 0.75]),
    'jobs/a/models/titan/taskTypes/Custom/datasets/faq/3_output.jsonl': line(['Accuracy', 0.25]),
  });

  expect(scores).toEqual([
    { metric: 'Accuracy', folder, count: 3, mean: 0.75 },
    { metric: 'Toxicity', folder, count: 1, mean: 0 },
    { metric: 'Accuracy', folder: 'models/titan/taskTypes/Custom/datasets/faq', count: 1, mean: 0.25 },
  ]);
});

test('are read of conversations with a knowledge base, too', async () => {
  const turns = [0.5, 0.7].map((result) => ({ results: [{ metricName: 'Builtin.ContextRelevance', result }] }));

  expect(await read({ 'jobs/a/1_output.jsonl': JSON.stringify({ conversationTurns: turns }) })).toEqual([
    { metric: 'Builtin.ContextRelevance', folder: '', count: 2, mean: 0.6 },
  ]);
});

test('are those of the job alone, in files of results', async () => {
  expect(
    await read({
      'jobs/b/1_output.jsonl': line(['Accuracy', 1]),
      'jobs/a/custom_metrics/brand.json': '{ "name":\n "brand" }',
      'jobs/a/amazon-bedrock-evaluations-permission-check': '',
    }),
  ).toEqual([]);
});

test('have what sums of fractions leave rounded away', async () => {
  const tenths = Array.from({ length: 10 }, () => line(['Accuracy', 0.1])).join('\n');

  expect(await read({ 'jobs/a/1_output.jsonl': tenths })).toMatchObject([{ mean: 0.1 }]);
});

test.each([
  [null, 'null'],
  [undefined, 'null'],
  ['good', '"good"'],
  [true, 'true'],
])('tell of a result that is no number: %p', async (result, unusable) => {
  const objects = { 'jobs/a/1_output.jsonl': [line(['Accuracy', 1]), line(['Accuracy', result])].join('\n') };

  expect(await read(objects)).toMatchObject([{ unusable }]);
});

test('are none where a line cannot be read', async () => {
  await expect(read({ 'jobs/a/1_output.jsonl': `${line(['Accuracy', 1])}\n{"cut` })).rejects.toThrow(
    'jobs/a/1_output.jsonl has a line that is no JSON',
  );
});
