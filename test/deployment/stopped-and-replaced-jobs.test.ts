import { Duration, Stack, Tags } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { answeredCallsOf, cleanUp, eventsOf, newRehearsal, synthesize } from './deployment';
import { optimizationJob } from '../src/sample-optimization-job';
import { tuningJob } from '../src/sample-tuning-job';

afterEach(cleanUp);

/** What jobs of every kind may be told of their deployment. */
interface SharedProps {
  readonly waitTimeout?: Duration;
  readonly waitForCompletion?: boolean;
}

/** A kind of SageMaker's jobs whose records can be deleted, as the operations and a message call it. */
interface DeletableKind {
  readonly operations: string;
  readonly told: string;
  readonly output: string;
  readonly make: (stack: Stack, props: SharedProps) => Construct;
  /** The same job with another request. */
  readonly makeOther: (stack: Stack) => Construct;
}

const TUNING: DeletableKind = {
  operations: 'HyperParameterTuningJob',
  told: 'hyperparameter tuning job',
  output: 'JobModelArtifacts',
  make: (stack, props) => tuningJob(stack, 'Job', props),
  makeOther: (stack) => tuningJob(stack, 'Job', { maxTrainingJobs: 8 }),
};

const OPTIMIZATION: DeletableKind = {
  operations: 'OptimizationJob',
  told: 'optimization job',
  output: 'JobOutputLocation',
  make: (stack, props) => optimizationJob(stack, 'Job', props),
  makeOther: (stack) => optimizationJob(stack, 'Job', { maxInstanceCount: 2 }),
};

describe.each([TUNING, OPTIMIZATION])('a job of the kind $operations', ({ operations, ...kind }) => {
  const appOf = (make: (stack: Stack) => void) => synthesize((app) => make(new Stack(app, 'App')));
  const appWith = (props: SharedProps = {}) => appOf((stack) => kind.make(stack, props));
  const lasting = (seconds: number) => newRehearsal({ jobs: { Job: { duration: seconds } } });

  test('that takes longer than the deployment waits is stopped', async () => {
    const rehearsal = lasting(2000);
    const { ok, stacks } = await rehearsal.deploy(appWith({ waitTimeout: Duration.minutes(20) }));

    expect(ok).toBe(false);
    expect(eventsOf(stacks.App, /^Job\w{8}$/)[1]).toContain(
      `The ${kind.told} had not ended after 1200 seconds, so it was stopped`,
    );
    expect(answeredCallsOf(rehearsal, `Stop${operations}`)).toHaveLength(1);
  });

  test('with another request is another one, which removes the record of the one before', async () => {
    const rehearsal = newRehearsal();
    const before = await rehearsal.deploy(appWith());
    const after = await rehearsal.deploy(appOf(kind.makeOther));

    expect(after.ok).toBe(true);
    expect(answeredCallsOf(rehearsal, `Create${operations}`)).toHaveLength(2);
    expect(after.stacks.App.outputs[kind.output]).not.toBe(before.stacks.App.outputs[kind.output]);
    expect(rehearsal.sagemaker.existingJobs).toHaveLength(1);
  });

  test('with other tags runs no other', async () => {
    const rehearsal = newRehearsal();
    await rehearsal.deploy(appWith());
    const { ok } = await rehearsal.deploy(appOf((stack) => Tags.of(kind.make(stack, {})).add('team', 'birds')));

    expect(ok).toBe(true);
    expect(answeredCallsOf(rehearsal, `Create${operations}`)).toHaveLength(1);
    expect(answeredCallsOf(rehearsal, 'AddTags').map(({ input }) => input.Tags)).toEqual([
      [{ Key: 'team', Value: 'birds' }],
    ]);
  });

  test('that runs when the stack is deleted is stopped, and its record deleted', async () => {
    const rehearsal = lasting(7200);
    const app = appWith({ waitForCompletion: false });
    await rehearsal.deploy(app);
    const { ok } = await rehearsal.destroy(app);

    expect(ok).toBe(true);
    expect(answeredCallsOf(rehearsal, `Stop${operations}`)).toHaveLength(1);
    expect(rehearsal.sagemaker.existingJobs).toEqual([]);
  });
});
