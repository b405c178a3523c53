import { existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import type { App } from 'aws-cdk-lib';
import * as ts from 'typescript';
import { cleanUp, newRehearsal } from './deployment/deployment';
import { MODEL } from './src/sample-job';

const ROOT = path.join(__dirname, '..');
const README = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
const PACKAGE = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
  readonly name: string;
  readonly version: string;
  readonly scripts: Record<string, string>;
  readonly peerDependencies: Record<string, string>;
};

/** The blocks of a language, without their fences. */
function blocks(language: string): string[] {
  return [...README.matchAll(/^```(.+)\n([^]*?)^```$/gm)]
    .filter(([, info]) => info === language)
    .map(([, , text]) => text);
}

afterAll(cleanUp);

test('the complete app is short, and is deployed as it stands', async () => {
  const [code, ...others] = blocks('ts nofixture');
  expect(others).toEqual([]);
  expect(code.trimEnd().split('\n').length).toBeLessThanOrEqual(25);

  // the CDK's command line synthesizes what has been constructed, in the folder with the model
  const { outputText } = ts.transpileModule(`${code.replace("'model.tar.gz'", JSON.stringify(MODEL))}\nexport = app;`, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const module = { exports: {} };
  new Function('require', 'module', 'exports', outputText)(require, module, module.exports);
  const assembly = (module.exports as App).synth();

  const { ok, stacks } = await newRehearsal().deploy(assembly.directory);
  expect(ok).toBe(true);
  expect(Object.keys(stacks.Penguins.outputs).sort()).toEqual(['CompileCompilationJobArn', 'CompileModelArtifacts']);
});

test('every command of npm that it names is there', () => {
  const named = [...README.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name);
  expect(named).toEqual(expect.arrayContaining(['bundle', 'build:js', 'build:python', 'demo']));
  expect(named.filter((name) => !(name in PACKAGE.scripts))).toEqual([]);
});

test('every file that it links to, and every folder that it enters, is there', () => {
  const linked = [...README.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, file]) => file);
  const entered = [...README.matchAll(/^cd (examples\/\S+)/gm)].map(([, folder]) => folder);
  expect(entered).not.toEqual([]);
  expect([...linked, ...entered].filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
});

test('the files to install have the names that the packages get', () => {
  const { name, version, peerDependencies } = PACKAGE;
  expect(README).toContain(`npm install ../${name}/dist/js/${name}@${version}.jsii.tgz`);
  expect(README).toContain(`dist/python/${name.replaceAll('-', '_')}-${version}-py3-none-any.whl`);
  for (const [peer, range] of Object.entries(peerDependencies)) {
    expect(README).toMatch(new RegExp(`${peer} ${range.replace('^', '').replaceAll('.', '\\.')} or newer`));
  }
});

test('a package is built with all that it takes before', () => {
  const { tasks } = JSON.parse(readFileSync(path.join(ROOT, '.projen', 'tasks.json'), 'utf8')) as {
    readonly tasks: Record<string, { readonly steps?: readonly { readonly spawn?: string }[] }>;
  };
  const spawned = (task: string): (string | undefined)[] => (tasks[task].steps ?? []).map(({ spawn }) => spawn);
  expect(spawned('pre-compile')).toContain('bundle');
  for (const target of ['js', 'python']) {
    expect(spawned(`build:${target}`)).toEqual(['pre-compile', 'compile', `package:${target}`]);
  }
});
