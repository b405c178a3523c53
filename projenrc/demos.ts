import type { awscdk } from 'projen';
import { tsxCommand } from './tsx-command';

/** The examples' folders, by the names of the tasks. */
const DEMOS = {
  demo: 'compile-and-host',
  'demo:batch': 'batch-inference',
  'demo:customize': 'customize-and-ask',
  'demo:knowledge-base': 'knowledge-base',
  'demo:optimize': 'optimize-and-host',
  'demo:pipeline': 'train-compile-host',
  'demo:tuning': 'tune-compile-host',
};

/** Tasks that rehearse the deployments of the examples. */
export function addDemos(project: awscdk.AwsCdkConstructLibrary): void {
  for (const [task, name] of Object.entries(DEMOS)) {
    const example = `examples/${name}`;
    const demo = project.addTask(task, { description: `Rehearse a deployment of ${example}, without an AWS account` });
    demo.spawn(project.bundler.bundleTask);
    demo.execArgs(tsxCommand('examples', `${name}/app.ts`), { env: { CDK_OUTDIR: `${example}/cdk.out` } });
    const output = ['--output', `${example}/output`];
    demo.execArgs(['node', 'assets/rehearsal/cli/index.js', 'rehearse', `${example}/cdk.out`, ...output], {
      receiveArgs: true,
    });
  }
  project.addGitIgnore('/examples/*/output/');
  project.addGitIgnore('cdk.out');
}
