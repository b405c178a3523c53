import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import * as path from 'node:path';
import * as ts from 'typescript';

const ENDING = '.d.ts';

/** The declarations that those of a file lead to, and itself: what a user's compiler ever reads. */
export function reachableDeclarations(entry: string): ReadonlySet<string> {
  const reached = new Set([entry]);
  for (const file of reached) {
    for (const { fileName } of ts.preProcessFile(readFileSync(file, 'utf8')).importedFiles) {
      if (!fileName.startsWith('.')) continue;
      const imported = path.join(path.dirname(file), fileName);
      const declarations = [`${imported}${ENDING}`, path.join(imported, `index${ENDING}`)].find(existsSync);
      if (declarations === undefined) {
        throw new Error(`${file} imports ${fileName}, of which there are no declarations`);
      }
      reached.add(declarations);
    }
  }
  return reached;
}

/**
 * Removes the declarations of a folder that nothing leads to from its entry: those of the inside of the library, and of
 * modules that are no more.
 */
export function pruneDeclarations(folder: string, entry: string): void {
  const reached = reachableDeclarations(path.join(folder, entry));
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(folder, name);
    if (name.endsWith(ENDING) && !reached.has(file)) rmSync(file);
  }
}
