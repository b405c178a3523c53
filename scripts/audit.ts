/*
 * Audits what the library is made of: what the registry knows of it, and what can be known without one. Prints a line for
 * each part, and fails with a line for each problem.
 */
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { advisories } from './audit/advisories';
import { bundleNames, LIBRARY, makeBundle } from './audit/bundle-contents';
import { differences, HANDLER_PACKAGES, LIBRARY_PACKAGES } from './audit/intended';
import { licenceProblems } from './audit/licences';
import { type LockFile, lockFileProblems, packageName } from './audit/lock-file';

/** The packages that a bundle may have code of, where that is decided one by one. */
const INTENDED: { readonly [bundle: string]: readonly string[] } = {
  [LIBRARY]: LIBRARY_PACKAGES,
  'lambda/index': HANDLER_PACKAGES,
};

async function main(): Promise<void> {
  const problems: string[] = [];
  const report = (line: string, found: readonly string[]): void => {
    console.log(line);
    problems.push(...found);
  };

  const { summary, problems: vulnerabilities } = advisories();
  report(summary, vulnerabilities);

  const lock = JSON.parse(readFileSync(path.join(__dirname, '..', 'package-lock.json'), 'utf8')) as LockFile;
  const locked = Object.keys(lock.packages).length - 1;
  report(`lock file: ${locked} packages, by their hashes`, lockFileProblems(lock));

  for (const name of bundleNames()) {
    const { code, built, packageFolders } = await makeBundle(name);
    const packages = [...new Set(packageFolders.map(packageName))];
    report(`bundle ${name}: ${packages.length} packages`, licenceProblems(packageFolders));
    if (!code.equals(built)) problems.push(`bundle ${name}: what is built is not what the sources give`);
    if (name in INTENDED) problems.push(...differences(`bundle ${name}`, packages, INTENDED[name]));
  }

  console.log(problems.length === 0 ? 'No problems found.' : `${problems.length} problems:`);
  problems.forEach((problem) => console.error(`  ${problem}`));
  process.exitCode = problems.length === 0 ? 0 : 1;
}

void main();
