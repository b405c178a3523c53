import type { awscdk, Task } from 'projen';
import { tsxCommand } from './tsx-command';

/**
 * Tasks that write the tables of constraints anew, write CONSTRAINTS.md from them (the build does so, too), and test
 * them. Returns the last.
 */
export function addConstraints(project: awscdk.AwsCdkConstructLibrary): Task {
  project
    .addTask('constraints:update', {
      description: "Write the tables of constraints anew, from the newest models of the services or a version's",
    })
    .execArgs(tsxCommand('scripts', 'update-constraints.ts'), { receiveArgs: true });

  const page = project.addTask('constraints:page', { description: 'Write CONSTRAINTS.md from the tables' });
  page.execArgs(tsxCommand('scripts', 'constraint-page.ts'));
  project.postCompileTask.spawn(page);

  const constraints = project.addTask('constraints', {
    description: 'Test every constraint of the tables, and print how many there are and how many are tested',
  });
  constraints.execArgs(tsxCommand('scripts', 'constraints.ts'));
  return constraints;
}
