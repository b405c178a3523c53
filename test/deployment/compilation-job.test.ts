import { App, Duration, NestedStack, Stack, Stage, Tags } from 'aws-cdk-lib';
import * as logs from 'aws-cdk-lib/aws-logs';
import { callsOf, cleanUp, eventsOf, newRehearsal, synthesize } from './deployment';
import { type CompilationJobProps, CompilationTarget, JobEngine, TargetDevice } from '../../src';
import { compilationJob } from '../src/sample-job';

afterEach(cleanUp);

const NAME = /^app--compile--[0-9a-f]{12}$/;
const JOB = /^Compile\w{8}$/;

/** An app with one stack `App` and one job `Compile`. */
const appWith = (props: Partial<CompilationJobProps> = {}, also: (stack: Stack) => void = () => undefined) =>
  synthesize((app) => {
    const stack = new Stack(app, 'App');
    compilationJob(stack, 'Compile', { outputPrefix: 'models', ...props });
    also(stack);
  });
const onDevice = (device: TargetDevice) => appWith({ target: CompilationTarget.device(device) });

describe('create', () => {
  test('runs the job and hands its results to the stack', async () => {
    const rehearsal = newRehearsal();
    const result = await rehearsal.deploy(appWith());
    const { status, outputs } = result.stacks.App;

    expect(status).toBe('CREATE_COMPLETE');
    const [job] = rehearsal.sagemaker.jobs;
    expect(job.name).toMatch(NAME);
    expect(outputs).toEqual({
      CompileCompilationJobArn: `arn:aws:sagemaker:us-east-1:111122223333:compilation-job/${job.name}`,
      CompileModelArtifacts: `s3://artifacts/models/${job.name}/model-ml_c5.tar.gz`,
    });
  });

  test('sends numbers as numbers, and the tags of the stack', async () => {
    const rehearsal = newRehearsal();
    await rehearsal.deploy(appWith({}, (stack) => Tags.of(stack).add('team', 'ml')));

    const [create] = rehearsal.sagemaker.calls.filter(({ operation }) => operation === 'CreateCompilationJob');
    expect(create.input).toEqual({
      CompilationJobName: expect.stringMatching(NAME),
      RoleArn: expect.stringMatching(/^arn:aws:iam::111122223333:role\/cdk-ml-jobs\/us-east-1\/app\//),
      InputConfig: { S3Uri: 's3://models/penguins/model.tar.gz', Framework: 'XGBOOST' },
      OutputConfig: {
        S3OutputLocation: `s3://artifacts/models/${String(create.input.CompilationJobName)}/`,
        TargetDevice: 'ml_c5',
      },
      StoppingCondition: { MaxRuntimeInSeconds: 900 },
      Tags: [{ Key: 'team', Value: 'ml' }],
    });
  });

  test('notices the end of a ten-minute job within 30 seconds', async () => {
    const rehearsal = newRehearsal({ jobs: { Compile: { duration: 600 } } });
    const { stacks } = await rehearsal.deploy(appWith({ maxRuntime: Duration.minutes(15) }));
    const [begin, end] = stacks.App.events.filter(({ logicalId }) => JOB.test(logicalId)).map(({ at }) => at);
    expect((end - begin) / 1000).toBeGreaterThan(600);
    expect((end - begin) / 1000).toBeLessThan(640);
    expect(rehearsal.executions[0].ticks).toBeLessThan(70);
  });

  test('fails with the reason of the service, and keeps the record of the failed job', async () => {
    const failure = 'ClientError: InputConfiguration: TVM cannot convert the model';
    const rehearsal = newRehearsal({ jobs: { Compile: { failure } } });
    const { ok, stacks } = await rehearsal.deploy(appWith());

    expect(ok).toBe(false);
    expect(stacks.App.status).toBe('ROLLBACK_COMPLETE');
    const [, failed] = eventsOf(stacks.App, JOB);
    expect(failed).toContain(`CREATE_FAILED`);
    expect(failed).toContain(`The compilation job ended as FAILED: ${failure} | Hint: `);
    expect(failed).toContain('log group /aws/sagemaker/CompilationJobs, log stream app--compile-');
    expect(rehearsal.sagemaker.existingJobs.map(({ status }) => status)).toEqual(['FAILED']);

    // what `cdk deploy` shows under the failed resource; what is no JSON is a warning of this machine's Node.js
    const linesOfLooks = rehearsal.invocations.map(({ log }) => log.filter((line) => line.startsWith('{')));
    expect(Math.max(...linesOfLooks.map(({ length }) => length))).toBe(1);
    const lines = linesOfLooks
      .flat()
      .map((line) => JSON.parse(line) as { readonly level: string; readonly message: string });
    const errors = lines.filter(({ level }) => level === 'ERROR').map(({ message }) => message);
    expect(errors).toEqual([
      expect.stringContaining(`: Create failed: The compilation job ended as FAILED: ${failure} | Hint: `),
    ]);
  });

  test('stops a job that takes longer than the deployment waits, and says so', async () => {
    const rehearsal = newRehearsal({ jobs: { Compile: { duration: 20 * 60, startup: 12 * 60 } } });
    const { stacks } = await rehearsal.deploy(appWith({ maxRuntime: Duration.minutes(9) }));

    expect(eventsOf(stacks.App, JOB)[1]).toContain(
      'The compilation job had not ended after 1140 seconds, so it was stopped',
    );
    expect(callsOf(rehearsal, 'StopCompilationJob')).toHaveLength(1);
    expect(rehearsal.sagemaker.existingJobs).toEqual([]);
  });

  test('answers as soon as the service has accepted a job that is not waited for', async () => {
    const rehearsal = newRehearsal({ jobs: { Compile: { duration: 7200 } } });
    const { ok, stacks } = await rehearsal.deploy(appWith({ waitForCompletion: false, maxRuntime: Duration.hours(3) }));

    expect(ok).toBe(true);
    expect(Object.keys(stacks.App.outputs)).toEqual(['CompileCompilationJobArn']);
    expect(rehearsal.sagemaker.jobs.map(({ finished }) => finished)).toEqual([false]);
  });
});

describe('update', () => {
  test('of the target runs a new job, and removes the record of the old one afterwards', async () => {
    const rehearsal = newRehearsal();
    const before = await rehearsal.deploy(onDevice(TargetDevice.ML_C5));
    const after = await rehearsal.deploy(onDevice(TargetDevice.ML_M5));

    expect(after.ok).toBe(true);
    expect(after.stacks.App.outputs.CompileModelArtifacts).toMatch(/model-ml_m5\.tar\.gz$/);
    expect(after.stacks.App.outputs).not.toEqual(before.stacks.App.outputs);
    const [first, second] = callsOf(rehearsal, 'CreateCompilationJob');
    expect(callsOf(rehearsal, 'DeleteCompilationJob')).toEqual([first]);
    expect(rehearsal.sagemaker.existingJobs.map(({ name }) => name)).toEqual([second]);
    expect(eventsOf(after.stacks.App, JOB)).toEqual([
      'UPDATE_IN_PROGRESS',
      'UPDATE_IN_PROGRESS: Requested update required the provider to create a new physical resource',
      'UPDATE_COMPLETE',
      'DELETE_IN_PROGRESS',
      'DELETE_COMPLETE',
    ]);
  });

  test.each<[string, () => string]>([
    ['the wait', () => appWith({ maxRuntime: Duration.minutes(15), waitForCompletion: false })],
    [
      'the log retention',
      () =>
        appWith({}, (stack) => {
          const log = JobEngine.of(stack).node.findChild('Log').node.defaultChild as logs.CfnLogGroup;
          log.retentionInDays = 365;
        }),
    ],
    ['a tag', () => appWith({}, (stack) => Tags.of(stack).add('team', 'ml'))],
  ])('of %s leaves the job alone', async (_, changed) => {
    const rehearsal = newRehearsal();
    const before = await rehearsal.deploy(appWith());
    const after = await rehearsal.deploy(changed());

    expect(after.ok).toBe(true);
    expect(after.elapsedMs).toBeLessThan(60_000);
    expect(callsOf(rehearsal, 'CreateCompilationJob')).toHaveLength(1);
    expect(callsOf(rehearsal, 'DeleteCompilationJob')).toEqual([]);
    expect(after.stacks.App.outputs.CompileCompilationJobArn).toBe(before.stacks.App.outputs.CompileCompilationJobArn);
  });

  test('of tags changes them in place', async () => {
    const rehearsal = newRehearsal();
    await rehearsal.deploy(appWith({}, (stack) => Tags.of(stack).add('team', 'ml')));
    await rehearsal.deploy(appWith({}, (stack) => Tags.of(stack).add('cost', '42')));

    const inputs = (operation: string) =>
      rehearsal.sagemaker.calls.filter((call) => call.operation === operation).map(({ input }) => input);
    const ResourceArn = expect.stringContaining(':compilation-job/app--compile-');
    expect(inputs('AddTags')).toEqual([{ ResourceArn, Tags: [{ Key: 'cost', Value: '42' }] }]);
    expect(inputs('DeleteTags')).toEqual([{ ResourceArn, TagKeys: ['team'] }]);
  });

  test('of the re-run key runs the same job again', async () => {
    const rehearsal = newRehearsal();
    await rehearsal.deploy(appWith());
    await rehearsal.deploy(appWith({ rerunKey: '2' }));
    expect(callsOf(rehearsal, 'CreateCompilationJob')).toHaveLength(2);
    expect(rehearsal.sagemaker.existingJobs).toHaveLength(1);
  });

  test('that fails returns to the job before, without a Create call', async () => {
    const rehearsal = newRehearsal();
    const before = await rehearsal.deploy(onDevice(TargetDevice.ML_C5));
    const after = await rehearsal.deploy(onDevice(TargetDevice.ML_M5), {
      jobs: { Compile: { failure: 'ClientError: no' } },
    });

    expect(after.stacks.App.status).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(after.stacks.App.outputs).toEqual(before.stacks.App.outputs);
    expect(callsOf(rehearsal, 'CreateCompilationJob')).toHaveLength(2);
    expect(rehearsal.sagemaker.existingJobs.map(({ status }) => status)).toEqual(['COMPLETED', 'FAILED']);
    const rollback = after.stacks.App.events.filter(({ logicalId }) => JOB.test(logicalId)).slice(-2);
    expect(rollback.map(({ status }) => status)).toEqual(['UPDATE_IN_PROGRESS', 'UPDATE_COMPLETE']);
    // the execution of the update has told that it has left nothing
    expect((rollback[1].at - rollback[0].at) / 1000).toBeLessThan(10);
  });

  test('that is cancelled stops what it has started', async () => {
    const rehearsal = newRehearsal();
    await rehearsal.deploy(onDevice(TargetDevice.ML_C5));
    rehearsal.at(
      () => rehearsal.sagemaker.jobs.length === 2,
      () => rehearsal.cancelUpdate('App'),
    );
    const { stacks } = await rehearsal.deploy(onDevice(TargetDevice.ML_M5));
    await rehearsal.settle();

    expect(stacks.App.status).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(rehearsal.sagemaker.jobs.map(({ status }) => status)).toEqual(['COMPLETED', 'STOPPED']);
    expect(rehearsal.executions.map(({ status }) => status)).toEqual(['SUCCEEDED', 'ABORTED', 'SUCCEEDED']);
  });
});

describe('delete', () => {
  test('removes the record of a job that has ended', async () => {
    const rehearsal = newRehearsal();
    const app = appWith();
    await rehearsal.deploy(app);
    expect((await rehearsal.destroy(app)).ok).toBe(true);
    expect(rehearsal.sagemaker.existingJobs).toEqual([]);
    expect(callsOf(rehearsal, 'StopCompilationJob')).toEqual([]);
  });

  test('stops a job that runs, and waits until it has stopped', async () => {
    const rehearsal = newRehearsal({ jobs: { Compile: { duration: 7200, stopping: 40 } } });
    const app = appWith({ waitForCompletion: false, maxRuntime: Duration.hours(3) });
    await rehearsal.deploy(app);
    const { ok, elapsedMs } = await rehearsal.destroy(app);

    expect(ok).toBe(true);
    expect(elapsedMs).toBeGreaterThan(40_000);
    const operations = rehearsal.sagemaker.calls.map(({ operation }) => operation);
    expect(operations.indexOf('StopCompilationJob')).toBeLessThan(operations.indexOf('DeleteCompilationJob'));
    expect(rehearsal.sagemaker.existingJobs).toEqual([]);
  });

  test('of a stack that is being created stops its job', async () => {
    const rehearsal = newRehearsal({ jobs: { Compile: { duration: 800 } } });
    const app = appWith();
    let destroyed: Promise<unknown> | undefined;
    rehearsal.at(
      () => rehearsal.sagemaker.jobs.length === 1,
      () => (destroyed = rehearsal.destroy(app)),
    );
    await rehearsal.deploy(app);
    await destroyed;
    await rehearsal.settle();
    expect(rehearsal.sagemaker.jobs.map(({ status }) => status)).toEqual(['STOPPED']);
  });
});

describe('one job comes of', () => {
  test.each([
    ['a duplicate invocation', { invocation: 1, of: 'request', effect: 'duplicate' }],
    ['a crash between Create and its answer', { operation: 'CreateCompilationJob', effect: 'crash-after' }],
    ['a lost answer of Create', { operation: 'CreateCompilationJob', effect: 'lost-response' }],
    ['a retry with the same request id', { request: 1, effect: 'retry', after: 30 }],
    ['a service that throttles', { operation: 'CreateCompilationJob', times: 7, effect: 'throttle' }],
    ['a service that fails', { operation: 'DescribeCompilationJob', call: 2, times: 9, effect: 'internal-failure' }],
    ['a response URL that cannot be reached', { answer: 1, times: 4, effect: 'service-unavailable' }],
    ['a function that crashes again and again', { invocation: 2, times: 9, effect: 'crash' }],
  ] as const)('%s', async (_, fault) => {
    const rehearsal = newRehearsal({ faults: [fault] });
    const { ok } = await rehearsal.deploy(appWith());
    await rehearsal.settle();
    expect(ok).toBe(true);
    expect(rehearsal.sagemaker.jobs).toHaveLength(1);
    expect(rehearsal.sagemaker.jobs[0].status).toBe('COMPLETED');
  });
});

describe('what passes is waited out', () => {
  test.each(['refused', 'failed-job'] as const)('a role that has not propagated yet (%s)', async (symptom) => {
    const rehearsal = newRehearsal({ rolePropagation: { seconds: 60, symptom } });
    const { ok, stacks } = await rehearsal.deploy(appWith());
    expect(ok).toBe(true);
    expect(stacks.App.outputs.CompileCompilationJobArn).toMatch(
      symptom === 'refused' ? /-[0-9a-f]{12}$/ : /-[0-9a-f]{12}-\d+$/,
    );
  });

  test('a quota of jobs that run at once', async () => {
    const rehearsal = newRehearsal({ quotas: { compilationJobs: 2 } });
    const { ok } = await rehearsal.deploy(
      synthesize((app) => {
        const stack = new Stack(app, 'App');
        for (let index = 0; index < 6; index++) {
          compilationJob(stack, `Compile${index}`, { maxRuntime: Duration.minutes(30) });
        }
      }),
    );
    expect(ok).toBe(true);
    expect(rehearsal.sagemaker.jobs).toHaveLength(6);
  });
});

describe('a job with a name of its own', () => {
  test('has it', async () => {
    const rehearsal = newRehearsal();
    await rehearsal.deploy(appWith({ compilationJobName: 'penguins-v1' }));
    expect(callsOf(rehearsal, 'CreateCompilationJob')).toEqual(['penguins-v1']);
  });

  test('is removed when another job with another name takes its place', async () => {
    const rehearsal = newRehearsal();
    await rehearsal.deploy(appWith({ compilationJobName: 'penguins-v1' }));
    const { ok } = await rehearsal.deploy(
      appWith({ compilationJobName: 'penguins-v2', maxRuntime: Duration.minutes(20) }),
    );

    expect(ok).toBe(true);
    expect(rehearsal.sagemaker.existingJobs.map(({ name }) => name)).toEqual(['penguins-v2']);
  });

  test('fails with another request under the name, and keeps the job that has it', async () => {
    const rehearsal = newRehearsal();
    await rehearsal.deploy(appWith({ compilationJobName: 'penguins-v1' }));
    const { stacks } = await rehearsal.deploy(
      appWith({ compilationJobName: 'penguins-v1', maxRuntime: Duration.minutes(20) }),
    );

    expect(stacks.App.status).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(eventsOf(stacks.App, JOB)[1]).toContain(
      "The compilation job 'penguins-v1' exists already and was made from another request",
    );
    expect(rehearsal.sagemaker.existingJobs.map(({ name, status }) => [name, status])).toEqual([
      ['penguins-v1', 'COMPLETED'],
    ]);
  });
});

describe('an app', () => {
  const deploys = async (make: (app: App) => void, jobs: number) => {
    const rehearsal = newRehearsal();
    const assembly = synthesize(make);
    const { ok } = await rehearsal.deploy(assembly);
    expect(ok).toBe(true);
    expect(rehearsal.sagemaker.jobs.map(({ status }) => status)).toEqual(Array(jobs).fill('COMPLETED'));
    expect((await rehearsal.destroy(assembly)).ok).toBe(true);
    expect(rehearsal.sagemaker.existingJobs).toEqual([]);
  };

  test('of two stacks deploys', async () => {
    await deploys((app) => ['One', 'Two'].forEach((id) => compilationJob(new Stack(app, id), 'Compile')), 2);
  });

  test('with a stack in a stage deploys', async () => {
    await deploys((app) => void compilationJob(new Stack(new Stage(app, 'Prod'), 'App'), 'Compile'), 1);
  });

  test('with a nested stack deploys', async () => {
    await deploys((app) => {
      const stack = new Stack(app, 'App');
      compilationJob(stack, 'Compile');
      compilationJob(new NestedStack(stack, 'Nested'), 'Compile');
    }, 2);
  });

  test('with ten jobs in one stack deploys', async () => {
    await deploys((app) => {
      const stack = new Stack(app, 'App');
      for (let index = 0; index < 10; index++) compilationJob(stack, `Compile${index}`);
    }, 10);
  });

  test('with an engine that serves another stack deploys', async () => {
    await deploys((app) => {
      const engine = new JobEngine(new Stack(app, 'Engine'), 'Jobs');
      compilationJob(new Stack(app, 'App'), 'Compile', { engine });
    }, 1);
  });
});
