import {
  BATCH_HANDLER,
  FUNCTION_ARN,
  handlerResources,
  job,
  JOB_HANDLER,
  tickingStateMachine,
  writeApp,
} from './fixture-assembly';
import { batchRequest, records, uriOf } from './fixture-batch';
import { temporaryFolder } from './fixture-folder';
import { ServiceError } from '../../rehearsal/emulated-api/service-error';
import type { JsonObject } from '../../rehearsal/json-value';
import { Rehearsal, type RehearsalOptions, type RehearsalResult } from '../../rehearsal/rehearsal';

let rehearsal: Rehearsal;
afterEach(async () => rehearsal.close());

const RETRY = { Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 10, BackoffRate: 1, MaxAttempts: 5 }] };

function jobApp(properties: JsonObject = {}, states: JsonObject = RETRY): string {
  const machine = { StateMachine: { Ref: 'Machine' }, Name: 'my-job', ...properties };
  const resources = { ...handlerResources(JOB_HANDLER), Machine: tickingStateMachine(states), Job: job(machine) };
  return writeApp(resources, { Outputs: { Arn: { Value: { 'Fn::GetAtt': ['Job', 'Arn'] } } } });
}

async function deploy(options: RehearsalOptions = {}, assembly = jobApp()): Promise<RehearsalResult> {
  rehearsal = new Rehearsal({ startTime: Date.UTC(2026, 0, 1), ...options });
  return rehearsal.deploy(assembly);
}

function operations(): string[] {
  return rehearsal.sagemaker.calls.map(({ operation, error }) => (error ? `${operation}: ${error.code}` : operation));
}

test('runs the handler and the state machine of the assembly until the job has ended', async () => {
  const result = await deploy();
  expect(result).toMatchObject({
    ok: true,
    stacks: { App: { outputs: { Arn: 'arn:aws:sagemaker:us-east-1:111122223333:compilation-job/my-job' } } },
  });
  expect(rehearsal.sagemaker.jobs).toMatchObject([
    { name: 'my-job', status: 'COMPLETED', origin: { logicalId: 'Job' } },
  ]);
  expect(rehearsal.executions).toMatchObject([{ status: 'SUCCEEDED', ticks: 10 }]);
  expect(rehearsal.executions[0].historyEvents).toBe(10 * 7 + 9 * 2 + 2 + 2);
  expect(rehearsal.invocations.filter(({ kind }) => kind === 'tick')).toHaveLength(10);
  expect(result.elapsedMs).toBeGreaterThan(240_000);
  expect(rehearsal.stepFunctions.calls).toMatchObject([{ service: 'states', operation: 'StartExecution' }]);
});

test('goes the same way every time', async () => {
  const histories: string[] = [];
  for (let turn = 0; turn < 2; turn++) {
    const { stacks } = await deploy();
    histories.push(
      JSON.stringify([stacks.App.events, rehearsal.sagemaker.calls.map(({ operation, at }) => [operation, at])]),
    );
    await rehearsal.close();
  }
  expect(histories[1]).toBe(histories[0]);
});

test('a failing job fails the deployment with its reason', async () => {
  const result = await deploy({ jobs: { Job: { failure: 'ClientError: no', duration: 60 } } });
  expect(result).toMatchObject({ ok: false, stacks: { App: { status: 'ROLLBACK_COMPLETE' } } });
  expect(result.stacks.App.events.find(({ status }) => status === 'CREATE_FAILED')?.reason).toContain(
    'ClientError: no',
  );
});

test('a course can change between two operations', async () => {
  await deploy({ jobs: { Job: { duration: 60 } } });
  const next = jobApp({ Name: 'second' });
  await rehearsal.deploy(next, { jobs: { second: { failure: 'ClientError: no', duration: 60 } } });
  expect(rehearsal.sagemaker.jobs.map(({ status }) => status)).toEqual(['COMPLETED', 'FAILED']);
});

test('requests are checked as the service would', async () => {
  await deploy({}, jobApp({ Name: 'not a name' }, {}));
  expect(operations()).toEqual(['CreateCompilationJob: ValidationException']);
  expect(rehearsal.executions[0]).toMatchObject({ status: 'FAILED', error: { Error: 'ValidationException' } });
});

test('a state machine with an invalid definition is refused', async () => {
  const result = await deploy({}, jobApp({}, { Next: 'Nowhere' }));
  expect(result.stacks.App.events.find(({ status }) => status === 'CREATE_FAILED')).toMatchObject({
    logicalId: 'Machine',
    reason: expect.stringContaining('Invalid State Machine Definition'),
  });
});

describe('faults of calls', () => {
  const operation = 'CreateCompilationJob';

  test.each([
    ['throttle', 'ThrottlingException'],
    ['internal-failure', 'InternalFailure'],
    ['service-unavailable', 'ServiceUnavailable'],
    ['access-denied', 'AccessDeniedException'],
  ] as const)('%s', async (effect, code) => {
    expect((await deploy({ faults: [{ operation, effect, times: 2 }] })).ok).toBe(true);
    expect(operations().slice(0, 3)).toEqual([`${operation}: ${code}`, `${operation}: ${code}`, operation]);
    expect(rehearsal.sagemaker.calls[0].fault).toBe(effect);
  });

  test('an error with a text', async () => {
    const error = { error: 'ValidationException', message: 'the text' };
    await deploy({ faults: [{ operation, effect: error }] });
    expect(rehearsal.sagemaker.calls[0].error).toEqual({ code: 'ValidationException', message: 'the text' });
  });

  test('a lost response has had its effect', async () => {
    await deploy({ faults: [{ operation, effect: 'lost-response' }] });
    expect(operations().slice(0, 2)).toEqual([operation, `${operation}: ResourceInUse`]);
    expect(rehearsal.sagemaker.jobs).toHaveLength(1);
  });

  test('a crash before the effect', async () => {
    expect((await deploy({ faults: [{ operation, effect: 'crash-before' }] })).ok).toBe(true);
    expect(operations().slice(0, 2)).toEqual([operation, operation]);
    expect(rehearsal.invocations.find(({ kind }) => kind === 'tick')?.outcome?.kind).toBe('crash');
  });

  test('a crash after the effect', async () => {
    await deploy({ faults: [{ operation, effect: 'crash-after' }] });
    expect(operations().slice(0, 2)).toEqual([operation, `${operation}: ResourceInUse`]);
  });

  test('only the named calls are affected', async () => {
    const fault = { operation: 'DescribeCompilationJob', call: 2, effect: 'throttle' } as const;
    await deploy({ faults: [fault] });
    expect(operations().slice(1, 4)).toEqual([
      'DescribeCompilationJob',
      'DescribeCompilationJob: ThrottlingException',
      'DescribeCompilationJob',
    ]);
  });

  test('a tick can be throttled', async () => {
    expect((await deploy({ faults: [{ invocation: 1, of: 'tick', effect: 'throttle' }] })).ok).toBe(true);
    expect(rehearsal.invocations.find(({ kind }) => kind === 'tick')?.outcome?.kind).toBe('throttled');
  });

  test('fails on a count below 1', () => {
    rehearsal = new Rehearsal();
    expect(() => new Rehearsal({ faults: [{ operation, call: 0, effect: 'throttle' }] })).toThrow(
      'faults: call: 0 must be a whole number from 1',
    );
  });
});

test('every call passes the authorization, and may be refused', async () => {
  const asked: string[] = [];
  const denied = 'User is not authorized to perform: sagemaker:CreateCompilationJob';
  const result = await deploy(
    {
      authorize: ({ service, operation }) => {
        asked.push(`${service}:${operation}`);
        if (operation === 'CreateCompilationJob') throw new ServiceError('AccessDeniedException', denied);
      },
    },
    jobApp({}, {}),
  );
  expect(asked).toEqual([
    'states:StartExecution',
    'lambda:InvokeFunction',
    'sagemaker:CreateCompilationJob',
    ...asked.slice(3),
  ]);
  expect(result.ok).toBe(false);
  expect(rehearsal.sagemaker.calls[0].error).toEqual({ code: 'AccessDeniedException', message: denied });
});

test('something can happen while a job runs', async () => {
  const assembly = jobApp();
  rehearsal = new Rehearsal();
  let destroyed: Promise<RehearsalResult> | undefined;
  rehearsal.at(
    () => rehearsal.sagemaker.jobs.some(({ status }) => status === 'INPROGRESS'),
    () => (destroyed = rehearsal.destroy(assembly)),
  );
  expect((await rehearsal.deploy(assembly)).ok).toBe(false);
  expect((await destroyed)?.ok).toBe(true);
  await rehearsal.settle();
  expect(rehearsal.executions.every(({ status }) => status !== 'RUNNING')).toBe(true);
});

describe('a job in a VPC', () => {
  const VpcConfig = {
    Subnets: [{ Ref: 'Subnet' }],
    SecurityGroupIds: [{ 'Fn::GetAtt': ['Group', 'GroupId'] }],
  };
  const vpcApp = (): string => {
    const resources = {
      ...handlerResources(JOB_HANDLER),
      Subnet: { Type: 'AWS::EC2::Subnet' },
      Group: { Type: 'AWS::EC2::SecurityGroup' },
      Machine: tickingStateMachine(),
      Job: job({ StateMachine: { Ref: 'Machine' }, Name: 'my-job', VpcConfig }),
    };
    return writeApp(resources);
  };
  const deletions = ({ stacks }: RehearsalResult): string[] =>
    stacks.App.events
      .filter(({ logicalId, status }) => /^(Job|Group|Subnet)$/.test(logicalId) && status.startsWith('DELETE_'))
      .map(({ logicalId, status, reason }) => `${logicalId} ${status}${reason === undefined ? '' : `: ${reason}`}`);

  test('is deleted before its security group and its subnet', async () => {
    const assembly = vpcApp();
    await deploy({}, assembly);
    const result = await rehearsal.destroy(assembly);
    expect(result.ok).toBe(true);
    expect(deletions(result).slice(0, 2)).toEqual(['Job DELETE_IN_PROGRESS', 'Job DELETE_COMPLETE']);
    expect(deletions(result).slice(2).sort()).toEqual([
      'Group DELETE_COMPLETE',
      'Group DELETE_IN_PROGRESS',
      'Subnet DELETE_COMPLETE',
      'Subnet DELETE_IN_PROGRESS',
    ]);
  });

  test('that goes on running keeps both', async () => {
    const assembly = vpcApp();
    rehearsal = new Rehearsal();
    let destroyed: Promise<RehearsalResult> | undefined;
    rehearsal.at(
      () => rehearsal.sagemaker.jobs.some(({ status }) => status === 'INPROGRESS'),
      // the handler of this test does not stop it
      () => (destroyed = rehearsal.destroy(assembly)),
    );
    await rehearsal.deploy(assembly);
    const result = await destroyed!;
    expect(result.stacks.App.status).toBe('DELETE_FAILED');
    const { physicalId } = result.stacks.App.resources.Group;
    expect(deletions(result)).toContain(
      `Group DELETE_FAILED: Resource handler returned message: "The security group '${physicalId}' has dependencies and cannot be deleted: my-job has network interfaces in it. (Service: Ec2, Status Code: 400)"`,
    );
  });
});

describe('batch jobs', () => {
  const request = batchRequest({ tags: [{ key: 'team', value: 'ml' }] }, uriOf('records.jsonl'));

  function batchApp(more: JsonObject = {}): string {
    const properties = { ServiceToken: FUNCTION_ARN, Kind: 'k', StateMachineArn: { Ref: 'Machine' } };
    const resources = {
      ...handlerResources(BATCH_HANDLER),
      Machine: tickingStateMachine(),
      Batch: { Type: 'Custom::BedrockModelInvocationJob', Properties: { ...properties, Request: request, ...more } },
    };
    return writeApp(resources, {}, { 'records.jsonl': records(150) });
  }

  test('run in Bedrock, on behalf of their resources', async () => {
    const result = await deploy({}, batchApp());
    expect(result.ok).toBe(true);
    const [batch] = rehearsal.bedrock.batchJobs;
    expect(batch).toMatchObject({ name: 'job', status: 'Completed', origin: { logicalId: 'Batch' } });
    expect(batch.records.describe()).toMatchObject({ totalRecordCount: 150, successRecordCount: 150 });
    expect(result.stacks.App.resources.Batch.physicalId).toBe(batch.arn);
    expect(rehearsal.bedrock.calls[0]).toMatchObject({
      service: 'bedrock',
      operation: 'CreateModelInvocationJob',
      input: request,
      output: { jobArn: batch.arn },
    });
    expect(rehearsal.notEmulatedCalls).toEqual([]);
  });

  test('fail with the reason of the script, and leave no results', async () => {
    const options = { outputFolder: temporaryFolder(), jobs: { Batch: { failure: 'no access to s3://input' } } };
    const { stacks } = await deploy(options, batchApp());
    expect(stacks.App.events.find(({ status }) => status === 'CREATE_FAILED')?.reason).toContain(
      'no access to s3://input',
    );
    expect(rehearsal.outputFolders).toEqual([]);
  });

  test('write their results as soon as they have ended', async () => {
    const outputFolder = temporaryFolder();
    await deploy({ outputFolder }, batchApp());
    expect(rehearsal.outputFolders).toEqual([`${outputFolder}/output/results/${rehearsal.bedrock.jobs[0].id}`]);
  });

  test('meet faults as those of other services do', async () => {
    const faults = [{ operation: 'CreateModelInvocationJob', effect: 'throttle' }] as const;
    await deploy({ faults }, batchApp());
    expect(rehearsal.bedrock.calls).toMatchObject([{ error: { code: 'ThrottlingException' }, fault: 'throttle' }]);
  });
});
