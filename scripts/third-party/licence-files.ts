import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';

/** As packages call such files: `LICENSE`, `license.md`, `LICENSE-MIT.txt`, `NOTICE`, `COPYING`. */
const FILE = /^(licen[cs]e|notice|copying)([.-].*)?$/i;

/** What a package says of its licence, or asks to be handed on with it. */
export interface LicenceFile {
  readonly name: string;
  readonly text: string;
}

/** The files of licences and notices in the folder of a package. */
export function licenceFiles(folder: string): LicenceFile[] {
  return readdirSync(folder)
    .filter((name) => FILE.test(name))
    .sort()
    .map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8').replace(/\r\n/g, '\n').trim() }));
}
