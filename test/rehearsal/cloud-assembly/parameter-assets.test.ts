import { parameterAssets } from '../../../rehearsal/cloud-assembly/parameter-assets';
import type { JsonObject } from '../../../rehearsal/json-value';

const ENVIRONMENT = { account: '111122223333', region: 'eu-west-1' };
const BUCKET = 'cdk-hnb659fds-assets-111122223333-eu-west-1';
const PARAMETERS = { s3BucketParameter: 'Bucket', s3KeyParameter: 'Key', artifactHashParameter: 'Hash' };

const ofStack = (data: JsonObject): JsonObject => ({
  '/App': [
    { type: 'aws:cdk:asset', data },
    { type: 'aws:cdk:warning', data: 'beware' },
  ],
});

test.each([
  ['an archive of a folder', { path: 'asset.abc', packaging: 'zip', id: 'abc' }, 'assets/', 'abc.zip'],
  ['a file', { path: 'asset.abc.json', packaging: 'file', id: 'abc' }, 'assets/', 'abc.json'],
  [
    'an asset with an id of its own',
    { path: 'asset.abc.txt', packaging: 'file', id: 'Mine' },
    'assets/Mine/',
    'abc.txt',
  ],
])('%s has a place and parameters', (_what, data, prefix, name) => {
  expect(parameterAssets(ofStack({ ...data, sourceHash: 'abc', ...PARAMETERS }), ENVIRONMENT)).toEqual([
    {
      path: data.path,
      bucket: BUCKET,
      key: prefix + name,
      parameters: { Bucket: BUCKET, Key: `${prefix}||${name}`, Hash: 'abc' },
    },
  ]);
});

test('there are none of an image, nor where there is no metadata', () => {
  const image = { path: 'asset.abc', packaging: 'container-image', id: 'abc', sourceHash: 'abc', imageTag: 'abc' };
  expect(parameterAssets(ofStack(image), ENVIRONMENT)).toEqual([]);
  expect(parameterAssets(undefined, ENVIRONMENT)).toEqual([]);
});
