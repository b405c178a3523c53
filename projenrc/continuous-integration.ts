import type { awscdk, Task } from 'projen';
import { tsxCommand } from './tsx-command';

/**
 * The task of what continuous integration checks besides the tests: the given ones, of which that with others' rules
 * has a short form, and those that are added here.
 */
export function addContinuousIntegration(
  project: awscdk.AwsCdkConstructLibrary,
  checks: readonly Task[],
  rules: Task,
): void {
  const audit = project.addTask('audit', {
    description: 'Audit the packages, their licences and the bundles, as far as the registry allows',
  });
  audit.spawn(project.bundler.bundleTask);
  audit.execArgs(tsxCommand('scripts', 'audit.ts'));

  const bench = project.addTask('bench', { description: 'Measure sizes and times beside a peer' });
  bench.spawn(project.bundler.bundleTask);
  bench.execArgs(tsxCommand('bench', 'bench.ts'), { receiveArgs: true });

  const nodes = project.addTask('nodes', {
    description: 'Have every supported Node.js rehearse an example, and run the tests of the handler with `-- --tests`',
  });
  nodes.spawn(project.bundler.bundleTask);
  nodes.execArgs(['bash', 'scripts/try-nodes.sh'], { receiveArgs: true });

  const ci = project.addTask('ci', { description: 'What continuous integration checks besides the tests' });
  ci.execArgs(['bash', 'scripts/lint-and-compile.sh']);
  for (const check of checks) ci.spawn(check);
  ci.spawn(audit);
  ci.spawn(rules, { args: ['--short'] });
  ci.spawn(nodes);
  ci.execArgs(['bash', 'scripts/try-package.sh']);
  ci.execArgs(['bash', 'scripts/package-languages.sh']);
  ci.execArgs(['bash', 'scripts/try-languages.sh']);
  ci.spawn(bench, { args: ['--short'] });
}
