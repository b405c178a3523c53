import { App, Stack, Stage } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { batchJob } from '../sample-batch-job';
import { customizationJob } from '../sample-customization-job';
import { importJob } from '../sample-import-job';
import { compilationJob } from '../sample-job';
import { trainingJob } from '../sample-training-job';

const IRELAND = { account: '111122223333', region: 'eu-west-1' };
const named = (scope: Stack, id: string) => () => compilationJob(scope, id, { compilationJobName: 'penguins' });
const refusal = (id: string, other: string) =>
  `${id}: 'compilationJobName' must be another name than that of ${other}, for a name serves one job only in an account and a Region: got 'penguins' for both; choose another, or leave the name out`;

test('two jobs of a stack with one name fail', () => {
  const stack = new Stack(new App(), 'Stack');
  named(stack, 'One')();
  expect(named(stack, 'Two')).toThrow(refusal('Stack/Two', 'Stack/One'));
});

test('two jobs of one environment fail, in whichever stacks and stages they are', () => {
  const app = new App();
  named(new Stack(app, 'A', { env: IRELAND }), 'Job')();
  const other = new Stack(new Stage(app, 'Stage'), 'B', { env: IRELAND });
  expect(named(other, 'Job')).toThrow(refusal('Stage/B/Job', 'A/Job'));
});

test.each([{ region: 'us-east-1' }, { account: '444455556666' }])(
  'a name is free in another environment: %j',
  (env) => {
    const app = new App();
    named(new Stack(app, 'A', { env: IRELAND }), 'Job')();
    expect(named(new Stack(app, 'B', { env: { ...IRELAND, ...env } }), 'Job')).not.toThrow();
  },
);

test('a name is free for a job of another kind, and where no job has come of it', () => {
  const stack = new Stack(new App(), 'Stack');
  named(stack, 'One')();
  expect(() => trainingJob(stack, 'Two', { trainingJobName: 'penguins' })).not.toThrow();
  expect(() => batchJob(stack, 'Three', { modelInvocationJobName: 'penguins' })).not.toThrow();
  stack.node.tryRemoveChild('One');
  expect(named(stack, 'Four')).not.toThrow();
});

test('warns of stacks that may be in one environment', () => {
  const app = new App();
  named(new Stack(app, 'A'), 'Job')();
  const stack = new Stack(app, 'B');
  named(stack, 'Job')();
  const [{ entry }] = Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('should be another name'));
  expect(entry.data).toMatch(
    /^'compilationJobName' should be another name than that of A\/Job.*cdk-ml-jobs:jobName\]$/,
  );
});

test('warns of a key that runs the job again where the name stays', () => {
  const stack = new Stack(new App(), 'Stack');
  compilationJob(stack, 'Job', { compilationJobName: 'penguins', rerunKey: '2' });
  const [{ entry }] = Annotations.fromStack(stack).findWarning('*', Match.anyValue());
  expect(entry.data).toBe(
    "'rerunKey' runs the job again under another name only, and 'compilationJobName' is given: change both at once, or leave the name out [ack: cdk-ml-jobs:rerunKeyWithName]",
  );
});

describe('the names of models that jobs make', () => {
  const again = (id: string, member: string) =>
    `'${member}' must be another name than that of Stack/${id}, for a name serves one model only in an account and a Region: got 'support' for both`;

  test('are their own, for each kind', () => {
    const stack = new Stack(new App(), 'Stack');
    importJob(stack, 'One', { importedModelName: 'support' });
    customizationJob(stack, 'Two', { customModelName: 'support' });
    expect(() => importJob(stack, 'Three', { importedModelName: 'support' })).toThrow(
      again('One', 'importedModelName'),
    );
    expect(() => customizationJob(stack, 'Four', { customModelName: 'support' })).toThrow(
      again('Two', 'customModelName'),
    );
  });

  test('are known from overrides, too', () => {
    const stack = new Stack(new App(), 'Stack');
    customizationJob(stack, 'One', { customModelName: 'support' });
    const requestOverrides = { customModelName: 'support' };
    expect(() => customizationJob(stack, 'Two', { customModelName: 'other', requestOverrides })).toThrow(
      again('One', 'requestOverrides.customModelName'),
    );
  });

  test('are those of the jobs where they are left out', () => {
    const stack = new Stack(new App(), 'Stack');
    importJob(stack, 'One', { modelImportJobName: 'support' });
    expect(() => importJob(stack, 'Two', { importedModelName: 'support' })).toThrow(again('One', 'importedModelName'));
    expect(() => importJob(stack, 'Three')).not.toThrow();
  });

  test('are not told apart from those of the jobs where both are left out', () => {
    const stack = new Stack(new App(), 'Stack');
    importJob(stack, 'One', { modelImportJobName: 'support' });
    expect(() => importJob(stack, 'Two', { modelImportJobName: 'support' })).toThrow(
      /^Stack\/Two: 'modelImportJobName' \(jobName\) must be another name than that of Stack\/One, for a name serves one job only[^\n]*$/,
    );
  });
});

describe('models that host what jobs have made', () => {
  const hosted = (stack: Stack, id: string, modelName?: string) =>
    compilationJob(stack, `Compile${id}`).createModel(stack, id, { modelName });

  test('of a stack fail with one name', () => {
    const app = new App();
    const stack = new Stack(app, 'Stack');
    hosted(stack, 'One', 'penguins');
    hosted(stack, 'Two', 'penguins');
    expect(() => app.synth()).toThrow(
      "[Stack/Two] 'modelName' must be another name than that of Stack/One, for a name serves one model only in an account and a Region: got 'penguins' for both; choose another, or leave the name out",
    );
  });

  test('of stacks that may be in one environment are warned of', () => {
    const app = new App();
    hosted(new Stack(app, 'A'), 'Model', 'penguins');
    const stack = new Stack(app, 'B');
    hosted(stack, 'Model', 'penguins');
    const [{ entry }] = Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('should be another name'));
    expect(entry.data).toMatch(/^'modelName' should be another name than that of A\/Model.*cdk-ml-jobs:modelName\]$/);
  });

  test.each([
    ['other names', ['penguins', 'seals']],
    ['none', [undefined, undefined]],
  ])('are free to have %s', (_, [one, two]) => {
    const app = new App();
    const stack = new Stack(app, 'Stack');
    hosted(stack, 'One', one);
    hosted(stack, 'Two', two);
    // a custom model of Bedrock is no model of SageMaker
    customizationJob(stack, 'Tune', { customModelName: one });
    expect(() => app.synth()).not.toThrow();
  });
});
