import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { dependsOn, folderOfPackage, isWorkspace, packageJson } from './package-json';
import { asJsonObject } from '../json-value';

/** What continuous integration does with the package manager of an app in TypeScript or JavaScript. */
export interface PackageManager {
  /** Commands that install what the app depends on, in the app's folder. */
  readonly install: readonly string[];
  /** The beginning of a command that runs a program of an installed package. */
  readonly run: (name: string) => string;
  /** A command that runs the CDK's command line where the app does not depend on it. */
  readonly fetchedCdk: string;
  /** The folders of the packages whose dependencies it installs: the app's own, and that of the workspace. */
  readonly packages: readonly string[];
}

/** Whatever the version of an app's library: the command line of a major version works with all of them. */
const CDK = 'aws-cdk@2';
export const NPX_CDK = `npx --yes ${CDK}`;

/** By their lock files. */
const LOCK_FILES: readonly (readonly [name: string, lock: string])[] = [
  ['npm', 'package-lock.json'],
  ['yarn', 'yarn.lock'],
  ['pnpm', 'pnpm-lock.yaml'],
];

/**
 * The package manager of the app in a folder: the one that `package.json` names, else the one of the lock file. It installs where
 * the lock file is, which is further up for a package of a workspace.
 *
 * @param root The folder of the repository, which is looked at last.
 */
export function packageManagerOf(directory: string, root: string): PackageManager {
  const own = folderOfPackage(directory, root);
  const named = nameIn(own, root);
  const locked = lockOf(own, root, named?.name);
  const name = locked?.name ?? named?.name ?? 'npm';
  const isModernYarn = name === 'yarn' && (named?.name === 'yarn' ? named.major > 1 : locked?.isModern === true);
  const folder = locked?.folder ?? own;
  const command = installCommand(name, { isLocked: locked !== undefined, isModernYarn });
  const place = relative(directory, folder);
  const needsCorepack = name === 'pnpm' || (name === 'yarn' && named?.name === name);
  const programs = programsOf(isModernYarn ? 'modern yarn' : name);
  return {
    install: [
      ...(needsCorepack ? ['corepack enable'] : []),
      ...(needsCorepack && named?.name === name && named.range
        ? [`corepack install --global '${name}@${named.range}'`]
        : []),
      place === '' ? command : `(cd ${place} && ${command})`,
    ],
    run: (program) => {
      const isOfWorkspace = isModernYarn && !dependsOn(own, program) && dependsOn(folder, program);
      return isOfWorkspace ? `${programs.run} --top-level` : programs.run;
    },
    fetchedCdk: programs.fetchedCdk,
    packages: [...new Set([own, folder])],
  };
}

/** How programs are run: npx runs none where `package.json` wants another package manager, nor what is installed for Plug'n'Play. */
function programsOf(name: string): { readonly run: string; readonly fetchedCdk: string } {
  switch (name) {
    case 'pnpm':
      return { run: 'pnpm exec', fetchedCdk: `pnpm dlx ${CDK}` };
    case 'modern yarn':
      return { run: 'yarn run', fetchedCdk: `yarn dlx -q -p ${CDK} cdk` };
    default:
      return { run: 'npx --no', fetchedCdk: NPX_CDK };
  }
}

/** What an app names its package manager to be. */
interface NamedManager {
  readonly name: string;
  /** The least that is wanted, where there may be several. */
  readonly major: number;
  /** Which versions there may be, where no single one is named: Corepack does not look for one among them. */
  readonly range?: string;
}

/** The `packageManager`, or else the one of `devEngines`, of the nearest `package.json` that has one. */
function nameIn(folder: string, root: string): NamedManager | undefined {
  const { packageManager, devEngines } = packageJson(folder);
  const match = /^([a-z]+)@(\d+)/.exec(String(packageManager));
  if (match) return { name: match[1], major: Number(match[2]) };
  const [engine] = [asJsonObject(devEngines).packageManager].flat().map(asJsonObject);
  if (typeof engine.name === 'string') {
    const { name, version } = engine;
    const isSafe = typeof version === 'string' && /^[\w.+^~<>=*| -]+$/.test(version);
    return { name, major: Number(/\d+/.exec(String(version))?.[0] ?? 0), ...(isSafe && { range: version }) };
  }
  return folder === root ? undefined : nameIn(dirname(folder), root);
}

interface Lock {
  readonly name: string;
  readonly folder: string;
  /** Whether Yarn 2 or newer has written it. */
  readonly isModern: boolean;
}

/** The lock file of a package: its own, or that of the workspace that it belongs to. */
function lockOf(own: string, root: string, named: string | undefined): Lock | undefined {
  for (let folder = own; ; folder = dirname(folder)) {
    const locks = LOCK_FILES.filter(([, lock]) => existsSync(join(folder, lock)));
    const [name, file] = locks.find(([each]) => each === named) ?? locks[0] ?? [];
    if (name !== undefined && file !== undefined && (folder === own || isWorkspace(folder, own))) {
      return { name, folder, isModern: /^__metadata:/m.test(readFileSync(join(folder, file), 'utf8')) };
    }
    if (folder === root) return undefined;
  }
}

interface Installation {
  readonly isLocked: boolean;
  readonly isModernYarn: boolean;
}

/** Fails where the lock file is out of date, if there is one. */
function installCommand(name: string, { isLocked, isModernYarn }: Installation): string {
  if (name === 'npm') return isLocked ? 'npm ci' : 'npm install';
  if (isModernYarn) return `yarn install ${isLocked ? '--immutable' : '--no-immutable'}`;
  return `${name} install${isLocked ? ' --frozen-lockfile' : ''}`;
}
