import type { awscdk } from 'projen';
import { tsxCommand } from './tsx-command';

/** A task that writes the table of what is looked at in inputs into docs/checks.md; the build does so, too. */
export function addInputsTable(project: awscdk.AwsCdkConstructLibrary): void {
  const table = project.addTask('inputs:table', {
    description: 'Write the table of what is looked at in inputs into docs/checks.md',
  });
  table.execArgs(tsxCommand('scripts', 'inputs-table.ts'));
  project.postCompileTask.spawn(table);
}
