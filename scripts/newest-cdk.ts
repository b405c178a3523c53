/*
 * Writes the newest versions of aws-cdk-lib and of the CDK's command line into the project's options, and says which
 * they are.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './documentation/page';
import { withVersion } from './newest-cdk/version-constant';

const FILE = join(ROOT, 'projenrc', 'cdk-versions.ts');

/** The packages, by the constants of their versions. */
const PACKAGES = { NEWEST_CDK: 'aws-cdk-lib', CDK_CLI: 'aws-cdk' };

for (const [constant, name] of Object.entries(PACKAGES)) {
  const newest = execFileSync('npm', ['view', name, 'version'], { encoding: 'utf8' }).trim();
  const { text, before } = withVersion(readFileSync(FILE, 'utf8'), constant, newest);
  writeFileSync(FILE, text);
  console.log(before === newest ? `${name} ${newest} is the newest` : `${name} ${before} → ${newest}`);
}
