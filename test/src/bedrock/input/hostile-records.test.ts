import { statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { folderWith } from './input-folder';
import { InputReading } from '../../../../src/bedrock/input/input-reading';
import { ReadingProgress } from '../../../../src/bedrock/input/reading-progress';
import { ModelInvocationType } from '../../../../src/bedrock/model-invocation-type';
import { object } from '../../../../src/bedrock/request-body/body-shape';
import { familyOf } from '../../../../src/bedrock/request-body/model-family';
import { type RequestCheck, requestCheckOf } from '../../../../src/bedrock/request-body/request-check';
import { tryValues } from '../../../property';

/** What the library itself says is wrong: anything else that is thrown is a defect of it. */
class Refused extends Error {}

const NAME = 'a.jsonl';
const MODELS = [
  'anthropic.claude-opus-5',
  'amazon.nova-lite-v1:0',
  'meta.llama3-1-8b-instruct-v1:0',
  'cohere.embed-v4:0',
  'other.model',
];

function checkOf(type: ModelInvocationType, modelId: string): RequestCheck {
  return requestCheckOf(type, familyOf([modelId]));
}

/** The same check, of which nothing is known: records are like others only where they are the same, byte for byte. */
function unknownCheckOf(type: ModelInvocationType, modelId: string): RequestCheck {
  const check = checkOf(type, modelId);
  const checkRequest = (...[request, tell]: Parameters<RequestCheck>) => check(request, tell);
  return Object.assign(checkRequest, { body: object({}) });
}

function read(folder: string, checkRequest: RequestCheck): readonly unknown[] {
  const path = join(folder, NAME);
  const files = [{ path, name: NAME, size: statSync(path).size }];
  const rules = { checkRequest, minimumRecords: 0, maximumBytes: 2 ** 30 };
  return new InputReading(files, rules, new ReadingProgress('Stack'), (text) => new Refused(text)).run();
}

/** What is told of records: warnings, or an error. */
function toldOf(folder: string, check: RequestCheck): unknown {
  try {
    return read(folder, check);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return error.message;
  }
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

/** How a record is changed: a piece in the place of some characters, the same characters twice, or another byte. */
const CHANGE = fc.record({
  at: fc.nat({ max: 400 }),
  length: fc.nat({ max: 12 }),
  by: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...PIECES) },
    { weight: 2, arbitrary: fc.constantFrom('user', 'assistant', 'text', 'role', '"role":"user",', 'data:') },
    { weight: 4, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.nat({ max: 255 }) },
  ),
});
type Change = typeof CHANGE extends fc.Arbitrary<infer Value> ? Value : never;

/** A record, and how it was changed. */
const LINE = fc.record({ record: fc.constantFrom(...RECORDS), changes: fc.array(CHANGE, { maxLength: 4 }) });

function changed(bytes: Buffer, { at: place, length, by }: Change): Buffer {
  const at = place % (bytes.length + 1);
  const old = bytes.subarray(at, at + length);
  const middle =
    by === undefined ? Buffer.concat([old, old]) : typeof by === 'number' ? Buffer.from([by]) : Buffer.from(by);
  return Buffer.concat([bytes.subarray(0, at), middle, bytes.subarray(at + old.length)]);
}

test('whatever becomes of records, all that is thrown says so, and no record is judged by another one', () => {
  const lines = fc.array(LINE, { minLength: 1, maxLength: 12 });
  const type = fc.constantFrom(ModelInvocationType.CONVERSE, ModelInvocationType.INVOKE_MODEL);
  const property = fc.property(lines, type, fc.constantFrom(...MODELS), (drawn, invocationType, modelId) => {
    const content = drawn.flatMap(({ record, changes }) => [
      changes.reduce(changed, Buffer.from(record)),
      Buffer.from('\n'),
    ]);
    const right = RECORDS.map((record) => Buffer.from(`${record}\n`));
    const folder = folderWith({ [NAME]: Buffer.concat([...right, ...content]) });
    const told = toldOf(folder, checkOf(invocationType, modelId));
    expect(told).toEqual(toldOf(folder, unknownCheckOf(invocationType, modelId)));
  });
  tryValues(property, 400);
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
    read(folderWith({ [NAME]: content }), checkOf(ModelInvocationType.CONVERSE, 'amazon.nova-lite-v1:0'));
  } catch (error) {
    expect(error).toBeInstanceOf(Refused);
    ({ message } = error as Refused);
  }
  expect(message).not.toBe('');
  expect(message.length).toBeLessThan(5000);
});
