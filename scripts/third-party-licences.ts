/* Writes the licences of what is bundled, to be handed on with the package. */
import { writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { bundledPackages } from './third-party/bundled-packages';
import { licencePage } from './third-party/licence-page';

async function main(): Promise<void> {
  writeFileSync(path.join(__dirname, '..', 'THIRD_PARTY_LICENSES.txt'), licencePage(await bundledPackages()));
}

void main();
