import type { awscdk } from 'projen';

/** The languages that a package can be built for alone, and their names. */
const LANGUAGES = { js: 'TypeScript and JavaScript', python: 'Python' };

/** Tasks that make a package to be installed from its file, and all that it takes before: nothing is published yet. */
export function addPackages(project: awscdk.AwsCdkConstructLibrary): void {
  for (const [target, name] of Object.entries(LANGUAGES)) {
    const build = project.addTask(`build:${target}`, {
      description: `Build the package for ${name}, under dist/${target}, from nothing but the installed dependencies`,
    });
    build.spawn(project.preCompileTask);
    build.spawn(project.compileTask);
    build.spawn(project.tasks.tryFind(`package:${target}`)!);
  }
}
