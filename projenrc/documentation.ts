import type { awscdk } from 'projen';
import { tsxCommand } from './tsx-command';

/** Tasks that write what the pages show from real runs. */
export function addDocumentation(project: awscdk.AwsCdkConstructLibrary): void {
  const terminal = project.addTask('docs:terminal', {
    description: 'Write what rehearsals print into the pages that show it',
  });
  terminal.spawn(project.bundler.bundleTask);
  terminal.execArgs(tsxCommand('scripts', 'docs-terminal.ts'));

  const messages = project.addTask('docs:messages', {
    description: 'Write the tables of messages, and of what to do about them, into docs/troubleshooting.md',
  });
  messages.execArgs(tsxCommand('scripts', 'docs-messages.ts'));
  project.postCompileTask.spawn(messages);

  const pictures = project.addTask('docs:pictures', {
    description: 'Draw the pictures of the pages, from their sources and a real rehearsal',
  });
  pictures.spawn(project.bundler.bundleTask);
  pictures.execArgs(tsxCommand('scripts', 'docs-pictures.ts'));
}
