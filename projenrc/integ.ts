import type { awscdk, Task } from 'projen';

/** What makes a snapshot large, and is not compared. */
const NOT_KEPT = ['asset.*', 'tree.json', 'cdk.out'];

/**
 * A task that compares the apps of `test/integ` with their snapshots; a person with an account has it deploy them.
 * Snapshots say nothing of what is in the assets: the handler may change without them.
 */
export function addInteg(project: awscdk.AwsCdkConstructLibrary): Task {
  const integ = project.addTask('integ', {
    description: 'Compare the apps of test/integ with their snapshots, or deploy those that are others',
  });
  integ.spawn(project.bundler.bundleTask);
  integ.execArgs(['integ-runner', '--config', 'test/integ/integ.config.json'], { receiveArgs: true });
  for (const file of NOT_KEPT) project.addGitIgnore(`/test/integ/*.snapshot/${file}`);
  return integ;
}
