/* Bundles the library, which jsii has compiled before. */
import { writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { libraryBundle } from './library-bundle/library-bundle';

async function main(): Promise<void> {
  const { code, outfile } = await libraryBundle();
  writeFileSync(path.join(__dirname, '..', outfile), code);
}

void main();
