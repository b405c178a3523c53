import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Size } from 'aws-cdk-lib';
import { FoundationModelIdentifier } from 'aws-cdk-lib/aws-bedrock';
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import {
  type CustomizationAssetOptions,
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

/** What is said of data. */
function toldOf(trainingData: CustomizationData, customization: ModelCustomizationJobProps['customization']): string {
  const stack = newStack();
  try {
    const job = customizationJob(stack, 'Tune', { trainingData, customization });
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
  expect(toldOf(dataOf([record, record]), CUSTOMIZATIONS[name])).toBe('');
});

test.each<[keyof typeof CUSTOMIZATIONS, unknown, string]>([
  ['tuning', '{"prompt"', 'train.jsonl, line 2: '],
  ['tuning', { input: 'Penguins' }, 'line 2: looks like a record of continued pre-training, and fine-tuning takes'],
  ['tuning', { modelInput: {} }, 'line 2: looks like a record of batch inference, and fine-tuning takes'],
  ['tuning', { question: 'Hello?' }, 'line 2: has none of the members that are looked for'],
  ['tuning', { prompt: 'Hello?' }, "line 2: 'completion' is missing"],
  ['tuning', { ...PAIR, completion: 1 }, "line 2: 'completion' must be a string that is not empty, got 1"],
  ['tuning', { messages: CHAT.messages }, "line 2: 'schemaVersion' is missing"],
  ['tuning', { ...CHAT, schemaVersion: 'bedrock-conversation' }, "'schemaVersion' must be"],
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
