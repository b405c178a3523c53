import { s3UriRules } from '../../../src/sagemaker/s3-uri-rules';
import { sentence } from '../../../src/validation/finding';

const told = (uri: unknown, type: string) => [...s3UriRules({ property: 'input' }, uri, type)].map(sentence);

test.each<[unknown, string]>([
  ['s3://data/', 'S3Prefix'],
  ['s3://data/train.csv', 'S3Prefix'],
  ['s3://data/list.json', 'ManifestFile'],
  ['s3://data/train.manifest', 'AugmentedManifestFile'],
  ['s3://data/train.jsonl', 'AugmentedManifestFile'],
  [{ Ref: 'Uri' }, 'S3Prefix'],
  [undefined, 'S3Prefix'],
])('has nothing against %j as %s', (uri, type) => {
  expect(told(uri, type)).toEqual([]);
});

test.each([
  [
    's3://data/*.csv',
    'S3Prefix',
    "'input' has a wildcard in its key, got 's3://data/*.csv': S3 knows none, and takes the character itself. Give what the keys begin with, or a manifest",
  ],
  [
    's3://data/train.manifest',
    'S3Prefix',
    "'input' is the name of a manifest, got 's3://data/train.manifest', and the job takes it for data: give it with 'fromManifest()', or with 'TrainingInput.fromAugmentedManifest()' if its records are JSON lines",
  ],
  [
    's3://data/train.csv',
    'ManifestFile',
    `'input' is the name of data, got 's3://data/train.csv', and the job reads it as a manifest, which is a JSON array that begins with {"prefix": "s3://bucket/folder/"}, and goes on with the rest of each key: give data with 'fromBucket()'`,
  ],
  [
    's3://data/train.rec',
    'AugmentedManifestFile',
    "'input' is the name of data, got 's3://data/train.rec', and the job reads it as a manifest, which is JSON lines, each with the attributes of a record: give data with 'fromBucket()'",
  ],
])('warns of %s as %s', (uri, type, text) => {
  expect(told(uri, type)).toEqual([text]);
});
