import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, CfnOutput, LegacyStackSynthesizer, Stack, Stage } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { readCloudAssembly } from '../../../rehearsal/cloud-assembly/cloud-assembly';
import { RehearsalError } from '../../../rehearsal/rehearsal-error';
import { writeAssembly } from '../fixture-assembly';
import { temporaryFolder } from '../fixture-folder';

const ENVIRONMENT = { account: '111122223333', region: 'us-east-1' };
const EMPTY = { template: { Resources: {} } };

test('reads the stacks of an app and of its stages, each after those that it depends on', () => {
  const app = new App({ outdir: temporaryFolder() });
  const stage = new Stage(app, 'Prod', { env: { account: '444455556666', region: 'eu-west-1' } });
  const first = new Stack(stage, 'First');
  const bucket = new Bucket(first, 'Bucket');
  new CfnOutput(new Stack(stage, 'Aardvark'), 'Name', { value: bucket.bucketName });
  new Bucket(new Stack(app, 'Alone'), 'Bucket');
  const stacks = readCloudAssembly(app.synth().directory, ENVIRONMENT);

  const described = stacks.map(({ stackName, path, account, region }) => [stackName, path, account, region]);
  expect(described.sort()).toEqual([
    ['Alone', 'Alone', '111122223333', 'us-east-1'],
    ['Prod-Aardvark', 'Prod/Aardvark', '444455556666', 'eu-west-1'],
    ['Prod-First', 'Prod/First', '444455556666', 'eu-west-1'],
  ]);
  const names = stacks.map(({ stackName }) => stackName);
  expect(names.indexOf('Prod-First')).toBeLessThan(names.indexOf('Prod-Aardvark'));
});

test('gives a stack with the legacy synthesizer the parameters of its assets, as a deployment does', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'model.tar.gz'), 'a model');
  const app = new App({ outdir: join(folder, 'cdk.out') });
  const stack = new Stack(new Stage(app, 'Prod'), 'App', { synthesizer: new LegacyStackSynthesizer() });
  const asset = new Asset(stack, 'Model', { path: join(folder, 'model.tar.gz') });
  const [{ parameters, assets, template }] = readCloudAssembly(app.synth().directory, ENVIRONMENT);

  const bucket = 'cdk-hnb659fds-assets-111122223333-us-east-1';
  expect(Object.keys(parameters)).toEqual(Object.keys(template.Parameters!));
  expect(Object.values(parameters)).toEqual([bucket, `assets/||${asset.assetHash}.gz`, asset.assetHash]);
  expect(readFileSync(assets.file(bucket, `assets/${asset.assetHash}.gz`)!, 'utf8')).toBe('a model');
});

test('takes account and region from the assembly where it says them', () => {
  const [stack] = readCloudAssembly(
    writeAssembly({ App: { ...EMPTY, environment: '444455556666/eu-west-1' } }),
    ENVIRONMENT,
  );
  expect(stack).toMatchObject({ account: '444455556666', region: 'eu-west-1' });
});

test('fails on a missing folder', () => {
  expect(() => readCloudAssembly('/nowhere/cdk.out', ENVIRONMENT)).toThrow(
    'The cloud assembly /nowhere/cdk.out is not a folder. Make it with "cdk synth".',
  );
});

test('fails on a folder without a manifest', () => {
  const folder = temporaryFolder();
  expect(() => readCloudAssembly(folder, ENVIRONMENT)).toThrow('is not a cloud assembly: it has no manifest.json.');
});

test('fails on a manifest that is not JSON', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'manifest.json'), '{');
  expect(() => readCloudAssembly(folder, ENVIRONMENT)).toThrow(/manifest\.json is not JSON: /);
});

test('fails on an assembly without stacks', () => {
  expect(() => readCloudAssembly(writeAssembly({}), ENVIRONMENT)).toThrow('has no stacks.');
});

test.each<[string, string, string]>([
  ['an asset manifest that is not JSON', 'App.assets.json', '{'],
  ['resources that are no object', 'App.template.json', '{"Resources":[]}'],
  ['a resource that is none', 'App.template.json', '{"Resources":{"A":null}}'],
  ['a resource without a type', 'App.template.json', '{"Resources":{"A":{}}}'],
  ['properties that are no object', 'App.template.json', '{"Resources":{"A":{"Type":"T","Properties":[]}}}'],
])('fails on %s', (_name, file, content) => {
  const folder = writeAssembly({ App: EMPTY });
  writeFileSync(join(folder, file), content);
  expect(() => readCloudAssembly(folder, ENVIRONMENT)).toThrow(RehearsalError);
  expect(() => readCloudAssembly(folder, ENVIRONMENT)).toThrow(join(folder, file));
});
