import { readBatchInput } from '../../../rehearsal/bedrock/batch-input';
import { ASSET_BUCKET } from '../fixture-assembly';
import { records, uploaded, uriOf } from '../fixture-batch';

const JOB_ARN = 'arn:aws:bedrock:us-east-1:111122223333:model-invocation-job/a1b2c3d4e5f6';
const assets = uploaded({
  'good.jsonl': records(120),
  'few.jsonl': records(99),
  'broken.jsonl': `${records(2)}{"modelInput":\n`,
  'list.jsonl': '[]\n',
  'without.jsonl': '{"recordId":"a"}\n',
  'good.txt': records(120),
  'folder/a.jsonl': records(60),
  'folder/b.jsonl': records(60),
  'folder/notes.txt': 'text',
});
const NOVA = 'amazon.nova-lite-v1:0';
const read = (uri: string, modelId = NOVA): ReturnType<typeof readBatchInput> =>
  readBatchInput(uri, { arn: JOB_ARN, modelId }, assets);

test('counts the records of a file', () => {
  expect(read(uriOf('good.jsonl'))).toEqual({
    files: [{ name: 'good.jsonl', path: assets.file(ASSET_BUCKET, 'good.jsonl') }],
    records: 120,
  });
});

test.each(['folder', 'folder/'])('reads all .jsonl files in %s', (folder) => {
  const { files, records: count } = read(uriOf(folder));
  expect(files.map(({ name }) => name)).toEqual(['a.jsonl', 'b.jsonl']);
  expect(count).toBe(120);
});

test('assumes 1,000 records where the input is not here', () => {
  expect(read('s3://elsewhere/records.jsonl')).toEqual({ files: [], records: 1000 });
});

test.each([
  ['missing.jsonl', `The input ${uriOf('missing.jsonl')} does not exist or has no .jsonl files.`],
  ['good.txt', `The input ${uriOf('good.txt')} is not a .jsonl file.`],
  ['broken.jsonl', 'Line 3 of broken.jsonl is not valid JSON.'],
  ['list.jsonl', 'Line 1 of list.jsonl is not a JSON object.'],
  ['without.jsonl', 'Line 1 of without.jsonl has no JSON object modelInput.'],
  ['few.jsonl', `Batch job ${JOB_ARN} contains less records (99) than the required minimum of: 100`],
])('refuses %s', (key, problem) => {
  expect(read(uriOf(key)).problem).toBe(problem);
});

test.each(['meta.llama4-scout-17b-instruct-v1:0', 'us.meta.llama4-scout-17b-instruct-v1:0'])(
  'takes fewer records for %s',
  (modelId) => {
    expect(read(uriOf('few.jsonl'), modelId)).toMatchObject({ records: 99 });
    expect(read(uriOf('few.jsonl'), modelId).problem).toBeUndefined();
  },
);
