import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { readJson } from '../cloud-assembly/json-file';
import { asJsonObject, isJsonObject, type JsonObject } from '../json-value';

const FILE = 'package.json';

/** What a folder's `package.json` says; nothing where it has none. */
export function packageJson(folder: string): JsonObject {
  const path = join(folder, FILE);
  return existsSync(path) ? asJsonObject(readJson(path)) : {};
}

/** The folder of the package that an app belongs to: the nearest that has a `package.json`, else the app's own. */
export function folderOfPackage(directory: string, root: string): string {
  for (let folder = directory; ; folder = dirname(folder)) {
    if (existsSync(join(folder, FILE))) return folder;
    if (folder === root) return directory;
  }
}

/** What a package depends on, and where that is to be had. */
export function dependenciesOf(folder: string): Readonly<Record<string, string>> {
  const { dependencies, devDependencies } = packageJson(folder);
  const entries = [dependencies, devDependencies].flatMap((list) => Object.entries(asJsonObject(list)));
  return Object.fromEntries(entries.map(([name, source]) => [name, String(source)]));
}

export function dependsOn(folder: string, name: string): boolean {
  return Object.hasOwn(dependenciesOf(folder), name);
}

/** Says whether what is installed in a folder is what a package below needs, too. */
export function isWorkspace(folder: string, below: string): boolean {
  const path = relative(folder, below).split(sep).join('/');
  const { workspaces } = packageJson(folder);
  const listed = isJsonObject(workspaces) ? workspaces.packages : workspaces;
  const patterns = Array.isArray(listed) ? listed.map(String) : [];
  return patterns.some((pattern) => matches(pattern, path)) || isImporter(folder, path);
}

/** Those of pnpm are in a file of their own, and each in the lock file. */
function isImporter(folder: string, path: string): boolean {
  const lock = join(folder, 'pnpm-lock.yaml');
  const lines = existsSync(lock) ? readFileSync(lock, 'utf8').split(/\r?\n/) : [];
  return lines.includes(`  ${path}:`) || lines.includes(`  '${path}':`);
}

function matches(pattern: string, path: string): boolean {
  const parts = pattern.replace(/^\.\//, '').replace(/\/$/, '').split(/(\*+)/);
  const source = parts.map((part) => {
    if (part === '*') return '[^/]+';
    return part === '**' ? '.+' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${source.join('')}$`).test(path);
}
