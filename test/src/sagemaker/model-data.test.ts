import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { App, Lazy, Stack } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { ModelData } from '../../../src';
import { flatten, statementsOf } from '../policy-statements';
import { bucketNamed, compilationJob, MODEL, newStack, requestOf } from '../sample-job';

const make = (modelData: ModelData) => () => compilationJob(newStack(), 'Compile', { modelData });
const uriOf = (modelData: ModelData) => flatten((requestOf({ modelData }).InputConfig as { S3Uri: unknown }).S3Uri);

describe('a local archive', () => {
  test('is uploaded under a key that ends in .tar.gz, as Neo wants it', () => {
    expect(uriOf(ModelData.fromAsset(MODEL))).toMatch(
      /^s3:\/\/cdk-hnb659fds-assets-<AWS::AccountId>-<AWS::Region>\/[0-9a-f]{64}\.tar\.gz$/,
    );
  });

  test('is in the manifest of the assets, and readable by the role', () => {
    const app = new App();
    const stack = new Stack(app, 'Stack');
    compilationJob(stack, 'Compile', { modelData: ModelData.fromAsset(MODEL) });
    const [read] = statementsOf(stack, 'CompileRole').filter(({ actions }) => actions.includes('s3:GetObject'));
    expect(read.resources).toEqual([
      expect.stringMatching(
        /^arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-<AWS::Region>\/\w+\.tar\.gz$/,
      ),
    ]);
  });

  test('may be given to several jobs, in several stacks', () => {
    const app = new App();
    const modelData = ModelData.fromAsset(MODEL);
    for (const id of ['One', 'Two']) {
      const stack = new Stack(app, id);
      compilationJob(stack, 'Compile', { modelData });
      compilationJob(stack, 'CompileToo', { modelData });
    }
    expect(() => app.synth()).not.toThrow();
  });

  const archive = "the path of one gzip-compressed tar archive whose name ends in '.tar.gz'";
  test.each([
    ['an empty path', '', archive],
    ['another kind of file', 'model.zip', archive],
    ['a file that is not there', '/no/such/model.tar.gz', 'a file that exists'],
  ])('fails with %s', (_, name, allowed) => {
    expect(make(ModelData.fromAsset(name))).toThrow(`Stack/Compile: 'modelData' must be ${allowed}, got '${name}'`);
  });

  test('fails with a directory', () => {
    const folder = path.join(mkdtempSync(path.join(tmpdir(), 'model-')), 'model.tar.gz');
    mkdirSync(folder);
    expect(make(ModelData.fromAsset(folder))).toThrow(
      `Stack/Compile: 'modelData' must be a file, not a directory, got '${folder}'`,
    );
    rmSync(path.dirname(folder), { recursive: true });
  });
});

describe('an object in a bucket', () => {
  test('is named by its URI', () => {
    const modelData = ModelData.fromBucket(bucketNamed(newStack(), 'models'), 'a/b.tar.gz');
    expect(uriOf(modelData)).toBe('s3://models/a/b.tar.gz');
  });

  test('is readable by the role, its key included', () => {
    const stack = newStack();
    const bucket = new Bucket(stack, 'Models', { encryptionKey: new kms.Key(stack, 'Key') });
    compilationJob(stack, 'Compile', { modelData: ModelData.fromBucket(bucket, 'model.tar.gz') });
    expect(statementsOf(stack, 'CompileRole')).toEqual(
      expect.arrayContaining([
        { actions: ['s3:GetObject'], resources: [expect.stringMatching(/^<Models\w+\.Arn>\/model\.tar\.gz$/)] },
        { actions: ['kms:Decrypt'], resources: [expect.stringMatching(/^<Key\w+\.Arn>$/)] },
      ]),
    );
  });

  test('may have a key that is not known yet', () => {
    const key = Lazy.string({ produce: () => 'anything' });
    expect(make(ModelData.fromBucket(bucketNamed(newStack(), 'models'), key))).not.toThrow();
  });

  test.each(['', 'model.zip', 'folder/'])("fails with the key '%s'", (key) => {
    expect(make(ModelData.fromBucket(bucketNamed(newStack(), 'models'), key))).toThrow(
      `Stack/Compile: 'modelData' must be the key of an archive, which ends in '.tar.gz', got '${key}'`,
    );
  });
});

test('fails with something else for the version of a model package', () => {
  expect(make(ModelData.fromModelPackageVersion('penguins/1'))).toThrow(
    "Stack/Compile: 'modelData' must be the ARN of a version of a SageMaker model package, got 'penguins/1'",
  );
});
