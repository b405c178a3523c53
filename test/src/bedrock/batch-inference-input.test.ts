import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { App, Aws, DefaultStackSynthesizer, Lazy, Size, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import {
  type BatchInferenceAssetOptions,
  BatchInferenceInput,
  type BatchInferenceInputConfig,
} from '../../../src/bedrock/batch-inference-input';
import { ModelInvocationType } from '../../../src/bedrock/model-invocation-type';
import { flatten, statementsOf } from '../policy-statements';
import { batchJob } from '../sample-batch-job';
import { bucketNamed, newStack } from '../sample-job';
import { folderWith, records } from './input/input-folder';

const ASSETS = 'cdk-hnb659fds-assets-<AWS::AccountId>-<AWS::Region>';
const OWN_ACCOUNT = { StringEquals: { 'aws:ResourceAccount': '<AWS::AccountId>' } };

/** Gives an input to a construct 'Batch' with a role 'Role', as a job does. */
function bind(
  input: BatchInferenceInput,
  stack = newStack(),
  modelInvocationType = ModelInvocationType.INVOKE_MODEL,
): BatchInferenceInputConfig {
  const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('bedrock.amazonaws.com') });
  return input.bind(new Construct(stack, 'Batch'), role, { modelInvocationType });
}

/** A file with some records, by its path. */
const fileWith = (content: string) => join(folderWith({ 'calls.jsonl': content }), 'calls.jsonl');
const uriIn = (stack: Stack, { s3Uri }: BatchInferenceInputConfig) => flatten(stack.resolve(s3Uri));
/** What the role may do with objects. */
const readsOf = (stack: Stack) => statementsOf(stack, 'Role').filter(({ actions }) => actions.includes('s3:GetObject'));

interface Manifest {
  readonly files: {
    readonly [id: string]: {
      readonly source: { readonly path: string; readonly packaging: string };
      readonly destinations: { readonly [id: string]: { readonly objectKey: string } };
    };
  };
}

/** What is uploaded with a stack, besides its template: contents by their keys. */
function uploadsOf(stack: Stack): Record<string, string> {
  const { directory } = (stack.node.root as App).synth();
  const { files } = JSON.parse(readFileSync(join(directory, `${stack.stackName}.assets.json`), 'utf8')) as Manifest;
  const inputs = Object.values(files).filter(({ source }) => !source.path.endsWith('.template.json'));
  expect(new Set(inputs.map(({ source }) => source.packaging))).toEqual(new Set(['file']));
  return Object.fromEntries(
    inputs.map(({ source, destinations }) => [
      Object.values(destinations)[0].objectKey,
      readFileSync(join(directory, source.path), 'utf8'),
    ]),
  );
}

describe('a local file', () => {
  test('is uploaded, and its URI ends in .jsonl', () => {
    const stack = newStack();
    const uri = uriIn(stack, bind(BatchInferenceInput.fromAsset(fileWith(records(100))), stack));
    expect(uri).toMatch(new RegExp(`^s3://${ASSETS}/[0-9a-f]{64}\\.jsonl$`));
    expect(uploadsOf(stack)).toEqual({ [uri.slice(`s3://${ASSETS}/`.length)]: records(100) });
  });

  test('is all of the assets that the role may read', () => {
    const stack = newStack();
    bind(BatchInferenceInput.fromAsset(fileWith(records(100))), stack);
    const bucket = `arn:<AWS::Partition>:s3:::${ASSETS}`;
    expect(statementsOf(stack, 'Role')).toEqual([
      { actions: ['s3:GetBucketLocation', 's3:ListBucket'], resources: [bucket], condition: OWN_ACCOUNT },
      {
        actions: ['s3:GetObject'],
        resources: [expect.stringMatching(/^arn:<AWS::Partition>:s3:::.*\/\w{64}\.jsonl$/)],
        condition: OWN_ACCOUNT,
      },
    ]);
  });

  test('may be a symbolic link, and is what it points to', () => {
    const folder = folderWith({ 'calls.jsonl': records(100) });
    symlinkSync(join(folder, 'calls.jsonl'), join(folder, 'link.jsonl'));
    const [linked, direct] = ['link.jsonl', 'calls.jsonl'].map((name) => {
      const stack = newStack();
      bind(BatchInferenceInput.fromAsset(join(folder, name)), stack);
      return uploadsOf(stack);
    });
    expect(linked).toEqual(direct);
  });

  test('may be given to several jobs, in several stacks', () => {
    const app = new App();
    const input = BatchInferenceInput.fromAsset(fileWith(records(100)));
    const uris = ['One', 'Two'].map((id) => {
      const stack = new Stack(app, id);
      return uriIn(stack, bind(input, stack, ModelInvocationType.CONVERSE));
    });
    expect(uris[0]).toBe(uris[1]);
    expect(() => app.synth()).not.toThrow();
  });

  test('has no owner but the account of the stack', () => {
    expect(bind(BatchInferenceInput.fromAsset(fileWith(records(100)))).bucketOwner).toBeUndefined();
  });
});

describe('a local folder', () => {
  const FILES = { 'a.jsonl': records(60, 'A'), 'b.jsonl': records(60, 'B') };
  const OTHERS = { 'README.md': 'About the calls', '.c.jsonl': 'hidden', 'images/d.png': '' };

  test('is uploaded file by file, under a prefix that is its URI', () => {
    const stack = newStack();
    const uri = uriIn(stack, bind(BatchInferenceInput.fromAsset(folderWith({ ...FILES, ...OTHERS })), stack));
    expect(uri).toMatch(new RegExp(`^s3://${ASSETS}/[0-9a-f]{64}/$`));
    const prefix = uri.slice(`s3://${ASSETS}/`.length);
    expect(uploadsOf(stack)).toEqual({
      [`${prefix}a.jsonl`]: FILES['a.jsonl'],
      [`${prefix}b.jsonl`]: FILES['b.jsonl'],
    });
    expect(readsOf(stack)).toEqual([
      {
        actions: ['s3:GetObject'],
        resources: [`arn:<AWS::Partition>:s3:::${ASSETS}/${prefix}*`],
        condition: OWN_ACCOUNT,
      },
    ]);
  });

  test('is the same input whatever else is in it, and another one with other records', () => {
    const uriOf = (files: Record<string, string>) => {
      const stack = newStack();
      return uriIn(stack, bind(BatchInferenceInput.fromAsset(folderWith(files)), stack));
    };
    expect(uriOf({ ...FILES, ...OTHERS })).toBe(uriOf(FILES));
    expect(uriOf({ ...FILES, 'b.jsonl': records(60, 'C') })).not.toBe(uriOf(FILES));
  });

  test('has what its symbolic links point to', () => {
    const data = folderWith({ 'a.jsonl': records(100) });
    const folder = folderWith({});
    symlinkSync(join(data, 'a.jsonl'), join(folder, 'b.jsonl'));
    const stack = newStack();
    bind(BatchInferenceInput.fromAsset(folder), stack);
    expect(Object.values(uploadsOf(stack))).toEqual([records(100)]);
  });

  test('is found by the prefix of a synthesizer, too', () => {
    const app = new App();
    const stack = new Stack(app, 'Stack', { synthesizer: new DefaultStackSynthesizer({ bucketPrefix: 'team/' }) });
    const uri = uriIn(stack, bind(BatchInferenceInput.fromAsset(folderWith(FILES)), stack));
    expect(uri).toMatch(new RegExp(`^s3://${ASSETS}/team/[0-9a-f]{64}/$`));
  });

  test('fails where the synthesizer does not say where it puts assets', () => {
    const synthesizer = new DefaultStackSynthesizer({ bucketPrefix: '${AWS::Region}/' });
    const stack = new Stack(new App(), 'Stack', { synthesizer });
    const folder = folderWith(FILES);
    expect(() => bind(BatchInferenceInput.fromAsset(folder), stack)).toThrow(
      `Stack/Batch: 'input' must be a file, as the synthesizer of the stack does not say where it puts assets, got '${folder}'`,
    );
  });
});

describe('local records are read', () => {
  const reading =
    (content: string, options?: BatchInferenceAssetOptions, type?: ModelInvocationType, context = {}) =>
    () =>
      bind(BatchInferenceInput.fromAsset(fileWith(content), options), new Stack(new App({ context }), 'Stack'), type);
  const REFUSED = "Stack/Batch: 'input' must be JSON lines that batch inference takes:";

  test('fails with a wrong line, and names construct, member, file, line and reason', () => {
    expect(reading(`${records(4216)}{"modelInput":{},}\n`)).toThrow(
      `${REFUSED} calls.jsonl, line 4217: not valid JSON: Expected double-quoted property name at position 17`,
    );
  });

  test('fails with fewer records than most models take, and with fewer than is said', () => {
    const few = (count: number, least: number) =>
      `${REFUSED} calls.jsonl has ${count} records, and a job takes ${least} at least ('minimumRecords')`;
    expect(reading(records(99))).toThrow(few(99, 100));
    expect(reading(records(50), { minimumRecords: 50 })).not.toThrow();
    expect(reading(records(49), { minimumRecords: 50 })).toThrow(few(49, 50));
  });

  test('fails with more than is said', () => {
    expect(reading(records(20_000), { maximumSize: Size.mebibytes(1) })).toThrow(
      `${REFUSED} calls.jsonl has 3 MB, and the input of a job may have 1 MB at most ('maximumSize')`,
    );
  });

  test.each([-1, 1.5])('fails with %d for the fewest records', (minimumRecords) => {
    expect(reading(records(1), { minimumRecords })).toThrow(
      `Stack/Batch: 'input.minimumRecords' must be a whole number of at least 0, got ${minimumRecords}`,
    );
  });

  test('for each API that they are given to', () => {
    const input = BatchInferenceInput.fromAsset(fileWith('{"modelInput":{}}\n'.repeat(100)));
    expect(() => bind(input)).not.toThrow();
    expect(() => bind(input, newStack(), ModelInvocationType.CONVERSE)).toThrow(
      `${REFUSED} calls.jsonl, lines 1, 2 and 3, and 97 more: 'modelInput.messages' is missing`,
    );
  });

  test('but not where the stack is only listed or destroyed', () => {
    expect(reading('oops', {}, undefined, { 'aws:cdk:bundling-stacks': [] })).not.toThrow();
    expect(reading('oops', {}, undefined, { 'aws:cdk:bundling-stacks': ['Stack'] })).toThrow(REFUSED);
  });
});

describe('an object in a bucket', () => {
  test('is named by its URI, and is all that the role may read', () => {
    const stack = newStack();
    const config = bind(BatchInferenceInput.fromBucket(bucketNamed(stack, 'calls'), '2026/june.jsonl'), stack);
    expect(config).toEqual({ s3Uri: 's3://calls/2026/june.jsonl', bucketOwner: undefined });
    expect(readsOf(stack)).toEqual([
      {
        actions: ['s3:GetObject'],
        resources: ['arn:<AWS::Partition>:s3:::calls/2026/june.jsonl'],
        condition: OWN_ACCOUNT,
      },
    ]);
  });

  test('may have a key that is not known yet', () => {
    const stack = newStack();
    const key = Lazy.string({ produce: () => 'any.jsonl' });
    bind(BatchInferenceInput.fromBucket(bucketNamed(stack, 'calls'), key), stack);
    expect(readsOf(stack)[0].resources).toEqual(['arn:<AWS::Partition>:s3:::calls/any.jsonl*']);
  });

  test('fails with a key that the service does not take', () => {
    const stack = newStack();
    const input = BatchInferenceInput.fromBucket(bucketNamed(stack, 'calls'), 'day=1/a.jsonl');
    expect(() => batchJob(stack, 'Classify', { input })).toThrow(
      /'input' \(inputDataConfig.s3InputDataConfig.s3Uri\) must be .* got 's3:\/\/calls\/day=1\/a.jsonl'$/,
    );
  });
});

test('of a prefix, all may be read', () => {
  const stack = newStack();
  const { s3Uri } = bind(BatchInferenceInput.fromBucket(bucketNamed(stack, 'calls'), '2026/'), stack);
  expect(s3Uri).toBe('s3://calls/2026/');
  expect(readsOf(stack)[0].resources).toEqual(['arn:<AWS::Partition>:s3:::calls/2026/*']);
});

describe('the owner of the bucket', () => {
  const inAccount = (account: string) => new Stack(new App(), 'Stack', { env: { account, region: 'us-east-1' } });
  const bucketOf = (stack: Stack, account: string) =>
    Bucket.fromBucketAttributes(stack, 'Calls', { bucketName: 'calls', account });

  test('is another account, where the bucket is of another than the stack', () => {
    const stack = inAccount('111122223333');
    const config = bind(BatchInferenceInput.fromBucket(bucketOf(stack, '444455556666'), 'a.jsonl'), stack);
    expect(config.bucketOwner).toBe('444455556666');
    expect(readsOf(stack)[0].condition).toEqual({ StringEquals: { 'aws:ResourceAccount': '444455556666' } });
  });

  test('is not named, where it is the account of the stack', () => {
    const stack = inAccount('111122223333');
    const config = bind(BatchInferenceInput.fromBucket(bucketOf(stack, '111122223333'), 'a.jsonl'), stack);
    expect(config.bucketOwner).toBeUndefined();
    expect(readsOf(stack)[0].condition).toEqual({ StringEquals: { 'aws:ResourceAccount': '111122223333' } });
  });

  test('may be said', () => {
    const stack = newStack();
    const options = { bucketOwner: '444455556666' };
    const config = bind(BatchInferenceInput.fromBucket(bucketNamed(stack, 'calls'), 'a.jsonl', options), stack);
    expect(config.bucketOwner).toBe('444455556666');
    expect(readsOf(stack)[0].condition).toEqual({ StringEquals: { 'aws:ResourceAccount': '444455556666' } });
  });

  test('may be said and not be known yet', () => {
    const stack = newStack();
    const options = { bucketOwner: Aws.ACCOUNT_ID };
    const input = BatchInferenceInput.fromBucket(bucketNamed(stack, 'calls'), 'a.jsonl', options);
    expect(() => bind(input, stack)).not.toThrow();
  });

  test.each(['', '1111', '11112222333a', '1111222233334'])("fails with '%s'", (bucketOwner) => {
    const stack = newStack();
    const input = BatchInferenceInput.fromBucket(bucketNamed(stack, 'calls'), 'a.jsonl', { bucketOwner });
    expect(() => batchJob(stack, 'Classify', { input })).toThrow(
      `'input.bucketOwner' (inputDataConfig.s3InputDataConfig.s3BucketOwner) must be the 12 digits of an account, got '${bucketOwner}'`,
    );
  });
});
