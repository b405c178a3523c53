import { folderWith } from './input-folder';
import { inputFilesAt } from '../../../../src/bedrock/input/input-files';
import { InputReading } from '../../../../src/bedrock/input/input-reading';
import { ReadingProgress } from '../../../../src/bedrock/input/reading-progress';
import { ModelInvocationType } from '../../../../src/bedrock/model-invocation-type';
import { familyOf } from '../../../../src/bedrock/request-body/model-family';
import { requestCheckOf } from '../../../../src/bedrock/request-body/request-check';
import { newStack } from '../../sample-job';

/** What the library itself says is wrong: anything else that is thrown is a defect of it. */
class Refused extends Error {}

function read(content: string | Buffer, type: ModelInvocationType, modelId: string): void {
  const { files } = inputFilesAt(newStack(), folderWith({ 'a.jsonl': content }));
  const checkRequest = requestCheckOf(type, familyOf([modelId]));
  const rules = { checkRequest, minimumRecords: 0, maximumBytes: 2 ** 30 };
  new InputReading(files, rules, new ReadingProgress('Stack'), (text) => new Refused(text)).run();
}

/** The numbers of a seed, from 0 to 1: the same ones in every run (Lehmer's generator). */
function numbersOf(seed: number): () => number {
  const modulus = 2 ** 31 - 1;
  let state = seed * 7919;
  return () => {
    state = (state * 48271) % modulus;
    return state / modulus;
  };
}

const RECORDS = [
  '{"recordId":"A","modelInput":{"anthropic_version":"bedrock-2023-05-31","max_tokens":5,"messages":[{"role":"user","content":[{"type":"text","text":"\\ud83d\\ude00"}]}]}}',
  '{"modelInput":{"messages":[{"role":"user","content":[{"text":"a"},{"image":{"format":"png","source":{"bytes":"aGk="}}}]}],"inferenceConfig":{"maxTokens":5}}}',
];
const PIECES = [
  'null',
  '{}',
  '[]',
  '"',
  '\\',
  '\\ud83d',
  '-1e999',
  '{"__proto__":{"role":1}}',
  '\n',
  '\u0000',
  ',',
  '""',
];

/** A record with some of its bytes cut, doubled or replaced. */
function mutated(record: string, next: () => number): Buffer {
  let text = record;
  for (let count = 1 + Math.floor(next() * 4); count > 0; count--) {
    const [at, length] = [Math.floor(next() * text.length), Math.floor(next() * 12)];
    const piece = PIECES[Math.floor(next() * PIECES.length)];
    const middle = next() < 0.5 ? piece : text.slice(at, at + length).repeat(2);
    text = text.slice(0, at) + middle + text.slice(at + length);
  }
  const bytes = Buffer.from(text);
  if (next() < 0.2 && bytes.length > 0) bytes[Math.floor(next() * bytes.length)] = Math.floor(next() * 256);
  return bytes;
}

test.each([1, 2, 3, 4, 5, 6, 7, 8])('whatever becomes of records, all that is thrown says so: seed %d', (seed) => {
  const next = numbersOf(seed);
  const models = ['anthropic.claude-opus-5', 'amazon.nova-lite-v1:0', 'meta.llama3-1-8b-instruct-v1:0', 'other.model'];
  for (let round = 0; round < 40; round++) {
    const lines = Array.from({ length: 3 }, () => mutated(RECORDS[Math.floor(next() * RECORDS.length)], next));
    const content = Buffer.concat(lines.flatMap((line) => [line, Buffer.from('\n')]));
    const type = next() < 0.5 ? ModelInvocationType.CONVERSE : ModelInvocationType.INVOKE_MODEL;
    try {
      read(content, type, models[Math.floor(next() * models.length)]);
    } catch (error) {
      expect(error).toBeInstanceOf(Refused);
    }
  }
});

test.each([
  ['depth', `{"modelInput":${'['.repeat(400_000)}${']'.repeat(400_000)}}`],
  ['depth that is never closed', '{"a":'.repeat(400_000)],
  ['depth in a known member', `{"modelInput":{"messages":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`],
  ['more values than memory', `[${'{},'.repeat(2_000_000)}{}]`],
  ['names of any length', `{"modelInput":{"messages":[],"${'a'.repeat(1_000_000)}":1}}`],
  [
    'a member for each record',
    Array.from({ length: 5000 }, (_, index) => `{"modelInput":{},"m${index}":1}`).join('\n'),
  ],
])('%s ends in a message that a person can read', (_, content) => {
  let message = '';
  try {
    read(content, ModelInvocationType.CONVERSE, 'amazon.nova-lite-v1:0');
  } catch (error) {
    expect(error).toBeInstanceOf(Refused);
    ({ message } = error as Refused);
  }
  expect(message).not.toBe('');
  expect(message.length).toBeLessThan(5000);
});
