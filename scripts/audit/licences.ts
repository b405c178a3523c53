import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { LICENCES } from './intended';

const ROOT = path.join(__dirname, '..', '..');

/** What is read of the manifest of a package. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: unknown;
}

/** The packages in folders under whose licences they may not be handed on. */
export function licenceProblems(folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    licenceProblem(JSON.parse(readFileSync(path.join(ROOT, folder, 'package.json'), 'utf8')) as Manifest),
  );
}

export function licenceProblem({ name, version, license }: Manifest): string[] {
  if (typeof license === 'string' && LICENCES.includes(license)) return [];
  return [`${name} ${version} has the licence ${JSON.stringify(license)}, which is none of ${LICENCES.join(', ')}`];
}
