import { App, Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { jobProperties } from '../../../simulation/scenarios/sample-jobs';
import { jobResource, watchedTemplate } from '../../../simulation/scenarios/sample-templates';
import { KINDS } from '../../../simulation/scenarios/scenarios';
import { batchJob } from '../../src/sample-batch-job';
import { compilationJob } from '../../src/sample-job';
import { trainingJob } from '../../src/sample-training-job';
import { transformJob } from '../../src/sample-transform-job';

const CONSTRUCTS = {
  CompilationJob: compilationJob,
  ModelInvocationJob: batchJob,
  TrainingJob: trainingJob,
  TransformJob: transformJob,
};
const REFERENCES = { ref: (id: string) => `<${id}>`, attribute: (id: string, name: string) => `<${id}.${name}>` };

function synthesized(make: (stack: Stack) => void): Template {
  const stack = new Stack(new App(), 'Shop');
  make(stack);
  return Template.fromStack(stack);
}

test.each(KINDS)('the resource of a job has the properties that its construct gives it: %s', (kind) => {
  const template = synthesized((stack) => CONSTRUCTS[kind](stack, 'Job', { waitTimeout: Duration.minutes(25) }));
  const resources = Object.values(
    template.toJSON().Resources as { [id: string]: { Type: string; Properties: object } },
  );
  const [{ Properties }] = resources.filter(({ Type }) => Type.startsWith('Custom::'));
  // the tags, which the sample has beside, and what only CloudFormation reads
  const { ServiceToken: _, ServiceTimeout, ...own } = Properties as { [name: string]: unknown };

  expect(Object.keys(jobProperties({ kind, version: 'A' })).sort()).toEqual(Object.keys(own).sort());
  expect(String(jobResource({ kind, version: 'A', waitSeconds: 1500 }).timeoutSeconds)).toBe(ServiceTimeout);
});

test('a job with watches has the resources that its construct makes, in their order, with their properties and time-outs', () => {
  const seconds = 90_000;
  const template = synthesized((stack) =>
    compilationJob(stack, 'Job', { waitTimeout: Duration.seconds(seconds), stackOutputs: false }),
  ).toJSON().Resources as {
    [id: string]: { Type: string; DependsOn?: string[]; Properties?: { [name: string]: unknown } };
  };
  const types = {
    handle: 'WaitConditionHandle',
    condition: 'WaitCondition',
    watch: 'Watch|Result',
    job: 'CompilationJob',
  };
  const made = Object.values(template).filter(({ Type }) => /^Custom::|WaitCondition/.test(Type));

  const simulated = Object.values(watchedTemplate({ kind: 'CompilationJob', version: 'A', waitSeconds: seconds }));
  expect(simulated).toHaveLength(made.length);
  for (const [type, pattern] of Object.entries(types)) {
    const ofType = simulated.filter((resource) => resource.type === type);
    const real = made.filter(({ Type }) => new RegExp(`(${pattern})$`).test(Type));
    expect([type, ofType.length]).toEqual([type, real.length]);
    const timeouts = real.map(({ Properties = {} }) => String(Properties.ServiceTimeout ?? Properties.Timeout ?? ''));
    const ownTimeouts = ofType.map(({ timeoutSeconds = '' }) => String(timeoutSeconds));
    expect(ownTimeouts.sort()).toEqual(timeouts.sort());
  }
  const properties = (resource?: { readonly [name: string]: unknown }) => Object.keys(resource ?? {}).sort();
  const watches = made.filter(({ Type }) => Type.endsWith('Watch') || Type.endsWith('Result'));
  const real = watches.map(({ Properties: { ServiceToken: _, ServiceTimeout: __, ...own } = {} }) => properties(own));
  const own = simulated.filter(({ type }) => type === 'watch').map((watch) => properties(watch.properties(REFERENCES)));
  expect(own.map(String).sort()).toEqual(real.map(String).sort());
});
