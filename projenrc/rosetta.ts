import type { awscdk } from 'projen';

/** Every @example and every block of the README must compile; those of the other pages are compiled by a test. */
export function addRosetta(project: awscdk.AwsCdkConstructLibrary): void {
  const rosetta = project.addTask('rosetta', { description: 'Compile the code in README.md and in the doc comments' });
  rosetta.execArgs(['jsii-rosetta', 'extract', '--strict']);
  project.postCompileTask.prependSpawn(rosetta);
  project.addGitIgnore('.jsii.tabl.json');
  project.addPackageIgnore('.jsii.tabl.json');
}
