import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { namedAssembly } from '../../../rehearsal/cloud-assembly/app-command';
import { temporaryFolder } from '../fixture-folder';

/** An app that writes down what it was given, where its assembly is to be. */
const APP = `
const { mkdirSync, writeFileSync } = require('node:fs');
mkdirSync(process.env.CDK_OUTDIR, { recursive: true });
writeFileSync(process.env.CDK_OUTDIR + '/given.json', process.env.CDK_CONTEXT_JSON);
writeFileSync(process.env.CDK_OUTDIR + '/manifest.json', '{}');
`;

let directory: string;

beforeEach(() => {
  directory = temporaryFolder();
  writeFileSync(join(directory, 'app.js'), APP);
});

const settings = (value: unknown) => writeFileSync(join(directory, 'cdk.json'), JSON.stringify(value));
const named = (app?: string) => namedAssembly(app, { directory, env: process.env });
const given = (folder: string) => JSON.parse(readFileSync(join(folder, 'given.json'), 'utf8')) as unknown;

test('a folder is an assembly that is there', () => {
  const folder = temporaryFolder();
  expect(named(folder)).toEqual({ folder, isNew: false });
  settings({ app: folder });
  expect(named()).toEqual({ folder, isNew: false });
});

test('a name that nothing has is taken for a folder', () => {
  expect(named('cdk.uot')).toEqual({ folder: 'cdk.uot', isNew: false });
});

test('a command makes the assembly, with the context that the CDK would give it', () => {
  settings({ context: { '@aws-cdk/core:flag': true, shared: 'from settings' } });
  writeFileSync(join(directory, 'cdk.context.json'), JSON.stringify({ shared: 'looked up' }));
  const { folder, isNew } = named('node app.js');
  expect({ folder, isNew }).toEqual({ folder: join(directory, 'cdk.out'), isNew: true });
  expect(given(folder)).toEqual({
    'aws:cdk:enable-path-metadata': true,
    'aws:cdk:enable-asset-metadata': true,
    '@aws-cdk/core:flag': true,
    shared: 'looked up',
  });
});

test('without a name, cdk.json says which app it is, and where its assembly goes', () => {
  settings({ app: 'node app.js', output: 'made' });
  expect(named()).toEqual({ folder: join(directory, 'made'), isNew: true });
});

test('a command that makes no assembly is an error, also where one lies from another time', () => {
  const message = `The app has made no cloud assembly: "node -v" has ended well, and written nothing to ${join(directory, 'cdk.out')}. An app must call app.synth() in the end, which only Node.js does by itself.`;
  expect(() => named('node -v')).toThrow(message);
  named('node app.js');
  expect(() => named('node -v')).toThrow(message);
  expect(named('node app.js')).toMatchObject({ isNew: true });
});

test.each<[string, unknown, string | undefined, string]>([
  [
    'nothing is named',
    {},
    undefined,
    'There is nothing to rehearse: name the folder that "cdk synth" has made, or the command that makes it, or run this where a cdk.json says it ("app").',
  ],
  [
    'the command fails',
    {},
    'node -e "process.exit(3)"',
    'The app could not be synthesized: "node -e "process.exit(3)"" has ended with 3.',
  ],
  ['cdk.json is no object', [], undefined, 'cdk.json must be an object.'],
])('it is an error where %s', (_, value, app, message) => {
  settings(value);
  expect(() => named(app)).toThrow(message);
});
