import type { awscdk } from 'projen';
import { tsxCommand } from './tsx-command';

/** The languages that a package can be built for alone, and their names. */
const LANGUAGES = { js: 'TypeScript and JavaScript', python: 'Python', java: 'Java', dotnet: 'C#', go: 'Go' };

/** Examples are translated as they were compiled: none stands under the name of a language that it is not in. */
const TRANSLATED = ['--rosetta-tablet', '.jsii.tabl.json', '--rosetta-unknown-snippets', 'fail'];

/** The module for Go asks for a CDK that compiles. */
const GO = ['bash', 'scripts/package-go.sh', ...TRANSLATED];

/** What a user gets who imports the library: all of it in one file. */
const MAIN = 'lib/main.js';

/** Where the licences of what is in the bundles are told. */
const LICENCES = 'THIRD_PARTY_LICENSES.txt';

/** What is read in the repository only, to which the README links. API.md says again what the declarations and the jsii assembly say. */
const LEFT_OUT = [
  '/API.md',
  '/CHANGELOG.md',
  '/CONSTRAINTS.md',
  '/CONTRIBUTING.md',
  '/UNCONFIRMED.md',
  '/docs/',
  '/findings/',
];

/**
 * What is in the package, and tasks that make one to be installed from its file, and all that it takes before: nothing
 * is published yet.
 */
export function addPackages(project: awscdk.AwsCdkConstructLibrary): void {
  project.package.addField('main', MAIN);
  // Yarn's Plug'n'Play leaves packages in archives: a rehearsal starts programs of this one, and Node.js starts none in an archive
  project.package.addField('preferUnplugged', true);
  project.compileTask.execArgs(tsxCommand('scripts', 'bundle-library.ts'));
  project.compileTask.execArgs(tsxCommand('scripts', 'third-party-licences.ts'));
  project.addGitIgnore(`/${LICENCES}`);
  for (const path of [...LEFT_OUT, '/lib/**/*.js', '/lib/**/*.json']) project.addPackageIgnore(path);
  project.addPackageIgnore(`!/${MAIN}`);

  const packageJs = project.tasks.tryFind('package:js')!;
  packageJs.execArgs(tsxCommand('scripts', 'sbom.ts'));

  for (const [target, name] of Object.entries(LANGUAGES)) {
    const build = project.addTask(`build:${target}`, {
      description: `Build the package for ${name}, under dist/${target}, from nothing but the installed dependencies`,
    });
    build.spawn(project.preCompileTask);
    build.spawn(project.compileTask);
    const packaging = project.tasks.tryFind(`package:${target}`)!;
    if (target !== 'js') {
      build.spawn(project.tasks.tryFind('rosetta')!);
      packaging.reset();
      packaging.execArgs(target === 'go' ? GO : ['jsii-pacmak', '-v', '--target', target, ...TRANSLATED]);
    }
    build.spawn(packaging);
  }

  const languages = project.addTask('languages', {
    description: 'Build all packages, and compile and run an app in each language: all must synthesize to one template',
  });
  languages.spawn(project.bundler.bundleTask);
  languages.spawn(project.compileTask);
  languages.execArgs(['bash', 'scripts/package-languages.sh', 'python', 'java', 'go']);
}
