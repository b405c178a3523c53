/*
 * Audits what the library is made of: what the registry knows of it, and what can be known without one. Prints a line for
 * each part, and fails with a line for each problem.
 */
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { advisories } from './audit/advisories';
import { bundleNames, makeBundle } from './audit/bundle-contents';
import { differences, HANDLER_PACKAGES, RUNTIME_PACKAGES } from './audit/intended';
import { licenceProblems } from './audit/licences';
import { type LockFile, lockFileProblems, packageName, runtimeFolders } from './audit/lock-file';

const HANDLER = 'lambda/index';
const problems: string[] = [];

function report(line: string, found: readonly string[]): void {
  console.log(line);
  problems.push(...found);
}

for (const scope of ['runtime', 'all'] as const) {
  const { summary, problems: found } = advisories(scope);
  report(summary, found);
}

const lock = JSON.parse(readFileSync(path.join(__dirname, '..', 'package-lock.json'), 'utf8')) as LockFile;
report(`lock file: ${Object.keys(lock.packages).length - 1} packages, by their hashes`, lockFileProblems(lock));

const runtime = runtimeFolders(lock);
const names = runtime.map(packageName);
report(`installed with the library: ${names.join(', ')}`, differences('runtime', names, RUNTIME_PACKAGES));
problems.push(...licenceProblems(runtime));

for (const name of bundleNames()) {
  const { code, built, packageFolders } = makeBundle(name);
  const packages = [...new Set(packageFolders.map(packageName))];
  report(`bundle ${name}: ${packages.length} packages`, licenceProblems(packageFolders));
  if (!code.equals(built)) problems.push(`bundle ${name}: what is built is not what the sources give`);
  if (name === HANDLER) problems.push(...differences(`bundle ${name}`, packages, HANDLER_PACKAGES));
}

console.log(problems.length === 0 ? 'No problems found.' : `${problems.length} problems:`);
problems.forEach((problem) => console.error(`  ${problem}`));
process.exitCode = problems.length === 0 ? 0 : 1;
