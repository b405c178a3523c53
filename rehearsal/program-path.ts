import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { RehearsalError } from './rehearsal-error';

/** Programs that the command line loads or starts as files of their own. */
export type Program = 'rehearsal/lambda/function-runtime' | 'check/cli';

/**
 * Where a program's bundle is: under assets/, from where this file's own bundle is (assets/rehearsal/cli/index.js), or
 * from this file when it runs as TypeScript (rehearsal/program-path.ts).
 */
export function programPath(program: Program): string {
  const candidates = [resolve(__dirname, '..', '..'), resolve(__dirname, '..', 'assets')];
  const paths = candidates.map((folder) => join(folder, program, 'index.js'));
  const found = paths.find((path) => existsSync(path));
  if (!found) throw new RehearsalError(`The bundle of ${program} is missing: ${paths[1]}. Run "npx projen bundle".`);
  return found;
}
