import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, LegacyStackSynthesizer, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { modelWith, removeSavedModels, safetensors, savedModel } from './saved-model';
import { ModelImportSource } from '../../../../src';
import { importJob, importProperties } from '../../sample-import-job';
import { bucketNamed, newStack } from '../../sample-job';

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

afterEach(removeSavedModels);

const uriOf = (stack: Stack): unknown =>
  (importProperties(stack).Request.modelDataSource as { s3DataSource: { s3Uri: unknown } }).s3DataSource.s3Uri;

/** What the role of the job may do with objects and buckets. */
function readsIn(stack: Stack): object[] {
  const policies = Template.fromStack(stack).findResources('AWS::IAM::Policy') as {
    [id: string]: { Properties: { PolicyDocument: { Statement: { Action: string | string[] }[] } } };
  };
  const [, policy] = Object.entries(policies).find(([id]) => id.startsWith('ImportRole'))!;
  return policy.Properties.PolicyDocument.Statement.filter(({ Action }) => /s3:/.test(String(Action)));
}

describe('a folder in a bucket', () => {
  test.each([
    ['models/llama/', 's3://models/models/llama/'],
    ['models/llama', 's3://models/models/llama/'],
    ['', 's3://models/'],
  ])('is one, with or without a slash: %j', (prefix, uri) => {
    const stack = newStack();
    importJob(stack, 'Import', { modelSource: ModelImportSource.fromBucket(bucketNamed(stack, 'models'), prefix) });
    expect(uriOf(stack)).toBe(uri);
  });

  test('is read by the role, of the account of the bucket only', () => {
    const stack = newStack();
    const bucket = Bucket.fromBucketName(stack, 'Models', 'models');
    const modelSource = ModelImportSource.fromBucket(bucket, 'llama/', { bucketOwner: '444455556666' });
    importJob(stack, 'Import', { modelSource });
    const Condition = { StringEquals: { 'aws:ResourceAccount': '444455556666' } };
    const arn = (path: string) => ({ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:s3:::${path}`]] });

    expect(readsIn(stack)).toEqual([
      { Action: ['s3:GetBucketLocation', 's3:ListBucket'], Condition, Effect: 'Allow', Resource: arn('models') },
      { Action: 's3:GetObject', Condition, Effect: 'Allow', Resource: arn('models/llama/*') },
    ]);
  });

  test.each(['model.tar.gz', 'llama/model.safetensors', 'llama.gguf/'])('is no file: %s', (prefix) => {
    const stack = newStack();
    importJob(stack, 'Import', { modelSource: ModelImportSource.fromBucket(bucketNamed(stack, 'models'), prefix) });
    const found = Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('modelImportFolder'));

    expect(found.map(({ entry }) => entry.data)).toEqual(
      prefix.endsWith('/')
        ? []
        : [
            `'modelSource' (modelDataSource.s3DataSource.s3Uri) should be the folder with the files of the model, got '${prefix}', which is the name of a file: unpack an archive, give the folder that a file lies in, and end a folder that is called so in a slash [ack: cdk-ml-jobs:modelImportFolder]`,
          ],
    );
  });

  test('is in a bucket', () => {
    const modelSource = ModelImportSource.fromBucket('models' as never, 'llama/');
    expect(() => importJob(newStack(), 'Import', { modelSource })).toThrow("'modelSource' must be a bucket");
  });
});

describe('a local folder', () => {
  const importOf = (path: string, stack = newStack()) => {
    importJob(stack, 'Import', { modelSource: ModelImportSource.fromAsset(path) });
    return stack;
  };

  test('is uploaded file by file, under one prefix, which the role may read', () => {
    const stack = importOf(savedModel({ '.gitattributes': 'x', 'original/a.pth': 'x', 'tokenizer.model': 'x' }));
    const assembly = (stack.node.root as App).synth();
    const { files } = readJson(join(assembly.directory, `${stack.artifactId}.assets.json`)) as {
      files: { [hash: string]: { destinations: { [id: string]: { objectKey: string } } } };
    };
    const keys = Object.values(files).flatMap(({ destinations }) =>
      Object.values(destinations).map((to) => to.objectKey),
    );
    const [, prefix] = /([0-9a-f]{64}\/)/.exec(JSON.stringify(uriOf(stack)))!;

    expect(
      keys
        .filter((key) => key.startsWith(prefix))
        .map((key) => key.slice(prefix.length))
        .sort(),
    ).toEqual(['config.json', 'model.safetensors', 'tokenizer.json', 'tokenizer.model', 'tokenizer_config.json']);
    expect(JSON.stringify(readsIn(stack))).toContain(`${prefix}*`);
    const staged = join(assembly.directory, `asset.${prefix}`);
    expect(readdirSync(staged)).toEqual([
      'config.json',
      'model.safetensors',
      'tokenizer.json',
      'tokenizer.model',
      'tokenizer_config.json',
    ]);
  });

  test('has the same prefix whatever is not uploaded of it', () => {
    const [one, other] = [savedModel(), savedModel({ '.cache/x': 'x', 'original/a.pth': 'y' })].map((path) =>
      JSON.stringify(uriOf(importOf(path))),
    );
    expect(one).toBe(other);
  });

  test('has another prefix for another model', () => {
    const [one, other] = [savedModel(), savedModel({ 'model.safetensors': safetensors(['F16']) })].map((path) =>
      JSON.stringify(uriOf(importOf(path))),
    );
    expect(one).not.toBe(other);
  });

  test('may have files with odd names', () => {
    const stack = importOf(savedModel({ 'a [1]!#.txt': 'x' }));
    const [staged] = readdirSync((stack.node.root as App).synth().directory, { recursive: true }).filter((name) =>
      String(name).endsWith('a [1]!#.txt'),
    );
    expect(staged).toBeDefined();
  });

  test('is one that exists', () => {
    expect(() => importOf('/no/such/folder')).toThrow(
      "'modelSource' must be a folder that exists, got '/no/such/folder'",
    );
    expect(() => importOf(join(savedModel(), 'config.json'))).toThrow('must be a folder that exists');
  });

  test('is an error where it cannot be imported, and names the construct and the member', () => {
    expect(() => importOf(savedModel({ 'config.json': undefined }))).toThrow(
      /Stack\/Import: 'modelSource' \(modelDataSource\.s3DataSource\.s3Uri\) must be a model as the transformers library saves it/,
    );
  });

  test('is warned of where only documents say so, and the warning can be acknowledged', () => {
    const stack = importOf(modelWith({ architectures: ['Gemma2ForCausalLM'] }));
    Annotations.fromStack(stack).hasWarning('*', Match.stringLikeRegexp('ack: cdk-ml-jobs:importedModelArchitecture'));
  });

  test('is of whatever Region the stack may come to be in', () => {
    const stack = newStack();
    const folder = modelWith({ architectures: ['GptOssForCausalLM'], model_type: 'gpt_oss' });
    importJob(stack, 'Import', { modelSource: ModelImportSource.fromAsset(folder) });
    Annotations.fromStack(stack).hasNoWarning('*', Match.stringLikeRegexp('importedModelArchitecture'));
  });

  test('is read only where the stack is synthesized to be deployed', () => {
    const app = new App({ context: { 'aws:cdk:bundling-stacks': ['Other'] } });
    expect(() => importOf(savedModel({ 'config.json': undefined }), new Stack(app, 'Stack'))).not.toThrow();
  });

  test('needs a synthesizer that says where it puts files', () => {
    const stack = new Stack(new App(), 'Stack', { synthesizer: new LegacyStackSynthesizer() });
    expect(() => importOf(savedModel(), stack)).toThrow(
      'the synthesizer of the stack does not say where it puts assets',
    );
  });

  test('has files', () => {
    const folder = savedModel({
      'config.json': undefined,
      'model.safetensors': undefined,
      'tokenizer.json': undefined,
      'tokenizer_config.json': undefined,
    });
    expect(() => importOf(folder)).toThrow("'modelSource' must be a folder with the files of a model");
  });
});
