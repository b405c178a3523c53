/* Writes what rehearsals print into the pages that show it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, userPages } from './documentation/page';
import { withTerminalText } from './documentation/terminal-place';

async function main(): Promise<void> {
  for (const page of userPages()) {
    const text = await withTerminalText(page, require);
    if (text === page.text) continue;
    writeFileSync(join(ROOT, page.file), text);
    process.stdout.write(`${page.file} shows something else now.\n`);
  }
}

void main();
