import type { awscdk, Task } from 'projen';
import { tsxCommand } from './tsx-command';

/**
 * Tasks that compare the API with the one that was last agreed on, which is in the repository: projen's own would
 * compare it with a package that is published. Returns the one that only compares.
 */
export function addCompat(project: awscdk.AwsCdkConstructLibrary): Task {
  const compat = project.tasks.tryFind('compat')!;
  compat.description = 'Compare the API with the one that was last agreed on, under compat/; it needs `compile` before';
  compat.reset();
  compat.execArgs(tsxCommand('scripts', 'compat.ts'));

  const accept = project.addTask('compat:accept', {
    description: 'Agree on the API of today, with the reason why apps must follow it; it needs `compile` before',
  });
  accept.execArgs([...tsxCommand('scripts', 'compat.ts'), '--accept'], { receiveArgs: true });
  project.addPackageIgnore('/compat/');
  return compat;
}
