import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { checkFile } from '../../check/file-check';
import { modelWith, removeSavedModels, safetensors, savedModel } from '../src/bedrock/import/saved-model';
import { records } from '../src/bedrock/input/input-folder';
import { sampleFolder, tarGzOf } from '../src/sagemaker/model-archive/sample-archive';
import { field, onnxModel, sampleContent, variablesIndex } from '../src/sagemaker/model-archive/sample-models';

const { folder } = sampleFolder();

function write(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

test.each([
  ['an archive', 'model.tar.gz', tarGzOf('model.onnx'), 'model archive'],
  ['a model that is not packed', 'model.onnx', onnxModel(), 'model'],
  ['records', 'records.jsonl', records(100), 'records'],
  ['other lines of JSON', 'lines.jsonl', '{"a":1}\n', 'data'],
  ['rows', 'rows.csv', '1,2\n3,4\n', 'data'],
  ['something else', 'picture.png', Buffer.from([0x89, 0x50]), 'data'],
])('knows %s', (_, name, content, kind) => {
  expect(checkFile(write(name, content), {})).toMatchObject({ kind, findings: [] });
});

test('capital letters in a name say the same', () => {
  expect(checkFile(write('ROWS.CSV', '1,2\n3\n'), {}).findings).toEqual(
    checkFile(write('rows2.csv', '1,2\n3\n'), {}).findings.map((finding) => ({
      ...finding,
      text: finding.text.replace('rows2.csv', 'ROWS.CSV'),
    })),
  );
  expect(checkFile(write('RECORDS.JSONL', records(100)), {})).toMatchObject({
    kind: 'records',
    findings: [{ text: expect.stringContaining("must have a name that ends in '.jsonl'") }],
  });
});

test('a folder has records', () => {
  write('calls/a.jsonl', records(50));
  write('calls/b.jsonl', records(50, 'B'));
  expect(checkFile(join(folder, 'calls'), {})).toMatchObject({ kind: 'records', findings: [] });
});

test('a folder that has a model in place of records is none that is read', () => {
  write('saved/saved_model.pb', sampleContent('saved_model.pb'));
  const saved = join(folder, 'saved');
  expect(() => checkFile(saved, {})).toThrow(
    `it is a folder, and only records or a model to be imported may be in one: pack the model, for example with tar -czf model.tar.gz -C ${saved} ., and give the archive`,
  );
  write('exported/model.onnx', onnxModel());
  expect(() => checkFile(join(folder, 'exported'), {})).toThrow(
    'it is a folder, and only records or a model to be imported may be in one: pack the model, for example with tar -czf model.tar.gz -C <folder> <file>, and give the archive',
  );
  // who says that they are records is told what is missing
  expect(checkFile(saved, { as: 'records' }).findings[0].text).toMatch(/^must be a folder with at least one file/);
});

test.each(['requests.json', 'requests.txt', 'requests.ndjson', 'requests'])(
  '%s is told as records of another name',
  (name) => {
    const path = write(name, `[${records(1).trim()}]`);
    expect(checkFile(path, { minimumRecords: 0 })).toMatchObject({
      kind: 'records',
      findings: [
        { text: `must have a name that ends in '.jsonl', for batch inference takes no other, got '${path}'` },
        { text: `${name}, line 1: not a JSON object, but a list: write each of its items on a line of its own` },
      ],
    });
  },
);

test('data whose type nobody says is not looked at, which is said', () => {
  const note = 'what is in it was not looked at, for nothing says its type: give --content-type';
  const path = write('numbers.txt', '1,2\n3\n');
  expect(checkFile(path, {})).toEqual({ path, kind: 'data', note, findings: [] });
  expect(checkFile(path, { contentType: 'text/csv' }).note).toBeUndefined();
  expect(checkFile(write('rows.json', '{"modelInput": 1}'), {})).toMatchObject({ kind: 'data', findings: [] });
});

test.each([
  ['a.parquet', '1,2\n', "does not begin as Parquet does, and 'contentType' is 'application/x-parquet'"],
  ['a.libsvm', '1,2\n', "looks like CSV, and 'contentType' is 'text/libsvm'"],
])('the name of %s tells its type', (name, content, text) => {
  expect(checkFile(write(name, content), {}).findings).toEqual([
    {
      severity: 'warning',
      id: 'cdk-ml-jobs:dataFile',
      text: `'input' has ${name}, which ${text}: give the type that the data has`,
    },
  ]);
});

test('a model that is compressed by itself is no archive', () => {
  const path = write('model.joblib', gzipSync(sampleContent('model.joblib')));
  for (const options of [{}, { as: 'model' }, { framework: 'SKLEARN' }] as const) {
    expect(checkFile(path, options)).toMatchObject({ kind: 'model', frameworks: ['SKLEARN'], findings: [] });
  }
});

test('the person may know better', () => {
  const path = write('model.bin', tarGzOf('model.onnx'));
  expect(checkFile(path, {}).kind).toBe('data');
  expect(checkFile(path, { as: 'model' })).toMatchObject({ kind: 'model archive', frameworks: ['ONNX'] });
  const lines = write('requests.jsonl', '{"prompt":"Hello"}\n');
  expect(checkFile(lines, { invoke: 'model' }).findings[0].text).toBe(
    "requests.jsonl, line 1: 'modelInput' is missing, which has the request for the model",
  );
});

describe('a model that is not packed', () => {
  test('is judged as it would be in an archive', () => {
    const path = write('old/model.onnx', onnxModel({ opset: 15 }));
    expect(checkFile(path, {})).toMatchObject({
      kind: 'model',
      frameworks: ['ONNX'],
      findings: [{ severity: 'warning', id: 'cdk-ml-jobs:neoModelVersion' }],
    });
    expect(checkFile(path, { framework: 'PYTORCH' })).toMatchObject({
      frameworks: [],
      findings: [{ severity: 'error' }],
    });
  });

  test('may have its variables beside it', () => {
    const path = write('saved/saved_model.pb', sampleContent('saved_model.pb'));
    expect(checkFile(path, {}).findings).toEqual([
      { severity: 'error', text: expect.stringContaining('with the folder variables beside it, got none such') },
    ]);
    write('saved/variables/variables.index', variablesIndex(['', field(1, 1)]));
    write('saved/variables/variables.data-00000-of-00001', '');
    expect(checkFile(path, {})).toMatchObject({ frameworks: ['TENSORFLOW'], findings: [] });
  });
});

describe('records', () => {
  const claude = { anthropic_version: 'bedrock-2023-05-31', messages: [{ role: 'user', content: 'Hello' }] };
  const path = () => write('claude.jsonl', `${JSON.stringify({ modelInput: claude })}\n`);

  test.each([
    ['a model', 'anthropic.claude-3-haiku-20240307-v1:0'],
    ['an inference profile', 'us.anthropic.claude-3-haiku-20240307-v1:0'],
    ['the ARN of a model', 'arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-3-haiku-20240307-v1:0'],
    [
      'the ARN of an inference profile',
      'arn:aws:bedrock:us-east-1:111122223333:inference-profile/eu.anthropic.claude-3-haiku-20240307-v1:0',
    ],
  ])('are compared with the family of %s', (_, modelId) => {
    expect(checkFile(path(), { modelId, minimumRecords: 1 })).toMatchObject({
      modelFamily: 'Claude',
      findings: [{ severity: 'error', text: expect.stringContaining("'modelInput.max_tokens'") }],
    });
  });

  test('are left to the service where nobody says the model, but for their number', () => {
    expect(checkFile(path(), {}).findings).toEqual([
      { severity: 'error', text: "claude.jsonl has 1 record, and a job takes 100 at least ('minimumRecords')" },
    ]);
    expect(checkFile(path(), { minimumRecords: 0 }).findings).toEqual([]);
  });

  test.each(['lines.JSONL', 'lines.json', 'lines.txt', 'lines.jsonl.1'])(
    'with another name are told so, and read nevertheless: %s',
    (name) => {
      const wrong = write(name, 'oops\n');
      expect(checkFile(wrong, { invoke: 'converse', minimumRecords: 0 })).toEqual({
        path: wrong,
        kind: 'records',
        findings: [
          {
            severity: 'error',
            text: `must have a name that ends in '.jsonl', for batch inference takes no other, got '${wrong}'`,
          },
          { severity: 'error', text: `${name}, line 1: not valid JSON: Unexpected token 'o'` },
        ],
      });
      expect(checkFile(wrong, { modelId: 'amazon.nova-lite-v1:0' }).kind).toBe('records');
      expect(checkFile(wrong, { customize: 'fine-tuning' })).toMatchObject({
        kind: 'training data',
        findings: [
          {
            severity: 'warning',
            id: 'cdk-ml-jobs:trainingDataName',
            text: `should have a name that ends in '.jsonl', as AWS's pages have it, got '${wrong}'`,
          },
          { severity: 'error' },
        ],
      });
    },
  );

  test('are not what models and rows are, where several files are checked at once', () => {
    const options = { invoke: 'converse', customize: 'fine-tuning' };
    expect(checkFile(write('beside.onnx', onnxModel()), options).kind).toBe('model');
    expect(checkFile(write('beside.csv', '1,2\n'), options).kind).toBe('data');
    expect(checkFile(write('beside.json', '{}'), { ...options, framework: 'XGBOOST' }).kind).toBe('model');
  });

  test('in a folder are none to learn from', () => {
    write('learn/a.jsonl', records(1));
    expect(() => checkFile(join(folder, 'learn'), { customize: 'fine-tuning' })).toThrow('it is a folder');
  });

  test('are not compared with a model that is of no known family, which is said', () => {
    const unknown = { modelId: 'anthropic.claud-3-haiku', minimumRecords: 0 };
    const note = "the bodies were not compared, for 'anthropic.claud-3-haiku' is of no known family of models";
    expect(checkFile(path(), unknown)).toEqual({ path: path(), kind: 'records', note, findings: [] });
    expect(checkFile(path(), { ...unknown, invoke: 'converse' }).note).toBeUndefined();
    expect(checkFile(path(), { minimumRecords: 0 }).note).toBe(
      'the bodies were not compared, for nothing says whose they are: give --model-id, or --invoke converse',
    );
  });

  test('may link to media in the bucket that they are meant for', () => {
    const image = { image: { format: 'png', source: { s3Location: { uri: 's3://media/a.png' } } } };
    const linked = write(
      'linked.jsonl',
      `${JSON.stringify({ modelInput: { messages: [{ role: 'user', content: [image] }] } })}\n`,
    );
    for (const options of [{ modelId: 'amazon.nova-lite-v1:0' }, { invoke: 'converse' }]) {
      expect(checkFile(linked, { ...options, minimumRecords: 0 }).findings).toEqual([
        {
          severity: 'warning',
          id: 'cdk-ml-jobs:recordLink',
          text: expect.stringMatching(
            /^linked\.jsonl, line 1: 'modelInput\.messages\[0\]\.content\[0\]\.image\.source\.s3Location\.uri' links to an object in S3, which must lie in the folder of the input/,
          ),
        },
      ]);
    }
  });

  test('are compared with Converse where that is said', () => {
    const { findings } = checkFile(path(), { invoke: 'converse', minimumRecords: 0 });
    expect(findings.map(({ text }) => text).join()).toContain('anthropic_version');
  });
});

describe('training data', () => {
  const conversation = {
    schemaVersion: 'bedrock-conversation-2024',
    messages: [
      { role: 'user', content: [{ text: 'Which species?' }] },
      { role: 'assistant', content: [{ text: 'Adelie' }] },
    ],
  };
  const pair = { prompt: 'Which species?', completion: 'Adelie' };
  const lines = (...all: object[]) => all.map((record) => `${JSON.stringify(record)}\n`).join('');

  test('is known by the form of its conversations, and taken for fine-tuning', () => {
    const path = write('conversations.jsonl', lines(conversation));
    expect(checkFile(path, {})).toEqual({
      path,
      kind: 'training data',
      customizationType: 'FINE_TUNING',
      findings: [],
    });
  });

  test('is what the person says, and compared with what the customization takes', () => {
    const path = write('pairs.jsonl', lines(pair, { ...pair, completion: 1 }));
    expect(checkFile(path, {}).kind).toBe('data');
    expect(checkFile(path, { as: 'training-data' }).findings).toEqual([
      { severity: 'error', text: "pairs.jsonl, line 2: 'completion' must be a string that is not empty, got 1" },
    ]);
    expect(checkFile(path, { customize: 'continued-pre-training' }).findings[0].text).toMatch(
      /^pairs\.jsonl, lines 1 and 2: looks like a record of fine-tuning, and continued pre-training takes texts, as 'input'/,
    );
  });

  test('is compared with what is known of the base model', () => {
    const path = write('pairs-of-nova.jsonl', lines(...Array.from({ length: 8 }, () => pair)));
    const options = { as: 'training-data' as const, modelId: 'amazon.nova-lite-v1:0' };
    expect(checkFile(path, options).findings).toEqual([
      {
        severity: 'warning',
        id: 'cdk-ml-jobs:trainingModel',
        text: "pairs-of-nova.jsonl, lines 1, 2 and 3, and 5 more: has 'prompt' and 'completion', and Nova learns from conversations with 'schemaVersion' and 'messages', by AWS's pages",
      },
    ]);
    expect(checkFile(path, { ...options, modelId: 'amazon.titan-text-lite-v1' }).findings).toEqual([]);
  });

  test('has at least as many records as the person says', () => {
    const path = write('pair.jsonl', lines(pair));
    const options = { customize: 'fine-tuning' };
    expect(checkFile(path, options).findings).toEqual([]);
    expect(checkFile(path, { ...options, minimumRecords: 32 }).findings).toMatchObject([{ severity: 'error' }]);
  });
});

describe('prompts of an evaluation', () => {
  const text = (words: string) => ({ content: [{ text: words }] });
  const line = (record: object) => `${JSON.stringify(record)}\n`;
  const turn = { prompt: text('How?'), referenceResponses: [text('So.')] };
  const output = { knowledgeBaseIdentifier: 'rag' };
  const passages = { retrievalResults: [{ content: { text: 'So.' } }] };

  test.each<[string, object]>([
    ['prompts', { prompt: 'How?', referenceResponse: 'So.' }],
    ['answered prompts', { prompt: 'How?', modelResponses: [{ response: 'So.', modelIdentifier: 'a' }] }],
    ['questions', { conversationTurns: [turn] }],
    ['found passages', { conversationTurns: [{ ...turn, output: { ...output, retrievedResults: passages } }] }],
    [
      'answered questions',
      { conversationTurns: [{ ...turn, output: { ...output, text: 'So.', retrievedPassages: passages } }] },
    ],
  ])('are known by their form: %s', (recordForm, record) => {
    const path = write('faq.jsonl', line(record));
    expect(checkFile(path, {})).toEqual({ path, kind: 'prompts', recordForm, findings: [] });
  });

  test('are what the person says, and compared with it', () => {
    const path = write('asked.jsonl', line({ prompt: 'How?' }));
    expect(checkFile(path, {}).kind).toBe('data');
    expect(checkFile(path, { as: 'prompts' })).toMatchObject({ recordForm: 'prompts', findings: [] });
    expect(checkFile(path, { evaluate: 'answered-prompts' }).findings).toEqual([
      { severity: 'error', text: "asked.jsonl, line 1: 'modelResponses' is missing" },
    ]);
    expect(checkFile(write('asked.txt', line({ prompt: 'How?' })), { evaluate: 'prompts' })).toMatchObject({
      kind: 'prompts',
      findings: [{ severity: 'warning', id: 'cdk-ml-jobs:evaluationDataName' }],
    });
  });
});

describe('data', () => {
  test('is judged by the type that its name tells, or that is said', () => {
    const path = write('rows.csv', '1,2\n3\n');
    const { findings } = checkFile(path, {});
    expect(findings).toEqual([
      {
        severity: 'warning',
        id: 'cdk-ml-jobs:dataRows',
        text: "'input' has in rows.csv, line 2: rows of another number of columns than the first one: 1, and 2 there. Give every row as many values, with those in quotes that have commas in them",
      },
    ]);
    expect(checkFile(path, { contentType: 'text/plain; charset=utf-8' }).findings).toEqual([]);
  });

  test('has a limit where it is for a transform job', () => {
    const path = write('long.csv', `${'1'.repeat(2 ** 20 + 1)}\n`);
    expect(checkFile(path, {}).findings).toEqual([]);
    expect(checkFile(path, { split: 'line', maxPayload: 1 }).findings).toEqual([
      { severity: 'error', text: expect.stringContaining('more than the 1 MB that a request has at most') },
    ]);
    expect(checkFile(path, { split: 'line', maxPayload: 0 }).findings).toEqual([]);
  });
});

describe('the folder of a model to be imported', () => {
  afterEach(removeSavedModels);

  test.each([undefined, 'model', 'model-folder'] as const)('is known, also as %s', (as) => {
    const path = savedModel();
    expect(checkFile(path, { as })).toEqual({ path, kind: 'model folder', findings: [] });
  });

  test('is read as the job does', () => {
    const path = modelWith({ max_position_embeddings: 262_144 }, { 'model.safetensors': safetensors(['BF16'], 4) });
    expect(checkFile(path, {}).findings).toEqual([
      {
        severity: 'warning',
        id: 'cdk-ml-jobs:importedModelContext',
        text: "has a context of 262144 tokens ('max_position_embeddings'), and AWS's page takes less than 128K: lower the member in 'config.json'",
      },
      {
        severity: 'error',
        text: expect.stringContaining('which is cut off: it lacks 4 bytes. Get it once more'),
      },
    ]);
  });

  test('is one with an adapter alone, or with weights, too', () => {
    const only = { 'config.json': undefined, 'tokenizer.json': undefined, 'tokenizer_config.json': undefined };
    const adapter = savedModel({ ...only, 'model.safetensors': undefined, 'adapter_config.json': '{}' });
    expect(checkFile(adapter, {}).findings).toEqual([
      { severity: 'error', text: expect.stringContaining("an adapter alone ('adapter_config.json')") },
    ]);
    expect(checkFile(savedModel(only), {})).toMatchObject({ kind: 'model folder' });
  });

  test('is another thing where records lie in it, or a person says that it is one', () => {
    const path = savedModel({ 'records.jsonl': records(100) });
    expect(checkFile(path, {})).toMatchObject({ kind: 'records', findings: [] });
    expect(checkFile(path, { as: 'model-folder' })).toMatchObject({ kind: 'model folder', findings: [] });
    const rows = join(folder, 'rows-in-folder');
    write('rows-in-folder/rows.csv', '1,2\n');
    expect(checkFile(rows, { as: 'model-folder' }).findings[0].text).toBe(
      `must be a model as the transformers library saves it, with 'config.json' and weights directly in the folder, got '${rows}', which has no 'config.json'`,
    );
    expect(() => checkFile(write('alone/config.json', '{}'), { as: 'model-folder' })).toThrow(
      'it is a file: give the folder that it is in',
    );
  });
});
