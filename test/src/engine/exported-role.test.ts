import { App, Stack } from 'aws-cdk-lib';
import { JobEngine } from '../../../src';
import { compilationJob } from '../sample-job';
import type { TemplateBody } from '../template-body';

/** The roles that the stack of an engine exports for a job of another stack. */
function exportsFor(props: { readonly compilationJobName?: string }): string[] {
  const app = new App();
  const engine = new JobEngine(new Stack(app, 'Engines'), 'Engine');
  compilationJob(new Stack(app, 'Jobs'), 'Compile', { engine, ...props });
  const { Outputs = {} } = app.synth().getStackByName('Engines').template as TemplateBody;
  return Object.keys(Outputs).filter((id) => /Role/.test(id));
}

test('the roles of an engine are exported to stacks of jobs, also where none of them needs it: CloudFormation takes back no export in use', () => {
  const roles = exportsFor({});

  expect(roles).toEqual([
    expect.stringMatching(/^ExportsOutputRefEngineHandlerRole/),
    expect.stringMatching(/^ExportsOutputRefEngineStateMachineRole/),
  ]);
  expect(exportsFor({ compilationJobName: 'penguins' })).toEqual(roles);
});
