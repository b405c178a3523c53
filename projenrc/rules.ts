import type { awscdk, Task } from 'projen';
import { tsxCommand } from './tsx-command';

/** A task that has others' rules look at the examples: it needs Python, and installs what it runs. */
export function addRules(project: awscdk.AwsCdkConstructLibrary): Task {
  const rules = project.addTask('rules', {
    description: 'Have cfn-lint, checkov, cdk-nag and aws-cdk-lib look at the examples, and compare with docs/rules.md',
  });
  rules.spawn(project.bundler.bundleTask);
  rules.execArgs(tsxCommand('test', 'rules/rules.ts'), { receiveArgs: true });
  return rules;
}
