import { BOOL_Q, evaluationRequest, knowledgeBase, model, prompts } from './fixture-evaluation';
import { resultsOf } from '../../../../rehearsal/bedrock/evaluation/evaluation-results';

const PLAIN = { scripted: {}, hasPrefix: false };
const FOLDER = 's3://results/evaluations/job/a1b2c3d4e5f6/';

test('there is a file for each model and each dataset, with a line for a prompt', () => {
  const request = evaluationRequest(
    {
      inferenceConfig: {
        models: [
          model('arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0'),
          model('amazon.nova-pro-v1:0'),
        ],
      },
    },
    { datasetMetricConfigs: [BOOL_Q, prompts('s3://data/faq.jsonl')] },
  );
  const results = resultsOf(request, FOLDER, PLAIN);
  const uri = (id: string, dataset: string) => `${FOLDER}models/${id}/taskTypes/${dataset}/rehearsed_output.jsonl`;

  expect(results.map((result) => result.uri)).toEqual([
    uri('amazon.nova-lite-v1:0', 'QuestionAndAnswer/datasets/Builtin.BoolQ'),
    uri('amazon.nova-lite-v1:0', 'Custom/datasets/faq'),
    uri('amazon.nova-pro-v1:0', 'QuestionAndAnswer/datasets/Builtin.BoolQ'),
    uri('amazon.nova-pro-v1:0', 'Custom/datasets/faq'),
  ]);
  expect(JSON.parse(results[0].text)).toEqual({
    automatedEvaluationResult: {
      scores: [
        { metricName: 'Accuracy', result: 0.9 },
        { metricName: 'Toxicity', result: 0.05 },
      ],
    },
    inputRecord: { prompt: 'rehearsed' },
    modelResponses: [],
  });
  expect(results[0].text.endsWith('}\n')).toBe(true);
});

test('of a knowledge base, a line has turns of a conversation', () => {
  const request = evaluationRequest(knowledgeBase({ retrieveConfig: { knowledgeBaseId: 'KB12345678' } }), {
    datasetMetricConfigs: [prompts('s3://data/faq.jsonl')],
  });
  const [{ uri, text }] = resultsOf(request, FOLDER, PLAIN);

  expect(uri).toBe(`${FOLDER}inference_configs/0/datasets/faq/rehearsed_output.jsonl`);
  expect(JSON.parse(text)).toEqual({
    conversationTurns: [{ inputRecord: { prompt: 'rehearsed' }, results: [{ metricName: 'brand', result: 0.9 }] }],
  });
});

test.each([
  ['as the request calls the metric', { 'Builtin.Accuracy': 0.5 }],
  ['by its name alone', { Accuracy: 0.5 }],
])('a value is what somebody has said, %s', (_, scripted) => {
  const [{ scores }] = resultsOf(evaluationRequest(), FOLDER, { scripted, hasPrefix: false });

  expect(scores).toEqual([
    { metric: 'Accuracy', value: 0.5, isScripted: true },
    { metric: 'Toxicity', value: 0.05, isScripted: false },
  ]);
});

test('metrics may be called as they are asked for', () => {
  const [{ scores }] = resultsOf(evaluationRequest(), FOLDER, { scripted: {}, hasPrefix: true });

  expect(scores.map(({ metric }) => metric)).toEqual(['Builtin.Accuracy', 'Builtin.Toxicity']);
});
