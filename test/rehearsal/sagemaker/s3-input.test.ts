import type { JsonObject } from '../../../rehearsal/json-value';
import { ownLocation, s3InputProblem } from '../../../rehearsal/sagemaker/s3-input';
import { ASSET_BUCKET } from '../fixture-assembly';
import { uploaded, uriOf } from '../fixture-batch';

const assets = uploaded({
  'data/train.csv': '1,2',
  'good.manifest': '[{"prefix": "s3://in/"}, "a.csv"]',
  'bad.manifest': '{"prefix": "s3://in/"}',
  'good.jsonl': '{"source-ref": "s3://in/a.png", "label": 1}\n',
  'bad.jsonl': '{"source-ref": "s3://in/a.png", "label": 1}\n{"source-ref": "s3://in/b.png"}\n',
});
const PREFIX = { S3DataType: 'S3Prefix' };
const MANIFEST = { S3DataType: 'ManifestFile' };
const AUGMENTED = { S3DataType: 'AugmentedManifestFile', AttributeNames: ['source-ref', 'label'] };
const missing = (key: string): string =>
  `NoSuchKey (404): The specified key does not exist. Bucket: ${ASSET_BUCKET}, Key: ${key}`;

test.each<[string, JsonObject, string | undefined]>([
  ['data/', PREFIX, undefined],
  ['data/tr', PREFIX, undefined],
  ['nothing/', PREFIX, missing('nothing/')],
  ['good.manifest', MANIFEST, undefined],
  ['bad.manifest', MANIFEST, 'bad.manifest is not a manifest: a JSON array that begins with a prefix.'],
  ['no.manifest', MANIFEST, missing('no.manifest')],
  ['good.jsonl', AUGMENTED, undefined],
  ['bad.jsonl', AUGMENTED, 'Line 2 of bad.jsonl is not a JSON object with the attributes source-ref, label.'],
])('%s as %j', (key, source, problem) => {
  expect(s3InputProblem({ ...source, S3Uri: uriOf(key) }, assets)).toBe(problem);
});

test('what lies elsewhere is assumed to be there', () => {
  expect(ownLocation({ S3Uri: 's3://elsewhere/data/' }, assets)).toBeUndefined();
  expect(s3InputProblem({ ...PREFIX, S3Uri: 's3://elsewhere/data/' }, assets)).toBeUndefined();
  expect(ownLocation({ S3Uri: uriOf('data/') }, assets)).toEqual({ bucket: ASSET_BUCKET, key: 'data/' });
});
