import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import * as ts from 'typescript';

const ROOT = path.join(__dirname, '..', '..');

/** The files of TypeScript in a folder of the repository. */
export function filesIn(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) return /^(\.|cdk\.out$|node_modules$)/.test(entry.name) ? [] : filesIn(file);
    return /(?<!\.d)\.ts$/.test(entry.name) ? [file] : [];
  });
}

/** What a file imports of the repository, types and JSON as well. */
export function importsOf(file: string): string[] {
  if (!file.endsWith('.ts')) return [];
  return ts
    .preProcessFile(readFileSync(path.join(ROOT, file), 'utf8'), true, true)
    .importedFiles.flatMap(({ fileName }) => {
      if (!fileName.startsWith('.')) return [];
      const imported = path.posix.join(path.posix.dirname(file), fileName);
      const candidates = [`${imported}.ts`, `${imported}/index.ts`, ...(imported.endsWith('.json') ? [imported] : [])];
      return candidates.filter((each) => existsSync(path.join(ROOT, each))).slice(0, 1);
    });
}
