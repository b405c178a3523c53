import { dataProblem, dataUris } from '../../../../rehearsal/bedrock/customization/customization-data';
import type { JsonObject } from '../../../../rehearsal/json-value';
import { uploaded, uriOf } from '../../fixture-batch';

const PAIR = '{"prompt":"Is it red?","completion":"Yes"}\n';
const assets = uploaded({
  'pairs.jsonl': PAIR.repeat(3),
  'talks.jsonl': '{"messages":[]}\n',
  'texts.jsonl': '{"input":"Once upon a time"}\n',
  'broken.jsonl': `${PAIR}{"prompt":\n`,
  'list.jsonl': '[]\n',
  'empty.jsonl': '',
});
const request = (uri: string, more: JsonObject = {}): JsonObject => ({ trainingDataConfig: { s3Uri: uri }, ...more });
const problemOf = (file: string, customizationType?: string) =>
  dataProblem(request(uriOf(file), customizationType === undefined ? {} : { customizationType }), assets);

test('the data is that of the training, and of each validation', () => {
  const validationDataConfig = { validators: [{ s3Uri: 's3://b/1' }, { s3Uri: 's3://b/2' }] };
  expect(dataUris(request('s3://b/0', { validationDataConfig }))).toEqual(['s3://b/0', 's3://b/1', 's3://b/2']);
});

test('logs of invocations are no file of data', () => {
  expect(dataUris({ trainingDataConfig: { invocationLogsConfig: {} } })).toEqual([]);
});

test.each([
  ['pairs.jsonl', undefined],
  ['talks.jsonl', 'FINE_TUNING'],
  ['talks.jsonl', 'DISTILLATION'],
  ['talks.jsonl', 'REINFORCEMENT_FINE_TUNING'],
  ['texts.jsonl', 'CONTINUED_PRE_TRAINING'],
])('nothing is wrong with %s for %s', (file, type) => {
  expect(problemOf(file, type)).toBeUndefined();
});

test.each([
  ['missing.jsonl', undefined, `The data ${uriOf('missing.jsonl')} does not exist.`],
  ['empty.jsonl', undefined, `The data ${uriOf('empty.jsonl')} has no records.`],
  ['broken.jsonl', undefined, `Line 2 of ${uriOf('broken.jsonl')} is not valid JSON.`],
  ['list.jsonl', undefined, `Line 1 of ${uriOf('list.jsonl')} is not a valid record: it is no object.`],
  [
    'pairs.jsonl',
    'CONTINUED_PRE_TRAINING',
    `Line 1 of ${uriOf('pairs.jsonl')} does not match the schema: it has none of input.`,
  ],
  [
    'texts.jsonl',
    'FINE_TUNING',
    `Line 1 of ${uriOf('texts.jsonl')} does not match the schema: it has none of prompt, messages, image-ref.`,
  ],
])('tells what is wrong with %s for %s', (file, type, problem) => {
  expect(problemOf(file, type)).toBe(problem);
});

test('what lies elsewhere cannot be looked at', () => {
  expect(dataProblem(request('s3://elsewhere/train.jsonl'), assets)).toBeUndefined();
});
