import { type awscdk, javascript } from 'projen';
import { NEWEST_CDK_PACKAGE } from './cdk-versions';
import { FOLDERS, mayImportAllOf, reachable } from './imports';

/** The name of the library, which tests, examples and what runs these import it by. */
const LIBRARY = 'cdk-ml-jobs';

/**
 * A task that checks the types of everything but the library, which jsii compiles: neither esbuild nor ts-jest nor tsx
 * does. The library itself is checked once more, against the newest aws-cdk-lib.
 */
export function addTypeChecks(project: awscdk.AwsCdkConstructLibrary): void {
  const typecheck = project.addTask('typecheck', { description: 'Type-check every folder against what it may import' });
  const check = (folder: string) => typecheck.execArgs(['tsc', '-p', `${folder}/tsconfig.json`]);

  // the examples, which are tested too, import the library by its name
  project.tryFindObjectFile('test/tsconfig.json')!.addOverride('compilerOptions.paths', { [LIBRARY]: ['../src'] });
  check('test');
  newestCdkConfig(project);
  check('test/newest-cdk');
  for (const folder of FOLDERS) {
    folderConfig(project, folder);
    check(folder);
  }
  project.addGitIgnore('*.tsbuildinfo');
}

function newestCdkConfig(project: awscdk.AwsCdkConstructLibrary): void {
  new javascript.TypescriptConfig(project, {
    fileName: 'test/newest-cdk/tsconfig.json',
    extends: javascript.TypescriptConfigExtends.fromPaths(['../../tsconfig.json']),
    include: ['../../src/**/*.ts'],
    compilerOptions: {
      noEmit: true,
      rootDir: '../..',
      paths: {
        'aws-cdk-lib': [`../../node_modules/${NEWEST_CDK_PACKAGE}`],
        'aws-cdk-lib/*': [`../../node_modules/${NEWEST_CDK_PACKAGE}/*`],
      },
    },
  });
}

/** The configuration for a folder. As a composite project, it refuses imports of files that are not included. */
function folderConfig(project: awscdk.AwsCdkConstructLibrary, folder: string): void {
  const paths = mayImportAllOf(folder, 'src') ? { paths: { [LIBRARY]: ['../src'] } } : {};
  new javascript.TypescriptConfig(project, {
    fileName: `${folder}/tsconfig.json`,
    extends: javascript.TypescriptConfigExtends.fromTypescriptConfigs([project.tsconfig!]),
    include: [...filesOf(folder, '**'), ...reachable(folder).flatMap(included)],
    compilerOptions: { noEmit: true, rootDir: '..', ...paths },
  }).file.addOverride('compilerOptions.composite', true);
}

function included(importable: string): string[] {
  if (/\.(ts|json)$/.test(importable)) return [`../${importable}`];
  return filesOf(importable, `../${importable}/**`);
}

/** The sources of a folder: the tables of the services' models, and of what these answer, are the only JSON that is imported. */
function filesOf(folder: string, place: string): string[] {
  const extensions = /^(src|rehearsal)\b/.test(folder) ? ['ts', 'json'] : ['ts'];
  return extensions.map((extension) => `${place}/*.${extension}`);
}
