import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { synthesizeExample } from '../../scripts/documentation/example-app';
import { blocksOf, examplesOf, pageOf, ROOT } from '../../scripts/documentation/page';
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

describe('from an empty folder to a rehearsed stack', () => {
  const [typescript, python] = blocksOf(README).filter(({ info }) => info === 'console');
  /** The cells of a language's row in the table of the README. */
  const cellsOf = (language: string) =>
    README.text
      .split('\n')
      .find((line) => new RegExp(`^\\| \\[?${language}\\b`).test(line))!
      .split(' | ');
  const inClone = (language: string) => cellsOf(language)[1].replaceAll('`', '').split(' && ');
  const commandsOf = ({ text }: { readonly text: string }) => text.trimEnd().split('\n');

  // scripts/try-package.sh and scripts/try-languages.sh run them
  test.each([
    { language: 'TypeScript', block: typescript, most: 5 },
    { language: 'Python', block: python, most: 6 },
  ])('it takes at most $most commands in $language, with those that build the package', ({ language, block, most }) => {
    const commands = [...inClone(language), ...commandsOf(block)];
    expect(commands[0]).toBe('npm ci');
    expect(commands[commands.length - 1]).toMatch(/cdk-ml-jobs rehearse '\S+ \S*(tsx app\.ts|app\.py)'$/);
    // a line is one command, and what it installs is the file that was built
    for (const command of commands) expect(command).not.toMatch(/&&|;|\|/);
    expect(block.text).toContain(language === 'Python' ? '.whl' : '.tgz');
    expect(commands.length).toBeLessThanOrEqual(most);
  });

  test('the page for Python has the same app and the same commands', () => {
    const page = blocksOf(pageOf('docs/python.md')).map(({ info, text }) => ({ info, text }));
    const [app] = blocksOf(README).filter(({ info }) => info === 'python');
    expect(page).toContainEqual({ info: 'python', text: app.text });
    expect(page).toContainEqual({ info: 'console', text: python.text });
  });
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
  expect(spawned('build:js')).toEqual(['pre-compile', 'compile', 'package:js']);
  for (const target of ['python', 'java', 'go']) {
    expect(spawned(`build:${target}`)).toEqual(['pre-compile', 'compile', 'rosetta', `package:${target}`]);
  }
});
