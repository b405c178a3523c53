import { readFileSync } from 'node:fs';
import { readCloudAssembly } from '../../../rehearsal/cloud-assembly/cloud-assembly';
import { ASSET_BUCKET, writeApp } from '../fixture-assembly';

const assembly = writeApp({}, {}, { 'model.tar.gz': 'content', 'in/b.jsonl': '', 'in/a.jsonl': '', 'inner.jsonl': '' });
const [{ assets }] = readCloudAssembly(assembly, { account: '111122223333', region: 'us-east-1' });

test('finds a file by the bucket and the key that it would get', () => {
  expect(readFileSync(assets.file(ASSET_BUCKET, 'model.tar.gz') ?? '', 'utf8')).toBe('content');
  expect(assets.directory(ASSET_BUCKET, 'model.tar.gz')).toBeUndefined();
});

test('knows its own bucket, and which keys are not in it', () => {
  expect(assets.owns(ASSET_BUCKET)).toBe(true);
  expect(assets.owns('another')).toBe(false);
  expect(assets.file(ASSET_BUCKET, 'other')).toBeUndefined();
});

test.each([
  `https://s3.us-east-1.amazonaws.com/${ASSET_BUCKET}/model.tar.gz`,
  `https://${ASSET_BUCKET}.s3.amazonaws.com/model.tar.gz`,
])('finds a file by the URL %s', (url) => expect(assets.fileAt(url)).toBeDefined());

test.each(['in', 'in/'])('finds the files in the folder %s', (folder) => {
  expect(assets.filesBelow(ASSET_BUCKET, folder)).toEqual(['in/a.jsonl', 'in/b.jsonl']);
});

test('finds all files of a bucket', () => {
  expect(assets.filesBelow(ASSET_BUCKET, '')).toEqual(['in/a.jsonl', 'in/b.jsonl', 'inner.jsonl', 'model.tar.gz']);
});

test.each([
  ['in', ['in/a.jsonl', 'in/b.jsonl', 'inner.jsonl']],
  ['in/', ['in/a.jsonl', 'in/b.jsonl']],
  ['out', []],
])('finds the keys that begin with %s', (prefix, keys) => {
  expect(assets.keysFrom(ASSET_BUCKET, prefix)).toEqual(keys);
});
