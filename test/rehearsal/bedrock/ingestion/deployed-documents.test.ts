import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documentsOf, isMetadata } from '../../../../rehearsal/bedrock/ingestion/deployed-documents';
import type { AssetStore } from '../../../../rehearsal/cloud-assembly/asset-store';

const folder = mkdtempSync(join(tmpdir(), 'cdk-ml-jobs-documents-'));
mkdirSync(join(folder, 'parts'));
writeFileSync(join(folder, 'a.md'), 'Open it.');
writeFileSync(join(folder, 'parts', 'b.md'), 'Close it.');
afterAll(() => rmSync(folder, { recursive: true }));

const assets = {
  directory: (bucket: string, key: string) => (`${bucket}/${key}` === 'assets/one.zip' ? folder : undefined),
};
const deployment = (more: object = {}) => ({
  DestinationBucketName: 'manuals',
  SourceBucketNames: ['assets', 'assets'],
  SourceObjectKeys: ['one.zip', 'unknown.zip'],
  ...more,
});
const keysOf = (...[source, deployments]: Parameters<typeof documentsOf>) => {
  const found = documentsOf(source, deployments, assets as unknown as AssetStore);
  return found && [...found.keys()].sort();
};

test('the documents of a bucket are the files that are deployed to it, wherever they are put', () => {
  expect(keysOf({ bucket: 'manuals' }, [deployment()], assets as never)).toEqual(['a.md', 'parts/b.md']);
  expect(keysOf({ bucket: 'manuals' }, [deployment({ DestinationBucketKeyPrefix: 'v1/' })], assets as never)).toEqual([
    'v1/a.md',
    'v1/parts/b.md',
  ]);
});

test('a data source may take some of them only', () => {
  const source = { bucket: 'manuals', prefixes: ['parts/', 'other/'] };

  expect(keysOf(source, [deployment()], assets as never)).toEqual(['parts/b.md']);
});

test('nothing is known of a bucket that nothing deploys to, and of what is in no bucket', () => {
  expect(keysOf({ bucket: 'others' }, [deployment()], assets as never)).toBeUndefined();
  expect(keysOf({}, [deployment()], assets as never)).toBeUndefined();
});

test('a file beside a document says something of it', () => {
  expect(['a.md', 'a.md.metadata.json', 'metadata.json'].map(isMetadata)).toEqual([false, true, false]);
});
