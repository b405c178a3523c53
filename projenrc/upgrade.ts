import type { awscdk } from 'projen';
import { tsxCommand } from './tsx-command';

/** The packages that the handler's bundle is made of. */
const CLIENTS = ['bedrock', 'bedrock-agent', 'sagemaker', 'sfn'].map((client) => `@aws-sdk/client-${client}`);

/**
 * A task that brings the ground up to date on which the library stands: the services' models, the clients and the CDK;
 * and one that says what users gain by the models.
 */
export function addUpgrade(project: awscdk.AwsCdkConstructLibrary): void {
  const gains = project.addTask('constraints:gains', {
    description:
      "Say what users gain by today's tables of constraints, compared with those of a commit, and what they must heed",
  });
  gains.execArgs(tsxCommand('scripts', 'constraint-gains.ts'), { receiveArgs: true });

  const upgrade = project.addTask('upgrade', {
    description: "Take the services' newest models, the newest clients and the newest CDK, and say what users gain",
  });
  upgrade.execArgs(tsxCommand('scripts', 'newest-cdk.ts'));
  upgrade.execArgs(['npm', 'update', ...CLIENTS, '@smithy/core']);
  for (const task of ['default', 'bundle', 'constraints:update', 'constraints:page', 'constraints:gains']) {
    upgrade.spawn(project.tasks.tryFind(task)!);
  }
}
