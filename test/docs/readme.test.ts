import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { synthesizeExample } from '../../scripts/documentation/example-app';
import { examplesOf, pageOf, ROOT } from '../../scripts/documentation/page';
import { cleanUp, newRehearsal } from '../deployment/deployment';

const README = pageOf('README.md');
const PACKAGE = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
  readonly name: string;
  readonly version: string;
  readonly peerDependencies: Record<string, string>;
};

afterAll(cleanUp);

test('it is short', () => {
  expect(README.text.trimEnd().split('\n').length).toBeLessThanOrEqual(250);
});

test('the complete app is short, and is deployed as it stands', async () => {
  const [app, ...others] = examplesOf(README);
  expect(others).toEqual([]);
  expect(app.info).toBe('ts nofixture');
  expect(app.text.trimEnd().split('\n').length).toBeLessThanOrEqual(25);

  const { ok, stacks } = await newRehearsal().deploy(synthesizeExample(app, require));
  expect(ok).toBe(true);
  expect(Object.keys(stacks.Penguins.outputs).sort()).toEqual(['CompileCompilationJobArn', 'CompileModelArtifacts']);
});

test('the files to install have the names that the packages get', () => {
  const { name, version, peerDependencies } = PACKAGE;
  expect(README.text).toContain(`npm install ../${name}/dist/js/${name}@${version}.jsii.tgz`);
  expect(README.text).toContain(`dist/python/${name.replaceAll('-', '_')}-${version}-py3-none-any.whl`);
  for (const [peer, range] of Object.entries(peerDependencies)) {
    expect(README.text).toMatch(new RegExp(`${peer} ${range.replace('^', '').replaceAll('.', '\\.')} or newer`));
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
