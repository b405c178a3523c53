import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDependencies } from '../../../rehearsal/workflow/outside-dependency';
import { temporaryFolder } from '../fixture-folder';

/** Looks at a file of the folder `app` of a repository; returns what is said, with `<root>` for the repository. */
function saidOf(file: string, text: string): string | undefined {
  const root = temporaryFolder();
  const folder = join(root, 'app');
  mkdirSync(folder);
  writeFileSync(join(folder, file), text.replaceAll('<root>', root));
  try {
    checkDependencies([folder], root);
    return undefined;
  } catch (error) {
    return (error as Error).message.replaceAll(root, '<root>');
  }
}

const requires = (source: string): string => JSON.stringify({ devDependencies: { 'cdk-ml-jobs': source } });

test.each([
  'file:../../cdk-ml-jobs/dist/js/library.tgz',
  'file:/elsewhere/library.tgz',
  'file:///elsewhere/library.tgz',
  'link:../../library',
  'portal:../..',
  '../../library.tgz',
  '/elsewhere/library.tgz',
])('names a package from %s, and says what to do', (source) => {
  expect(saidOf('package.json', requires(source))).toBe(
    `<root>/app/package.json has cdk-ml-jobs from ${source}, which is outside the repository <root>: continuous integration has no other files than the repository's. Put the archive into the repository, such as into <root>/vendor, install it from there, commit both, and run "cdk-ml-jobs init" again.`,
  );
});

test.each(['^2.0.0', 'workspace:*', 'file:../vendor/library.tgz', 'file:..', './library.tgz', 'github:some/library'])(
  'has nothing to say of a package from %s',
  (source) => {
    expect(saidOf('package.json', requires(source))).toBeUndefined();
  },
);

test.each([
  ['cdk-ml-jobs @ file:///elsewhere/library.whl', 'cdk-ml-jobs from file:///elsewhere/library.whl'],
  ['../../dist/library.whl  # not published', 'a package from ../../dist/library.whl'],
  ['-e ../../library', 'a package from ../../library'],
  ['--editable /elsewhere', 'a package from /elsewhere'],
])('names what requirements.txt has in the line "%s"', (line, named) => {
  expect(saidOf('requirements.txt', `aws-cdk-lib>=2\n${line}\n`)).toContain(
    `<root>/app/requirements.txt has ${named},`,
  );
});

test('has nothing to say of requirements that are in the repository or published', () => {
  const lines = [
    '# ../../a comment',
    '',
    'aws-cdk-lib>=2',
    '-r more.txt',
    '../vendor/library.whl',
    '-e .',
    'a @ file://<root>/a.whl',
  ];
  expect(saidOf('requirements.txt', lines.join('\n'))).toBeUndefined();
});
