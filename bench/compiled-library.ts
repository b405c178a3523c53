import { existsSync } from 'node:fs';
import * as path from 'node:path';

const LIBRARY = path.join(__dirname, '..', 'lib', 'main.js');

/** The library as a user loads it. */
export function compiledLibrary(): string {
  if (!existsSync(LIBRARY)) throw new Error(`There is no ${LIBRARY} to load: run npm run compile first`);
  return LIBRARY;
}
