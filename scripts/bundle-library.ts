/* Bundles the library, which jsii has compiled before, and leaves the declarations that a user's compiler reads. */
import { writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { libraryBundle } from './library-bundle/library-bundle';
import { pruneDeclarations } from './library-bundle/reachable-declarations';

const ROOT = path.join(__dirname, '..');

async function main(): Promise<void> {
  const { code, outfile } = await libraryBundle();
  writeFileSync(path.join(ROOT, outfile), code);
  pruneDeclarations(path.join(ROOT, 'lib'), 'index.d.ts');
}

void main();
