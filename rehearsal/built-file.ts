import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { RehearsalError } from './rehearsal-error';

/** What the build makes that the command line loads, or starts as a program of its own; and what makes it. */
const MADE_BY = {
  'assets/rehearsal/lambda/function-runtime/index.js': 'npm run bundle',
  'lib/main.js': 'npm run compile',
} as const;

export type BuiltFile = keyof typeof MADE_BY;

/**
 * Where a built file is: under the top of the package, from where this file runs as TypeScript (rehearsal/built-file.ts), or
 * from where this file's own bundle is (assets/rehearsal/cli/index.js).
 */
export function builtFile(file: BuiltFile, here = __dirname): string {
  const tops = [resolve(here, '..'), resolve(here, '..', '..', '..')];
  const found = tops.map((top) => join(top, file)).find((path) => existsSync(path));
  if (found) return found;
  const top = tops.find((each) => existsSync(join(each, 'package.json'))) ?? tops[0];
  throw new RehearsalError(`There is no ${join(top, file)}: run "${MADE_BY[file]}".`);
}
