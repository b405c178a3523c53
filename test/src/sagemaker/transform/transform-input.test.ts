import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { Lazy, Size, type Stack } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import {
  TransformInput,
  type TransformInputOptions,
  type TransformJobProps,
  TransformSplitType,
} from '../../../../src';
import { flatten, statementsOf } from '../../policy-statements';
import { bucketNamed, newStack } from '../../sample-job';
import { modelRole, transformJob, transformProperties } from '../../sample-transform-job';

const OBJECTS = 'arn:<AWS::Partition>:s3:::records';

/** The data source of the one transform job of a stack. */
function sourceOf(stack: Stack): Record<string, unknown> {
  const { TransformInput: input } = transformProperties(stack).Request as {
    TransformInput: { DataSource: { S3DataSource: Record<string, unknown> } };
  };
  return input.DataSource.S3DataSource;
}

/** What a job with an input lets the role of its model read, and what its request says of where the input is. */
function inputOf(make: (stack: Stack) => TransformInput) {
  const stack = newStack();
  transformJob(stack, 'Score', { modelRole: modelRole(stack), input: make(stack) });
  const read = statementsOf(stack, 'ModelRole')
    .filter(({ actions }) => actions.includes('s3:GetObject'))
    .flatMap(({ resources }) => resources);
  return { source: sourceOf(stack), read };
}

describe('an input in a bucket', () => {
  test.each([
    ['a prefix', 'penguins/', 's3://records/penguins/'],
    ['an object', 'penguins/2026.csv', 's3://records/penguins/2026.csv'],
    ['all of it', '', 's3://records/'],
  ])('is %s', (_, key, S3Uri) => {
    expect(inputOf((stack) => TransformInput.fromBucket(bucketNamed(stack, 'records'), key))).toEqual({
      source: { S3DataType: 'S3Prefix', S3Uri },
      read: [`${OBJECTS}/${key}*`],
    });
  });

  test('may be known at deployment only', () => {
    const key = Lazy.string({ produce: () => '//' });
    expect(inputOf((stack) => TransformInput.fromBucket(bucketNamed(stack, 'records'), key)).source.S3Uri).toBe(
      's3://records///',
    );
  });

  test.each(['/penguins', '//'])('fails with the prefix %s', (prefix) => {
    expect(() => inputOf((stack) => TransformInput.fromBucket(bucketNamed(stack, 'records'), prefix))).toThrow(
      `Stack/Score: 'input' must be a prefix without a leading '/', got '${prefix}'`,
    );
  });

  test('is decrypted with the key of the bucket', () => {
    const stack = newStack();
    const bucket = new Bucket(stack, 'Records', { encryptionKey: new kms.Key(stack, 'Key') });
    transformJob(stack, 'Score', { modelRole: modelRole(stack), input: TransformInput.fromBucket(bucket, 'a/') });
    expect(statementsOf(stack, 'ModelRole')).toContainEqual({
      actions: ['kms:Decrypt'],
      resources: [expect.stringMatching(/^<Key\w+\.Arn>$/)],
    });
  });
});

describe('an input that a manifest lists', () => {
  test('is whatever lies in the bucket', () => {
    expect(inputOf((stack) => TransformInput.fromManifest(bucketNamed(stack, 'records'), 'all.manifest'))).toEqual({
      source: { S3DataType: 'ManifestFile', S3Uri: 's3://records/all.manifest' },
      read: [`${OBJECTS}/all.manifest`, `${OBJECTS}/*`],
    });
  });

  test('is what lies under the prefix of the data, where it is given', () => {
    const make = (stack: Stack) =>
      TransformInput.fromManifest(bucketNamed(stack, 'records'), 'all.manifest', { dataPrefix: 'penguins/' });
    expect(inputOf(make).read).toEqual([`${OBJECTS}/all.manifest`, `${OBJECTS}/penguins/*`]);
  });

  test.each(['', 'manifests/'])('fails with the key %j', (key) => {
    expect(() => inputOf((stack) => TransformInput.fromManifest(bucketNamed(stack, 'records'), key))).toThrow(
      `Stack/Score: 'input' must be the key of a manifest, got '${key}'`,
    );
  });

  test('fails with a prefix that is none', () => {
    const make = (stack: Stack) =>
      TransformInput.fromManifest(bucketNamed(stack, 'records'), 'all.manifest', { dataPrefix: '/penguins' });
    expect(() => inputOf(make)).toThrow("Stack/Score: 'input' must be a prefix without a leading '/', got '/penguins'");
  });
});

describe('a local input', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'transform-input-'));
    writeFileSync(path.join(folder, 'penguins.csv'), '39.1,18.7\n');
    mkdirSync(path.join(folder, 'south'));
    writeFileSync(path.join(folder, 'south', 'gentoo.csv'), '46.1,13.2\n');
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  const ASSETS = 'cdk-hnb659fds-assets-<AWS::AccountId>-<AWS::Region>';

  test.each(['penguins.csv', '.'])('is uploaded under a prefix of its own: %s', (name) => {
    const { source, read } = inputOf(() => TransformInput.fromAsset(path.join(folder, name)));
    const uri = flatten(source.S3Uri);
    expect(source.S3DataType).toBe('S3Prefix');
    expect(uri).toMatch(/^s3:\/\/cdk-hnb659fds-assets-<AWS::AccountId>-<AWS::Region>\/[0-9a-f]{64}\/$/);
    expect(read).toEqual([`arn:<AWS::Partition>:s3:::${uri.replace('s3://', '')}*`]);
    expect(uri).toContain(ASSETS);
  });

  test('fails where there is none', () => {
    expect(() => inputOf(() => TransformInput.fromAsset('no-such-file.csv'))).toThrow(
      "Stack/Score: 'input' must be a file or a folder that exists, got 'no-such-file.csv'",
    );
  });

  test('needs no role to be uploaded', () => {
    const stack = newStack();
    transformJob(stack, 'Score', { input: TransformInput.fromAsset(folder) });
    expect(flatten(sourceOf(stack).S3Uri)).toContain(ASSETS);
  });
});

describe('local files are read', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'transform-data-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const made = (content: string, options: TransformInputOptions, props: Partial<TransformJobProps> = {}) => {
    const file = path.join(folder, 'records.csv');
    writeFileSync(file, content);
    return () => transformJob(newStack(), 'Score', { input: TransformInput.fromAsset(file, options), ...props });
  };
  const LARGE = '1,2\n'.repeat(2 ** 21);

  test('fails with a file that fits into no request', () => {
    const text = "'input' has records.csv of 8 MB, which is sent as a whole without a 'splitType'";
    expect(made(LARGE, { contentType: 'text/csv' })).toThrow(text);
    expect(made(LARGE, { contentType: 'text/csv' }, { maxPayload: Size.mebibytes(8) })).not.toThrow();
    expect(made(LARGE, { contentType: 'text/csv' }, { maxPayload: Size.mebibytes(0) })).not.toThrow();
    expect(made(LARGE, { contentType: 'text/csv', splitType: TransformSplitType.LINE })).not.toThrow();
    expect(made(LARGE, { splitType: TransformSplitType.TF_RECORD })).not.toThrow();
  });

  test('but not where an override says how', () => {
    expect(made(LARGE, {}, { requestOverrides: { MaxPayloadInMB: 50 } })).not.toThrow();
    expect(made(LARGE, {}, { requestOverrides: { TransformInput: { SplitType: 'Line' } } })).not.toThrow();
  });

  test('fails with lines that the service cannot filter, and warns of them otherwise', () => {
    const options = { contentType: 'application/jsonlines', splitType: TransformSplitType.LINE };
    expect(made('{"a":1}\n{\n', options)).not.toThrow();
    expect(made('{"a":1}\n{\n', options, { inputFilter: '$.a' })).toThrow(
      "'input' has in records.csv, line 2: the beginning of a document of several lines: write each record on one line",
    );
  });
});
