import type { awscdk } from 'projen';
import { tsxCommand } from './tsx-command';

/**
 * Checks of the handler and its policies that take too long for continuous integration. The tests have short forms of
 * `permissions` and `simulate`.
 */
export function addHandlerChecks(project: awscdk.AwsCdkConstructLibrary): void {
  const permissions = project.addTask('permissions', {
    description: 'Take each statement out of every generated policy, and say whether a rehearsal fails without it',
  });
  permissions.spawn(project.bundler.bundleTask);
  permissions.execArgs(tsxCommand('test', 'deployment/permission-check/permission-check.ts'));

  const mutate = project.addTask('mutate', {
    description: 'Make deliberate defects in the handler, one at a time, and say whether each is noticed',
  });
  mutate.execArgs(tsxCommand('scripts', 'mutation-check.ts'), { receiveArgs: true });

  const simulate = project.addTask('simulate', {
    description: 'Try all that can go wrong in the life of a job, and say whether anything is lost',
  });
  // hundreds of thousands of runs: what tsx adds to every function would be a quarter of the time
  const simulation = 'simulation/.bundle/simulate.js';
  simulate.execArgs([
    ...['esbuild', '--bundle', '--platform=node', '--main-fields=module,main', '--log-level=warning'],
    ...[`--outfile=${simulation}`, 'simulation/simulate.ts'],
  ]);
  simulate.execArgs(['node', simulation], { receiveArgs: true });
  project.addGitIgnore('/simulation/.bundle/');
}
