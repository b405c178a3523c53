import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { appSetup as setupIn, type AppSetup } from '../../../rehearsal/workflow/app-setup';
import { temporaryFolder } from '../fixture-folder';

function folder(files: Record<string, string>): string {
  const path = temporaryFolder();
  Object.entries(files).forEach(([name, text]) => writeFileSync(join(path, name), text));
  return path;
}

const appSetup = (path: string): AppSetup => setupIn(path, path);
const app = (command: string): Record<string, string> => ({ 'cdk.json': JSON.stringify({ app: command }) });

test('of an app in TypeScript, installs what its lock file says', () => {
  const manifest = { 'package.json': JSON.stringify({ devDependencies: { 'aws-cdk': '^2' } }) };
  const path = folder({ ...app('npx tsx app.ts'), ...manifest, 'package-lock.json': '{}' });
  expect(appSetup(path)).toEqual({
    language: 'TypeScript or JavaScript',
    actions: [],
    install: ['npm ci'],
    packages: [path],
    activate: [],
    cdk: 'npx --no cdk',
    tool: 'npx --no cdk-ml-jobs',
  });
});

test('runs the CDK of its own choice where the app has none', () => {
  expect(appSetup(folder({ ...app('node app.js'), 'package.json': '{}' }))).toMatchObject({
    install: ['npm install'],
    cdk: 'npx --yes aws-cdk@2',
  });
});

test.each([
  [{ 'pnpm-lock.yaml': '' }, 'pnpm dlx aws-cdk@2', 'pnpm exec cdk-ml-jobs'],
  [{ 'yarn.lock': '__metadata:\n' }, 'yarn dlx -q -p aws-cdk@2 cdk', 'yarn run cdk-ml-jobs'],
  [{ 'yarn.lock': '' }, 'npx --yes aws-cdk@2', 'npx --no cdk-ml-jobs'],
])('leaves npx to those whose package manager lets it run: %j', (lock, cdk, tool) => {
  expect(appSetup(folder({ ...app('tsx app.ts'), 'package.json': '{}', ...lock }))).toMatchObject({ cdk, tool });
});

test("runs what is installed as the app's package manager does", () => {
  const manifest = { packageManager: 'yarn@4.9.1', devDependencies: { 'aws-cdk': '^2', 'cdk-ml-jobs': '*' } };
  const files = { ...app('yarn tsx app.ts'), 'package.json': JSON.stringify(manifest), 'yarn.lock': '' };
  expect(appSetup(folder(files))).toMatchObject({
    install: ['corepack enable', 'yarn install --immutable'],
    cdk: 'yarn run cdk',
    tool: 'yarn run cdk-ml-jobs',
  });
});

test.each([
  ['python3 app.py', { 'requirements.txt': '' }, 'pip install -r requirements.txt'],
  ['.venv/bin/python app.py', { 'pyproject.toml': '' }, 'pip install .'],
])('of an app in Python, %s, makes an environment', (command, files, last) => {
  const path = folder({ ...app(command), ...files });
  expect(appSetup(path)).toEqual({
    language: 'Python',
    actions: [['actions/setup-python@v6', { 'python-version': "'3.12'" }]],
    install: ['python3 -m venv .venv', '. .venv/bin/activate', last],
    packages: [path],
    activate: ['. .venv/bin/activate'],
    cdk: 'npx --yes aws-cdk@2',
    tool: 'cdk-ml-jobs',
  });
});

test('fails where nothing says what there is to install', () => {
  const files = (names: string): RegExp =>
    new RegExp(`^There is no ${names} in .+: continuous integration would not know what to install\\. Make `);
  expect(() => appSetup(folder(app('npx tsx app.ts')))).toThrow(files('package\\.json'));
  expect(() => appSetup(folder(app('python3 app.py')))).toThrow(
    files('requirements\\.txt, pyproject\\.toml, setup\\.py, setup\\.cfg'),
  );
});

test('fails where there is no app, and where it is in another language', () => {
  expect(() => appSetup(folder({}))).toThrow(
    /^There is no cdk\.json in .*: run "cdk-ml-jobs init" in the folder of a CDK app\. One without it needs /,
  );
  expect(() => appSetup(folder({ 'cdk.json': '{}' }))).toThrow(/does not say how the app is run: give it "app"/);
  expect(() => appSetup(folder(app('mvn -e -q compile exec:java')))).toThrow(
    'The app of cdk.json is "mvn -e -q compile exec:java": "init" knows apps in TypeScript, JavaScript and Python.',
  );
});
