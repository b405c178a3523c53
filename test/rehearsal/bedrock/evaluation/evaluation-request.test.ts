import { BOOL_Q, evaluationRequest, judge, knowledgeBase, model, prompts } from './fixture-evaluation';
import {
  datasetsIn,
  knowledgeBasesIn,
  modelsIn,
  outputOf,
  sourcesIn,
} from '../../../../rehearsal/bedrock/evaluation/evaluation-request';

const NOVA = 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0';
const elsewhere = { precomputedInferenceSource: { inferenceSourceIdentifier: 'my_model' } };
const answering = knowledgeBase({
  retrieveAndGenerateConfig: {
    type: 'KNOWLEDGE_BASE',
    knowledgeBaseConfiguration: { knowledgeBaseId: 'KB12345678', modelArn: NOVA },
  },
});

describe('datasets', () => {
  const read = { name: 'faq', taskType: 'Custom', metrics: ['brand'], uri: 's3://data/faq.jsonl' };

  test("are the service's own, or lie in a bucket", () => {
    expect(
      datasetsIn(evaluationRequest({}, { datasetMetricConfigs: [BOOL_Q, prompts('s3://data/faq.jsonl')] })),
    ).toEqual([
      { name: 'Builtin.BoolQ', taskType: 'QuestionAndAnswer', metrics: ['Builtin.Accuracy', 'Builtin.Toxicity'] },
      read,
    ]);
  });

  test('are the same where people judge', () => {
    const human = { datasetMetricConfigs: [prompts('s3://data/faq.jsonl')] };

    expect(datasetsIn({ evaluationConfig: { human } })).toEqual([read]);
  });
});

describe('sources', () => {
  test.each([
    ['models', { models: [model('amazon.nova-lite-v1:0'), elsewhere] }, ['amazon.nova-lite-v1:0', 'my_model']],
    ['a knowledge base', answering.inferenceConfig, ['knowledge-base']],
    ['none', {}, []],
  ])('are %s', (_, inferenceConfig, sources) => {
    expect(sourcesIn({ inferenceConfig })).toEqual(sources);
  });
});

describe('models that are called', () => {
  test('are those that answer and those that judge, each once', () => {
    const { inferenceConfig } = evaluationRequest({
      inferenceConfig: { models: [model('amazon.nova-lite-v1:0'), elsewhere] },
    });
    const request = evaluationRequest(
      { inferenceConfig },
      {
        evaluatorModelConfig: judge('amazon.nova-lite-v1:0'),
        customMetricConfig: { evaluatorModelConfig: judge('amazon.nova-pro-v1:0') },
      },
    );

    expect(modelsIn(request)).toEqual(['amazon.nova-lite-v1:0', 'amazon.nova-pro-v1:0']);
  });

  test('are those that answer with what a knowledge base finds', () => {
    expect(modelsIn(evaluationRequest(answering))).toEqual([NOVA]);
  });
});

describe('knowledge bases', () => {
  test('are asked for what they find, or for what a model makes of it', () => {
    expect(knowledgeBasesIn(knowledgeBase({ retrieveConfig: { knowledgeBaseId: 'KB12345678' } }))).toEqual([
      { id: 'KB12345678' },
    ]);
    expect(knowledgeBasesIn(answering)).toEqual([{ id: 'KB12345678', model: NOVA }]);
  });

  test('are not asked where all was done elsewhere', () => {
    const retrieveSourceConfig = { ragSourceIdentifier: 'rag' };
    const inferenceConfig = { ragConfigs: [{ precomputedRagSourceConfig: { retrieveSourceConfig } }] };

    expect(knowledgeBasesIn({ inferenceConfig })).toEqual([]);
  });
});

test('results are written where the request says', () => {
  expect(outputOf(evaluationRequest())).toBe('s3://results/evaluations/');
});
