/* Writes the pictures of the pages, from their sources and a real rehearsal. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './documentation/page';
import { isUpToDate, picturesOfToday } from './documentation/pictures/pictures';

async function main(): Promise<void> {
  for (const [file, picture] of await picturesOfToday(require)) {
    const path = join(ROOT, file);
    if (isUpToDate(existsSync(path) ? readFileSync(path, 'utf8') : undefined, picture)) continue;
    writeFileSync(path, picture);
    process.stdout.write(`${file} shows something else now.\n`);
  }
}

void main();
