import type { awscdk } from 'projen';
import { tsxCommand } from './tsx-command';

/** A task that judges real models and records, which it fetches: it needs a network, Python, and minutes. */
export function addCorpus(project: awscdk.AwsCdkConstructLibrary): void {
  const corpus = project.addTask('corpus', {
    description: 'Fetch real models and records, and say which are accepted, warned and refused, as expected or not',
  });
  corpus.execArgs(tsxCommand('corpus', 'corpus.ts'), { receiveArgs: true });
}
