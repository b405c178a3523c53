import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageManagerOf } from '../../../rehearsal/workflow/package-manager';
import { temporaryFolder } from '../fixture-folder';

/** A repository with these files; a `package.json` may be an object. */
function repository(files: Readonly<Record<string, string | object>>): string {
  const root = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return root;
}

function installOf(files: Readonly<Record<string, string | object>>, app = '.'): readonly string[] {
  const root = repository(files);
  mkdirSync(join(root, app), { recursive: true });
  return packageManagerOf(join(root, app), root).install;
}

const MODERN_LOCK = '__metadata:\n  version: 8\n';

test.each([
  [{}, ['npm install']],
  [{ 'package-lock.json': '{}' }, ['npm ci']],
  [{ 'yarn.lock': '# yarn lockfile v1\n' }, ['yarn install --frozen-lockfile']],
  [{ 'yarn.lock': MODERN_LOCK }, ['yarn install --immutable']],
  [{ 'pnpm-lock.yaml': '' }, ['corepack enable', 'pnpm install --frozen-lockfile']],
])('knows the package manager by the lock file: %j', (files, install) => {
  expect(installOf(files)).toEqual(install);
});

test.each([
  ['yarn@1.22.22', { 'yarn.lock': '' }, ['corepack enable', 'yarn install --frozen-lockfile']],
  ['yarn@4.9.1+sha512.abc', { 'yarn.lock': MODERN_LOCK }, ['corepack enable', 'yarn install --immutable']],
  ['yarn@4.9.1', {}, ['corepack enable', 'yarn install --no-immutable']],
  ['pnpm@10.1.0', { 'pnpm-lock.yaml': '' }, ['corepack enable', 'pnpm install --frozen-lockfile']],
  ['pnpm@10.1.0', {}, ['corepack enable', 'pnpm install']],
  [
    'pnpm@10.1.0',
    { 'package-lock.json': '', 'pnpm-lock.yaml': '' },
    ['corepack enable', 'pnpm install --frozen-lockfile'],
  ],
  ['npm@11.0.0', { 'package-lock.json': '{}' }, ['npm ci']],
])('where package.json names %s, has Corepack bring it', (packageManager, files, install) => {
  expect(installOf({ 'package.json': { packageManager }, ...files })).toEqual(install);
});

test.each([
  [
    { name: 'pnpm', version: '^11.2.0', onFail: 'download' },
    ['corepack enable', "corepack install --global 'pnpm@^11.2.0'", 'pnpm install'],
  ],
  [
    [{ name: 'yarn', version: '>=4' }],
    ['corepack enable', "corepack install --global 'yarn@>=4'", 'yarn install --no-immutable'],
  ],
  [{ name: 'pnpm' }, ['corepack enable', 'pnpm install']],
  [{ name: 'pnpm', version: "11'; true" }, ['corepack enable', 'pnpm install']],
  [{ name: 'npm', version: '11' }, ['npm install']],
  [{}, ['npm install']],
])(
  'where only the engines of development name the package manager, has Corepack bring such a one: %j',
  (packageManager, install) => {
    expect(installOf({ 'package.json': { devEngines: { packageManager } } })).toEqual(install);
  },
);

test.each([
  ['npm', { 'package.json': { workspaces: ['./apps/*'] }, 'package-lock.json': '{}' }, ['(cd ../.. && npm ci)']],
  [
    'Yarn',
    { 'package.json': { packageManager: 'yarn@4.9.1', workspaces: { packages: ['**/infra'] } }, 'yarn.lock': '' },
    ['corepack enable', '(cd ../.. && yarn install --immutable)'],
  ],
  [
    'pnpm',
    { 'package.json': {}, 'pnpm-lock.yaml': 'importers:\n\n  .: {}\n\n  apps/infra:\n    dependencies:\n' },
    ['corepack enable', '(cd ../.. && pnpm install --frozen-lockfile)'],
  ],
])('installs a workspace of %s where its lock file is', (_name, files, install) => {
  expect(installOf({ 'apps/infra/package.json': {}, ...files }, 'apps/infra')).toEqual(install);
});

test('installs the package that an app without one of its own belongs to', () => {
  expect(installOf({ 'package.json': {}, 'package-lock.json': '{}' }, 'infra')).toEqual(['(cd .. && npm ci)']);
  expect(installOf({ 'package.json': {} }, 'infra')).toEqual(['(cd .. && npm install)']);
});

test('does not take the lock file of a package that an app is no workspace of', () => {
  const above = { 'package.json': { workspaces: ['packages/*', 'infr'] }, 'package-lock.json': '{}' };
  expect(installOf({ ...above, 'infra/package.json': {} }, 'infra')).toEqual(['npm install']);
  expect(installOf({ ...above, 'infra/package.json': {}, 'infra/yarn.lock': '' }, 'infra')).toEqual([
    'yarn install --frozen-lockfile',
  ]);
});

test("runs programs of the app's package and of its workspace", () => {
  const root = repository({
    'package.json': { packageManager: 'yarn@4.9.1', workspaces: ['infra'], devDependencies: { 'aws-cdk': '^2' } },
    'infra/package.json': { dependencies: { 'cdk-ml-jobs': '*' } },
    'yarn.lock': MODERN_LOCK,
  });
  const { run, packages } = packageManagerOf(join(root, 'infra'), root);
  expect([run('aws-cdk'), run('cdk-ml-jobs')]).toEqual(['yarn run --top-level', 'yarn run']);
  expect(packages).toEqual([join(root, 'infra'), root]);
  expect(packageManagerOf(root, root).run('aws-cdk')).toBe('yarn run');
});
