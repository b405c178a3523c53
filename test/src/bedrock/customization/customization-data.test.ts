import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Size } from 'aws-cdk-lib';
import { FoundationModelIdentifier } from 'aws-cdk-lib/aws-bedrock';
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import {
  type CustomizationAssetOptions,
  CustomizationBaseModel,
  CustomizationData,
  ModelCustomization,
  type ModelCustomizationJobProps,
  TeacherModel,
} from '../../../../src';
import { statementsOf } from '../../policy-statements';
import { customizationJob, customizationProperties } from '../../sample-customization-job';
import { bucketNamed, newStack } from '../../sample-job';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cdk-ml-jobs-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const turn = (role: string, text: string) => ({ role, content: [{ text }] });
const conversation = (...messages: object[]) => ({ schemaVersion: 'bedrock-conversation-2024', messages });
const CHAT = conversation(turn('user', 'Hello?'), turn('assistant', 'Hello.'));
const PAIR = { prompt: 'Hello?', completion: 'Hello.' };

const grader = LambdaFunction.fromFunctionArn(
  newStack(),
  'Grader',
  'arn:aws:lambda:us-east-1:111122223333:function:grade',
);
const CUSTOMIZATIONS = {
  tuning: ModelCustomization.fineTuning(),
  reading: ModelCustomization.continuedPreTraining(),
  distillation: ModelCustomization.distillation(
    TeacherModel.foundationModel(new FoundationModelIdentifier('amazon.nova-pro-v1:0')),
  ),
  reinforcement: ModelCustomization.reinforcementFineTuning(grader),
};

function dataOf(lines: readonly unknown[], options?: CustomizationAssetOptions): CustomizationData {
  const file = join(folder, 'train.jsonl');
  writeFileSync(file, lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''));
  return CustomizationData.fromAsset(file, options);
}

/** A model of whose data nothing is known. */
const OTHER_MODEL = 'example.model-v1:0';

/** What is said of data. */
function toldOf(
  trainingData: CustomizationData,
  customization: ModelCustomizationJobProps['customization'],
  baseModelId = OTHER_MODEL,
): string {
  const stack = newStack();
  try {
    const baseModel = CustomizationBaseModel.foundationModel(new FoundationModelIdentifier(baseModelId));
    const job = customizationJob(stack, 'Tune', { trainingData, customization, baseModel });
    return job.node.metadata.map(({ data }) => String(data)).join('\n');
  } catch (error) {
    return (error as Error).message;
  }
}

test.each<[keyof typeof CUSTOMIZATIONS, object]>([
  ['tuning', CHAT],
  ['tuning', { ...CHAT, system: [{ text: 'Be brief.' }] }],
  ['tuning', PAIR],
  [
    'tuning',
    {
      system: 'Be brief.',
      messages: [
        { role: 'user', content: 'Hello?' },
        { role: 'assistant', content: 'Hello.' },
      ],
    },
  ],
  ['tuning', { 'image-ref': 's3://images/1.jpg', caption: 'a penguin' }],
  ['reading', { input: 'Penguins cannot fly.' }],
  ['distillation', conversation(turn('user', 'Hello?'))],
  ['reinforcement', { messages: [{ role: 'user', content: 'Hello?' }], reference_answer: 'Hello.', difficulty: 1 }],
])('%s takes %j', (name, record) => {
  expect(toldOf(dataOf(Array.from({ length: 100 }, () => record)), CUSTOMIZATIONS[name])).toBe('');
});

test.each<[keyof typeof CUSTOMIZATIONS, unknown, string]>([
  ['tuning', '{"prompt"', 'train.jsonl, line 2: '],
  ['tuning', { input: 'Penguins' }, 'line 2: looks like a record of continued pre-training, and fine-tuning takes'],
  ['tuning', { modelInput: {} }, 'line 2: looks like a record of batch inference, and fine-tuning takes'],
  ['tuning', { question: 'Hello?' }, 'line 2: has none of the members that are looked for'],
  ['tuning', { prompt: 'Hello?' }, "line 2: 'completion' is missing"],
  ['tuning', { ...PAIR, completion: 1 }, "line 2: 'completion' must be a string that is not empty, got 1"],
  ['tuning', { messages: CHAT.messages }, "line 2: 'schemaVersion' is missing"],
  ['tuning', { ...CHAT, schemaVersion: 5 }, "line 2: 'schemaVersion' must be a string, got 5"],
  ['reading', PAIR, 'line 2: looks like a record of fine-tuning, and continued pre-training takes'],
  ['distillation', PAIR, 'line 2: looks like a record of fine-tuning, and distillation takes'],
  ['reinforcement', PAIR, 'line 2: looks like a record of fine-tuning, and reinforcement fine-tuning takes'],
])('%s refuses %j', (name, record, text) => {
  const first = {
    tuning: PAIR,
    reading: { input: 'a' },
    distillation: CHAT,
    reinforcement: { messages: [{ role: 'user', content: 'a' }] },
  }[name];
  const told = toldOf(dataOf([first, record]), CUSTOMIZATIONS[name]);

  expect(told).toContain("Stack/Tune: 'trainingData' must be JSON lines that the customization takes: train.jsonl");
  expect(told).toContain(text);
});

test.each([
  [
    'two forms',
    [PAIR, CHAT],
    "has conversations with 'schemaVersion' and 'messages', and the first record has 'prompt'",
  ],
  ['an answer first', [conversation(turn('assistant', 'Hello.'))], 'should have the roles user and assistant in turn'],
  ['no answer', [conversation(turn('user', 'Hello?'))], 'should end with the role assistant'],
  ['a blank line', [PAIR, ''], 'train.jsonl, line 2: a blank line, which is no record: leave it out'],
])('a warning tells of %s', (_, lines, text) => {
  expect(toldOf(dataOf(lines), CUSTOMIZATIONS.tuning)).toContain(text);
});

const acknowledged = (id: string, text: string) => `'trainingData' train.jsonl, ${text} [ack: cdk-ml-jobs:${id}]`;

describe('the base model says more of the data', () => {
  const NOVA = 'amazon.nova-lite-v1:0:300k';
  const eight = (record: object) => Array.from({ length: 8 }, () => record);
  const told = (lines: readonly object[], baseModelId = NOVA) =>
    toldOf(dataOf(lines), CUSTOMIZATIONS.tuning, baseModelId);
  const s3 = (name: string) => ({ s3Location: { uri: `s3://media/${name}` } });
  const media = (kind: string, format: string, source: object) => ({ [kind]: { format, source } });
  const asked = (...content: object[]) => conversation({ role: 'user', content }, turn('assistant', 'Hello.'));

  test('what is fine for it has no warning', () => {
    expect(told(eight(CHAT))).toBe('');
    expect(told(eight(asked({ text: 'Hello?' }, { text: 'Assistants' })))).toBe('');
    expect(told([PAIR], 'amazon.titan-text-express-v1')).toBe('');
    expect(told(eight({ 'image-ref': 's3://images/1.jpg' }), 'amazon.nova-canvas-v1:0')).toBe('');
  });

  test('Nova takes conversations, whatever their version is called', () => {
    expect(told(eight({ ...CHAT, schemaVersion: 'v1' }))).toBe('');
    expect(told([{ ...CHAT, schemaVersion: 'v1' }], OTHER_MODEL)).toBe(
      acknowledged(
        'trainingSchemaVersion',
        "line 1: 'schemaVersion' should be 'bedrock-conversation-2024', as AWS's pages have it but for Nova, got 'v1'",
      ),
    );
  });

  test.each([
    [
      NOVA,
      eight(PAIR),
      "lines 1, 2 and 3, and 5 more: has 'prompt' and 'completion', and Nova learns from conversations with 'schemaVersion' and 'messages', by AWS's pages",
    ],
    [
      'amazon.titan-text-lite-v1:0:4k',
      [CHAT],
      "line 1: has conversations with 'schemaVersion' and 'messages', and Titan Text learns from 'prompt' and 'completion', by AWS's pages",
    ],
    [
      'amazon.titan-image-generator-v1:0',
      [PAIR],
      "line 1: has 'prompt' and 'completion', and Titan learns from 'image-ref' and 'caption', by AWS's pages",
    ],
  ])('%s learns from records of one form', (baseModelId, lines, text) => {
    expect(told(lines, baseModelId)).toBe(acknowledged('trainingModel', text));
  });

  test('Nova needs a few records to learn from, and no number of them to be validated with', () => {
    const text = "'trainingData' train.jsonl has 7 records, and Nova takes 8 at least, by AWS's page";
    expect(told(eight(CHAT).slice(1))).toBe(`${text} [ack: cdk-ml-jobs:trainingRecordCount]`);
    const job = customizationJob(newStack(), 'Tune', { validationData: [dataOf([CHAT])] });
    expect(job.node.metadata).toEqual([]);
  });

  test.each([
    ['User: Hello?', 'User:'],
    ['The operating System: Linux', 'System:'],
    ['See <image>', '<image>'],
    ['The end [EOS]', '[EOS]'],
  ])('Nova keeps words for itself: %s', (text, word) => {
    const why = `should not have '${word}': by the page of Nova, a job fails whose prompts have it`;
    expect(told([...eight(CHAT), asked({ text })])).toBe(
      acknowledged('trainingReservedWord', `line 9: 'messages[0].content[0].text' ${why}`),
    );
    expect(told([...eight(CHAT), { ...CHAT, system: [{ text }] }])).toBe(
      acknowledged('trainingReservedWord', `line 9: 'system[0].text' ${why}`),
    );
    // only prompts must not have them
    expect(told(eight(conversation(turn('user', 'Hello?'), turn('assistant', text))))).toBe('');
  });

  test('Nova takes media from the bucket of the dataset, of one kind, and one video in a record', () => {
    const image = asked(media('image', 'png', { bytes: 'iVBORw0KGgo=' }));
    const videos = asked(media('video', 'mp4', s3('1.mp4')), media('video', 'mp4', s3('2.mp4')));
    expect(told([...eight(CHAT), image, videos]).split('\n')).toEqual(
      [
        "line 9: 'messages[0].content[0].image.source.bytes' should be 's3Location': by the page of Nova, media lie in the bucket of the dataset",
        "line 10, and 1 more: 'messages[0].content[0].video' should be left out: by the page of Nova, a file has images or videos, and not both",
        "line 10, and 1 more: 'messages[0].content[0].video.source.s3Location' should be in the bucket of the dataset, by the page of Nova, and a local file gets into that of the assets: give it with 'CustomizationData.fromBucket()'",
        'line 10: has 2 videos: by the page of Nova, a record has one at most',
      ].map((text) => acknowledged('trainingMedia', text)),
    );
  });
});

test('an image that lies elsewhere than in S3 is a warning', () => {
  expect(toldOf(dataOf([{ 'image-ref': 'images/1.jpg', caption: 'a penguin' }]), CUSTOMIZATIONS.tuning)).toBe(
    acknowledged(
      'recordUri',
      "line 1: 'image-ref' should be the S3 URI of an object, such as 's3://bucket/folder/image.png', got 'images/1.jpg'",
    ),
  );
});

test('too few records, and too many bytes, are errors with the limit that was given', () => {
  const told = (options: CustomizationAssetOptions) => toldOf(dataOf([PAIR, PAIR], options), CUSTOMIZATIONS.tuning);

  expect(told({ minimumRecords: 3 })).toContain(
    "train.jsonl has 2 records, and a job takes 3 at least ('minimumRecords')",
  );
  expect(told({ maximumSize: Size.bytes(20) })).toContain("at most ('maximumSize')");
});

test.each(['nowhere.jsonl', '.'])('what is no file is an error: %s', (name) => {
  expect(toldOf(CustomizationData.fromAsset(join(folder, name)), CUSTOMIZATIONS.tuning)).toContain(
    "'trainingData' must be",
  );
});

test('a local file is uploaded under its hash, and the role may read it alone', () => {
  const stack = newStack();
  customizationJob(stack, 'Tune', { trainingData: dataOf([PAIR]), validationData: [dataOf([PAIR])] });
  const { trainingDataConfig } = customizationProperties(stack).Request as { trainingDataConfig: { s3Uri: object } };

  expect(JSON.stringify(trainingDataConfig.s3Uri)).toMatch(/[0-9a-f]{64}\.jsonl/);
  const reads = statementsOf(stack, 'TuneRole').filter(({ actions }) => actions.join() === 's3:GetObject');
  expect(reads.length).toBeGreaterThan(0);
  for (const { resources } of reads) for (const arn of resources) expect(arn).toMatch(/\/[0-9a-f]{64}\.jsonl$/);
});

test('logs are read under their prefix', () => {
  const stack = newStack();
  const logs = CustomizationData.fromInvocationLogs(bucketNamed(stack, 'logs'), 'calls/');
  customizationJob(stack, 'Tune', { trainingData: logs, customization: CUSTOMIZATIONS.distillation });
  const resources = statementsOf(stack, 'TuneRole').flatMap((statement) => statement.resources);

  expect(resources).toContain('arn:<AWS::Partition>:s3:::logs/calls/*');
});
