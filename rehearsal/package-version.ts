import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version of the package: its manifest is above this file's bundle (assets/rehearsal/cli/index.js), or beside its folder. */
export function packageVersion(): string {
  const folders = [join(__dirname, '..', '..', '..'), join(__dirname, '..')];
  const [manifest] = folders.map((folder) => join(folder, 'package.json')).filter((path) => existsSync(path));
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { readonly version: string }).version;
}
