import { CfnParameter, Stack } from 'aws-cdk-lib';
import { cleanUp, newRehearsal, synthesize } from './deployment';
import { batchJob } from '../src/sample-batch-job';
import { compilationJob } from '../src/sample-job';

afterEach(cleanUp);

type Overrides = (stack: Stack) => { [member: string]: unknown };

const appWith = (compile: Overrides, classify: Overrides = () => ({})) =>
  synthesize((app) => {
    const stack = new Stack(app, 'App');
    compilationJob(stack, 'Compile', { requestOverrides: compile(stack) });
    batchJob(stack, 'Classify', { requestOverrides: classify(stack) });
  });

test('members that are newer than the library reach the services with their types, and are said to be assumed', async () => {
  const rehearsal = newRehearsal();
  const assembly = appWith(
    (stack) => {
      const level = new CfnParameter(stack, 'Level', { type: 'Number', default: 3 }).valueAsNumber;
      return { OutputConfig: { Newer: { level, fast: true, text: '5' } } };
    },
    () => ({ newerRecords: [1, { a: false }] }),
  );
  const { ok } = await rehearsal.deploy(assembly);

  expect(ok).toBe(true);
  const inputOf = (operation: string) =>
    [...rehearsal.sagemaker.calls, ...rehearsal.bedrock.calls].find((call) => call.operation === operation)!.input;
  expect(inputOf('CreateCompilationJob').OutputConfig).toEqual({
    S3OutputLocation: expect.stringMatching(/^s3:\/\/artifacts\/app--compile--[0-9a-f]{12}\/$/),
    TargetDevice: 'ml_c5',
    Newer: { level: 3, fast: true, text: '5' },
  });
  expect(inputOf('CreateModelInvocationJob').newerRecords).toEqual([1, { a: false }]);
  expect(rehearsal.assumptions).toEqual([
    'sagemaker:CreateCompilationJob takes OutputConfig.Newer, a member that the rehearsal does not know',
    'bedrock:CreateModelInvocationJob takes newerRecords, a member that the rehearsal does not know',
  ]);
});

test('another value of such a member is another job, and the same in another order is the same', async () => {
  const rehearsal = newRehearsal();
  const names = () => rehearsal.sagemaker.compilationJobs.map(({ name }) => name);
  await rehearsal.deploy(appWith(() => ({ Newer: { a: 1, b: 2 } })));
  await rehearsal.deploy(appWith(() => ({ Newer: { b: 2, a: 1 } })));
  expect(names()).toHaveLength(1);

  await rehearsal.deploy(appWith(() => ({ Newer: { a: 1, b: '2' } })));
  expect(new Set(names()).size).toBe(2);
});

test('a list that is known in a deployment reaches the service as one', async () => {
  const rehearsal = newRehearsal();
  const assembly = appWith((stack) => {
    const names = new CfnParameter(stack, 'Names', { type: 'CommaDelimitedList', default: 'a,b' }).valueAsList;
    return { Newer: { names } };
  });
  expect((await rehearsal.deploy(assembly)).ok).toBe(true);
  const { input } = rehearsal.sagemaker.calls.find(({ operation }) => operation === 'CreateCompilationJob')!;
  expect(input.Newer).toEqual({ names: ['a', 'b'] });
});
