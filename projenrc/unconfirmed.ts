import type { awscdk } from 'projen';
import { tsxCommand } from './tsx-command';

/** A task that writes UNCONFIRMED.md from the table of what nobody has confirmed of AWS; the build does so, too. */
export function addUnconfirmed(project: awscdk.AwsCdkConstructLibrary): void {
  const page = project.addTask('unconfirmed:page', {
    description: 'Write UNCONFIRMED.md from the table of what nobody has confirmed of AWS',
  });
  page.execArgs(tsxCommand('scripts', 'unconfirmed-page.ts'));
  project.postCompileTask.spawn(page);
}
