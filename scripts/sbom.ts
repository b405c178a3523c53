/* Writes what the package is made of, beside the package. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { bundledPackages } from './third-party/bundled-packages';
import { type Described, sbom } from './third-party/sbom';

const ROOT = path.join(__dirname, '..');

async function main(): Promise<void> {
  const manifest = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as Described;
  const folder = path.join(ROOT, 'dist', 'js');
  mkdirSync(folder, { recursive: true });
  const text = JSON.stringify(sbom(manifest, await bundledPackages()), null, 2);
  writeFileSync(path.join(folder, `${manifest.name}.cdx.json`), `${text}\n`);
}

void main();
