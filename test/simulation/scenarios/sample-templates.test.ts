import { App, Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { jobProperties } from '../../../simulation/scenarios/sample-jobs';
import { jobResource, longTemplate } from '../../../simulation/scenarios/sample-templates';
import { KINDS } from '../../../simulation/scenarios/scenarios';
import { EvaluationJob } from '../../../src';
import { compilationJob } from '../../src/sample-job';
import { SAMPLE_OF_KIND } from '../../src/sample-of-kind';

const REFERENCES = { ref: (id: string) => `<${id}>`, attribute: (id: string, name: string) => `<${id}.${name}>` };

function synthesized(make: (stack: Stack) => void): Template {
  const stack = new Stack(new App(), 'Shop');
  make(stack);
  return Template.fromStack(stack);
}

test.each(KINDS)('the resource of a job has the properties that its construct gives it: %s', (kind) => {
  const template = synthesized((stack) => {
    const job = SAMPLE_OF_KIND[kind](stack, 'Job', { waitTimeout: Duration.minutes(25) });
    // the sample of the simulation has a gate
    if (job instanceof EvaluationJob) job.requireMetric('Builtin.Accuracy', { atLeast: 0.5 });
  });
  const resources = Object.values(
    template.toJSON().Resources as { [id: string]: { Type: string; Properties: object } },
  );
  const [{ Properties }] = resources.filter(({ Type }) => Type.startsWith('Custom::'));
  // the tags, which the sample has beside, and what only CloudFormation reads
  const { ServiceToken: _, ServiceTimeout, ...own } = Properties as { [name: string]: unknown };

  expect(Object.keys(jobProperties({ kind, version: 'A' })).sort()).toEqual(Object.keys(own).sort());
  expect(String(jobResource({ kind, version: 'A', waitSeconds: 1500 }).timeoutSeconds)).toBe(ServiceTimeout);
});

test('a long job has the resources that its construct makes, with their properties and time-outs', () => {
  const seconds = 90_000;
  const template = synthesized((stack) =>
    compilationJob(stack, 'Job', { waitTimeout: Duration.seconds(seconds), stackOutputs: false }),
  ).toJSON().Resources as { [id: string]: SynthesizedResource };
  const simulated = Object.values(longTemplate({ kind: 'CompilationJob', version: 'A', waitSeconds: seconds }));

  const types = { condition: /WaitCondition$/, result: /Result$/, job: /CompilationJob$/ };
  for (const [type, pattern] of Object.entries(types)) {
    const real = Object.values(template).filter(({ Type }) => pattern.test(Type));
    const own = simulated.filter((resource) => resource.type === type);
    expect([type, own.map((resource) => textOf(resource.properties(REFERENCES), resource.timeoutSeconds))]).toEqual([
      type,
      real.map(({ Properties: { ServiceToken: _, ServiceTimeout, ...properties } = {}, CreationPolicy }) =>
        textOf(properties, CreationPolicy ? 12 * 3600 : ServiceTimeout),
      ),
    ]);
    if (type === 'condition') {
      expect(real.map(({ CreationPolicy }) => CreationPolicy)).toEqual(
        own.map(() => ({ ResourceSignal: { Count: 1, Timeout: 'PT12H' } })),
      );
    }
  }
});

interface SynthesizedResource {
  readonly Type: string;
  readonly Properties?: { readonly [name: string]: unknown };
  readonly CreationPolicy?: object;
}

function textOf(properties: object, timeout: unknown): string {
  return `${Object.keys(properties).sort().join()} ${String(timeout)}`;
}
