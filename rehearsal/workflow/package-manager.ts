import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { dependsOn, folderOfPackage, isWorkspace, packageJson } from './package-json';

/** What continuous integration does with the package manager of an app in TypeScript or JavaScript. */
export interface PackageManager {
  /** Commands that install what the app depends on, in the app's folder. */
  readonly install: readonly string[];
  /** The beginning of a command that runs a program of an installed package. */
  readonly run: (name: string) => string;
  /** The folders of the packages whose dependencies it installs: the app's own, and that of the workspace. */
  readonly packages: readonly string[];
}

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
  return {
    install: [...(needsCorepack ? ['corepack enable'] : []), place === '' ? command : `(cd ${place} && ${command})`],
    run: (program) => {
      // what is installed for Plug'n'Play, only Yarn finds
      if (!isModernYarn) return 'npx --no';
      return !dependsOn(own, program) && dependsOn(folder, program) ? 'yarn run --top-level' : 'yarn run';
    },
    packages: [...new Set([own, folder])],
  };
}

/** The `packageManager` that Corepack goes by: that of the nearest `package.json` that has one. */
function nameIn(folder: string, root: string): { readonly name: string; readonly major: number } | undefined {
  const match = /^([a-z]+)@(\d+)/.exec(String(packageJson(folder).packageManager));
  if (match) return { name: match[1], major: Number(match[2]) };
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
