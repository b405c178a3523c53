import * as path from 'node:path';
import { buildSync } from 'esbuild';
import { filesIn } from './file-imports';
import * as manifest from '../../package.json';

const [, newest] = manifest.jest.projects;

/** What tests load of packages, and with them all that they import of the repository. */
function packagesOf(tests: readonly string[]): string[] {
  const { outputs } = buildSync({
    absWorkingDir: path.join(__dirname, '..', '..'),
    entryPoints: [...tests],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    packages: 'external',
    outdir: 'tests',
  }).metafile;
  return Object.values(outputs).flatMap(({ imports }) => imports.map((each) => each.path));
}

const isCdk = (name: string) => /^(aws-cdk-lib|constructs)(\/|$)/.test(name);

test('the tests that are left out with the newest CDK load nothing of it', () => {
  const leftOut = newest.testPathIgnorePatterns.map((pattern) => new RegExp(pattern));
  const tests = filesIn('test/src').filter(
    (file) => file.endsWith('.test.ts') && leftOut.some((pattern) => pattern.test(`/${file}`)),
  );
  expect(tests.length).toBeGreaterThan(50);

  const packages = packagesOf(tests);
  expect(packages).toContain('minizlib');
  expect(packages.filter(isCdk)).toEqual([]);
});

test('one that loads it through others would be found out', () => {
  expect(packagesOf(['test/src/sagemaker/data-file/data-file-notes.test.ts']).some(isCdk)).toBe(true);
});
