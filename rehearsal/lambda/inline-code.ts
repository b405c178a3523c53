import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Code that templates hold, in temporary folders: a process runs only files. */
export class InlineCode {
  private readonly folders: string[] = [];

  /** Returns the folder of the new file. */
  public write(source: string): string {
    const folder = mkdtempSync(join(tmpdir(), 'rehearsal-function-'));
    this.folders.push(folder);
    writeFileSync(join(folder, 'index.js'), source);
    return folder;
  }

  public remove(): void {
    this.folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true }));
  }
}
