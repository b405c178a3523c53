import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { type LicenceFile, licenceFiles } from './licence-files';
import { bundleNames, makeBundle } from '../audit/bundle-contents';
import type { Manifest } from '../audit/licences';
import type { LockFile } from '../audit/lock-file';

const ROOT = path.join(__dirname, '..', '..');

/** A package of others that has code in a file of this one. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** The SPDX identifier of its licence. */
  readonly licence: string;
  /** What its archive has of licences and notices. */
  readonly files: readonly LicenceFile[];
  /** The hash of its archive, as the lock file has it; absent where it came in the archive of another. */
  readonly integrity?: string;
  /** The bundles that have code of it. */
  readonly bundles: readonly string[];
}

/** All that is bundled, after the bundler's own lists, in the order of the names. */
export async function bundledPackages(): Promise<BundledPackage[]> {
  const bundlesOf = new Map<string, string[]>();
  for (const bundle of bundleNames()) {
    const { packageFolders } = await makeBundle(bundle);
    for (const folder of packageFolders) bundlesOf.set(folder, [...(bundlesOf.get(folder) ?? []), bundle]);
  }
  const lock = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')) as LockFile;
  const packages = [...bundlesOf].map(([folder, bundles]) => ({ ...packageIn(folder, lock), bundles }));
  return packages.sort((one, other) => compare(one.name, other.name) || compare(one.version, other.version));
}

function packageIn(folder: string, lock: LockFile): Omit<BundledPackage, 'bundles'> {
  const { name, version, license } = JSON.parse(
    readFileSync(path.join(ROOT, folder, 'package.json'), 'utf8'),
  ) as Manifest;
  const { integrity } = lock.packages[folder];
  return { name, version, licence: String(license), files: licenceFiles(path.join(ROOT, folder)), integrity };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
