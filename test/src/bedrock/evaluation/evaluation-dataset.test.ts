import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Fn, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import {
  EvaluationDataset,
  EvaluationSource,
  EvaluationTaskType,
  EvaluatorModel,
  type EvaluationPromptOptions,
} from '../../../../src';
import { statementsOf } from '../../policy-statements';
import { evaluationJob, evaluationProperties, NOVA } from '../../sample-evaluation-job';
import { bucketNamed } from '../../sample-job';

const OPTIONS = { taskType: EvaluationTaskType.CUSTOM, metrics: ['brand'] };
const JUDGE = EvaluatorModel.foundationModel(NOVA);
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'evaluation-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function jobWith(dataset: (stack: Stack) => EvaluationDataset, source = EvaluationSource.foundationModel(NOVA)): Stack {
  const stack = new Stack(new App(), 'Stack', { env: { account: '111122223333', region: 'us-east-1' } });
  evaluationJob(stack, 'Evaluate', { datasets: [dataset(stack)], sources: [source], evaluatorModel: JUDGE });
  return stack;
}

function datasetIn(stack: Stack): unknown {
  const { evaluationConfig } = evaluationProperties(stack).Request as {
    evaluationConfig: { automated: { datasetMetricConfigs: { dataset: unknown }[] } };
  };
  return evaluationConfig.automated.datasetMetricConfigs[0].dataset;
}

describe('in a bucket', () => {
  const inBucket = (key: string, options: object = {}) =>
    jobWith((stack) => EvaluationDataset.fromBucket(bucketNamed(stack, 'data'), key, { ...OPTIONS, ...options }));

  test('is named after its file, unless it has a name', () => {
    expect(datasetIn(inBucket('a/faq of 2030.jsonl'.replaceAll(' ', '_')))).toEqual({
      name: 'faq_of_2030',
      datasetLocation: { s3Uri: 's3://data/a/faq_of_2030.jsonl' },
    });
    expect(datasetIn(inBucket('faq.jsonl', { name: 'own' }))).toMatchObject({ name: 'own' });
  });

  test('is read by the role, of the account that owns it', () => {
    expect(statementsOf(inBucket('faq.jsonl', { bucketOwner: '444455556666' }), 'EvaluateRole')).toContainEqual({
      actions: ['s3:GetObject'],
      resources: ['arn:<AWS::Partition>:s3:::data/faq.jsonl'],
      condition: { StringEquals: { 'aws:ResourceAccount': '444455556666' } },
    });
  });

  test.each([
    ['faq.csv', {}, "must be the key of an object that ends in '.jsonl', got 'faq.csv'"],
    ['faq.jsonl', { metrics: [] }, "'datasets[0].metrics'"],
    ['faq.jsonl', { bucketOwner: '1111' }, "'datasets[0].bucketOwner' must be the 12 digits of an account, got '1111'"],
    ['faq.jsonl', { taskType: 'custom' }, "did you mean 'Custom'?"],
  ])('is refused as %s with %p', (key, options, text) => {
    expect(() => inBucket(key, options)).toThrow(text);
  });
});

describe('a local file', () => {
  const local = (
    lines: readonly unknown[],
    source?: EvaluationSource,
    options: Partial<EvaluationPromptOptions> = {},
  ) => {
    const path = join(folder, 'faq.jsonl');
    writeFileSync(path, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
    return jobWith(() => EvaluationDataset.fromAsset(path, { ...OPTIONS, ...options }), source);
  };
  const prompt = { prompt: 'How?', referenceResponse: 'So.', category: 'ways' };
  const answered = (modelIdentifier: string) => ({ ...prompt, modelResponses: [{ response: 'So.', modelIdentifier }] });
  const text = (words: string) => ({ content: [{ text: words }] });
  const question = { prompt: text('How?'), referenceResponses: [text('So.')] };
  const passages = { retrievalResults: [{ name: 'a', content: { text: 'So.' }, metadata: { page: 1 } }] };
  const found = { ...question, output: { knowledgeBaseIdentifier: 'rag', retrievedResults: passages } };
  const cited = { generatedResponsePart: { textResponsePart: { text: 'So.' } }, retrievedReferences: [] };
  const whole = {
    ...question,
    referenceContexts: [text('So.')],
    output: { text: 'So.', knowledgeBaseIdentifier: 'rag', retrievedPassages: passages, citations: [cited] },
  };
  const elsewhere = { ...question, output: { text: 'So.', knowledgeBaseIdentifier: 'rag' } };

  test('is uploaded, and read by the role', () => {
    const stack = local([prompt]);

    expect(datasetIn(stack)).toEqual({
      name: 'faq',
      datasetLocation: {
        s3Uri: expect.stringMatching(/^s3:\/\/cdk-hnb659fds-assets-111122223333-us-east-1\/\w+\.jsonl$/) as string,
      },
    });
    expect(statementsOf(stack, 'EvaluateRole')).toContainEqual(
      expect.objectContaining({
        actions: ['s3:GetObject'],
        resources: [expect.stringMatching(/assets-111122223333-us-east-1\/\w+\.jsonl$/)],
      }),
    );
  });

  test.each<[string, readonly unknown[], EvaluationSource | undefined]>([
    ['prompts', [{ prompt: 'How?' }, prompt], undefined],
    ['answers', [answered('my_model')], EvaluationSource.precomputed('my_model')],
    ['questions', [{ conversationTurns: [question] }], EvaluationSource.retrieve('KB12345678')],
    ['answered questions', [{ conversationTurns: [elsewhere] }], EvaluationSource.precomputedRetrieval('rag')],
    ['what was found', [{ conversationTurns: [found] }], EvaluationSource.precomputedRetrieval('rag')],
    ['whole answers', [{ conversationTurns: [whole] }], EvaluationSource.precomputedRetrieveAndGenerate('rag')],
    [
      'answers of whoever the deployment knows',
      [answered('my_model')],
      EvaluationSource.precomputed(Fn.importValue('model')),
    ],
  ])('is taken with %s', (_, lines, source) => {
    expect(() => local(lines, source)).not.toThrow();
  });

  test.each<[string, readonly unknown[], EvaluationSource | undefined, string]>([
    ['no JSON', ['{"prompt": '], undefined, 'faq.jsonl, line 1'],
    ['no prompt', [{ referenceResponse: 'So.' }], undefined, "'prompt' is missing"],
    ['a slip', [{ prompt: 'How?', referenceresponse: 'So.' }], undefined, "did you mean 'referenceResponse'?"],
    ['no answer', [prompt], EvaluationSource.precomputed('my_model'), "'modelResponses' is missing"],
    [
      'answers of another model',
      [answered('other')],
      EvaluationSource.precomputed('my_model'),
      "'modelResponses[].modelIdentifier' must be 'my_model', as the job calls its sources, got 'other'",
    ],
    [
      'prompts for a knowledge base',
      [prompt],
      EvaluationSource.retrieve('KB12345678'),
      "'conversationTurns' is missing",
    ],
    [
      'answers of another knowledge base',
      [{ conversationTurns: [elsewhere] }],
      EvaluationSource.precomputedRetrieval('other'),
      "must be 'other'",
    ],
    [
      'questions for a model',
      [{ conversationTurns: [question] }],
      undefined,
      `'conversationTurns' is no member of records where models are evaluated: write {"prompt": "…"}`,
    ],
    [
      'prompts in place of questions',
      [prompt],
      EvaluationSource.retrieve('KB12345678'),
      `'prompt' is no member of records where a knowledge base is evaluated: write {"conversationTurns": [{"prompt": {"content": [{"text": "…"}]}}]}`,
    ],
    [
      'what was found as a list',
      [{ conversationTurns: [{ ...found, output: { ...found.output, retrievedResults: [] } }] }],
      EvaluationSource.precomputedRetrieval('rag'),
      "'conversationTurns[0].output.retrievedResults' must be an object, got a list",
    ],
    ['nothing', [''], undefined, 'faq.jsonl is empty'],
  ])('is refused with %s', (_, lines, source, words) => {
    expect(() => local(lines, source)).toThrow(words);
  });

  test.each<[string, readonly unknown[], EvaluationSource | undefined, string[], string]>([
    [
      'without a right answer',
      [prompt, { prompt: 'How?' }],
      undefined,
      ['Builtin.Accuracy'],
      "faq.jsonl, line 2: 'referenceResponse' is missing, with which 'Builtin.Accuracy' compares, by AWS's pages.*evaluationReference",
    ],
    [
      'without a right answer to a question',
      [{ conversationTurns: [{ prompt: text('How?'), referenceResponses: [] }] }],
      EvaluationSource.retrieve('KB12345678'),
      ['Builtin.ContextCoverage'],
      "line 1: 'conversationTurns\\[\\].referenceResponses' is missing, with which 'Builtin.ContextCoverage' compares",
    ],
    [
      'without what was found',
      [{ conversationTurns: [elsewhere] }],
      EvaluationSource.precomputedRetrieval('rag'),
      ['Builtin.ContextRelevance'],
      "line 1: 'conversationTurns\\[0\\].output.retrievedResults' is missing, which what was answered elsewhere has by AWS's pages.*evaluationOutput",
    ],
    [
      'without an answer',
      [{ conversationTurns: [{ ...whole, output: { ...whole.output, text: undefined } }] }],
      EvaluationSource.precomputedRetrieveAndGenerate('rag'),
      ['Builtin.Correctness'],
      "line 1: 'conversationTurns\\[0\\].output.text' is missing",
    ],
  ])('is a warning %s', (_, lines, source, metrics, words) => {
    Annotations.fromStack(local(lines, source, { metrics })).hasWarning(
      '/Stack/Evaluate',
      Match.stringLikeRegexp(words),
    );
  });

  test('needs a right answer for no other metric', () => {
    Annotations.fromStack(local([{ prompt: 'How?' }], undefined, { metrics: ['Builtin.Helpfulness'] })).hasNoWarning(
      '/Stack/Evaluate',
      Match.stringLikeRegexp('evaluationReference'),
    );
  });

  test('of more than a thousand prompts is a warning', () => {
    const stack = local(Array.from({ length: 1001 }, () => prompt));

    Annotations.fromStack(stack).hasWarning(
      '/Stack/Evaluate',
      Match.stringLikeRegexp('faq.jsonl has 1,001 records, and a dataset has 1,000 at most.*evaluationPromptCount'),
    );
  });

  test('that is a folder is refused', () => {
    writeFileSync(join(folder, 'faq.jsonl'), JSON.stringify(prompt));

    expect(() => jobWith(() => EvaluationDataset.fromAsset(folder, OPTIONS))).toThrow(
      `'datasets[0]' must be the path of a file whose name ends in '.jsonl', got '${folder}'`,
    );
  });

  test('that is not there is refused', () => {
    expect(() => jobWith(() => EvaluationDataset.fromAsset('no.jsonl', OPTIONS))).toThrow(
      "'datasets[0]' must be the path of a file that exists, got 'no.jsonl'",
    );
  });
});
