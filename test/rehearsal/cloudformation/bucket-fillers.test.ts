import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AssetStore } from '../../../rehearsal/cloud-assembly/asset-store';
import { BucketFillers } from '../../../rehearsal/cloudformation/bucket-fillers';
import type { ResourceRequest } from '../../../rehearsal/cloudformation/resource-provider';
import type { JsonObject } from '../../../rehearsal/json-value';

const folder = mkdtempSync(join(tmpdir(), 'cdk-ml-jobs-fillers-'));
writeFileSync(join(folder, 'a.csv'), '1,2');
afterAll(() => rmSync(folder, { recursive: true }));

const assets = new AssetStore({ account: '111122223333', region: 'us-east-1' });
assets.addFile('assets', 'known.zip', folder);

function filledBy(type: string, properties: JsonObject): BucketFillers {
  const fillers = new BucketFillers();
  fillers.onPresent(type, 'id', { type, properties, stack: { assets } } as unknown as ResourceRequest);
  return fillers;
}

function deployed(more: JsonObject): BucketFillers {
  return filledBy('Custom::CDKBucketDeployment', {
    DestinationBucketName: 'data',
    SourceBucketNames: ['assets'],
    SourceObjectKeys: ['known.zip'],
    ...more,
  });
}

test('a deployment of files fills the places of these files alone', () => {
  const fillers = deployed({ DestinationBucketKeyPrefix: 'other' });
  expect(
    ['other/', 'other/a.csv', '', 'oth', 't/', 'other/b.csv'].map((key) => fillers.mayFill(`s3://data/${key}`)),
  ).toEqual([true, true, true, true, false, false]);
  expect(fillers.mayFill('s3://others/other/')).toBe(false);
});

test.each<[string, JsonObject]>([
  ['an archive that is not a folder here', { SourceObjectKeys: ['unknown.zip'] }],
  ['an archive that stays one', { Extract: 'false' }],
  ['markers that are no lists', { SourceBucketNames: 'assets' }],
])('of %s, only the folder is known', (_, more) => {
  const fillers = deployed({ DestinationBucketKeyPrefix: 'other/', ...more });
  expect(['other/x/y', 'other/', 't/'].map((key) => fillers.mayFill(`s3://data/${key}`))).toEqual([true, true, false]);
  expect(deployed(more).mayFill('s3://data/t/')).toBe(true);
});

test('any other custom resource that knows of a bucket may fill it, but for those that write nothing', () => {
  const properties = { BucketName: 'data' };
  expect(filledBy('Custom::Copy', properties).mayFill('s3://data/t/')).toBe(true);
  expect(filledBy('Custom::Copy', properties).mayFill('s3://others/t/')).toBe(false);
  for (const type of ['Custom::S3AutoDeleteObjects', 'Custom::S3BucketNotifications', 'AWS::S3::BucketPolicy']) {
    expect(filledBy(type, properties).mayFill('s3://data/t/')).toBe(false);
  }
});
