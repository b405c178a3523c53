import { VirtualClock } from '../../../rehearsal/clock';
import type { ResourceRequest } from '../../../rehearsal/cloudformation/resource-provider';
import { ResponseEndpoint } from '../../../rehearsal/cloudformation/response-endpoint';
import {
  WaitConditionHandleProvider,
  WaitConditionProvider,
  WaitConditionSignals,
} from '../../../rehearsal/cloudformation/wait-condition-provider';
import { FaultPlan } from '../../../rehearsal/emulated-api/fault';
import type { JsonObject } from '../../../rehearsal/json-value';
import { Rehearsal, type RehearsalResult } from '../../../rehearsal/rehearsal';
import { FUNCTION_ARN, handlerResources, job, writeApp } from '../fixture-assembly';

const clock = new VirtualClock({ startTime: Date.UTC(2026, 0, 1) });
const responses = new ResponseEndpoint(clock, new FaultPlan());
const signals = new WaitConditionSignals(responses);
const handles = new WaitConditionHandleProvider(signals);
const conditions = new WaitConditionProvider(clock, signals);

beforeAll(async () => responses.start());
afterAll(async () => responses.close());

async function wait(properties: JsonObject, signal = new AbortController().signal): Promise<JsonObject> {
  const request = { stack: { id: 'arn:stack' }, address: { logicalId: 'Waiting' }, properties, signal };
  return (await conditions.create(request as ResourceRequest)).attributes;
}

async function send(handle: string, signal: JsonObject): Promise<number> {
  const headers = { 'content-type': '' };
  return (await fetch(handle, { method: 'PUT', headers, body: JSON.stringify(signal) })).status;
}

const HANDLE = { stack: { id: 'stack' }, address: { logicalId: 'Handle' } } as ResourceRequest;
const newHandle = async (): Promise<string> => (await handles.create(HANDLE)).physicalId;

test('waits for as many signals as it expects, and has their data', async () => {
  const Handle = await newHandle();
  const waiting = wait({ Handle, Count: '2', Timeout: '43200' });
  await send(Handle, { Status: 'SUCCESS', UniqueId: 'a', Data: 'done' });
  await send(Handle, { Status: 'SUCCESS', UniqueId: 'a', Data: 'done again' });
  await send(Handle, { Status: 'SUCCESS', UniqueId: 'b' });
  expect(await waiting).toEqual({ Data: '{"a":"done again","b":""}' });
});

test('hears only its own handle', async () => {
  const [first, second] = [await newHandle(), await newHandle()];
  await send(second, { Status: 'SUCCESS', UniqueId: 'job' });
  expect(await wait({ Handle: second, Timeout: '60' })).toEqual({ Data: '{"job":""}' });
  await expect(clock.until(wait({ Handle: first, Timeout: '60' }))).rejects.toThrow(
    'WaitCondition timed out. Received 0 conditions when expecting 1',
  );
});

test('a signal of failure fails it, also one that was there before', async () => {
  const Handle = await newHandle();
  await send(Handle, { Status: 'FAILURE', UniqueId: 'job', Reason: 'it failed' });
  await expect(wait({ Handle, Timeout: '60' })).rejects.toThrow(
    "WaitCondition received failed message: 'it failed' for uniqueId: job",
  );
});

test.each<[string, JsonObject]>([
  ['it has no UniqueId', { Status: 'SUCCESS' }],
  ['its Status is undefined, neither SUCCESS nor FAILURE', { UniqueId: 'job' }],
  ['its Status is "DONE", neither SUCCESS nor FAILURE', { UniqueId: 'job', Status: 'DONE' }],
])('ignores a signal because %s', async (ignored, signal) => {
  const Handle = await newHandle();
  await send(Handle, signal);
  expect(responses.answers.at(-1)).toMatchObject({ ignored });
  await expect(clock.until(wait({ Handle, Timeout: '1' }))).rejects.toThrow('Received 0 conditions');
});

test('a handle expires a second before its day is over', async () => {
  const Handle = await newHandle();
  await clock.advance(86_399_000);
  expect(await send(Handle, { Status: 'SUCCESS', UniqueId: 'a' })).toBe(200);
  await clock.advance(1);
  expect(await send(Handle, { Status: 'FAILURE', UniqueId: 'b' })).toBe(403);
  expect(await wait({ Handle, Timeout: '60' })).toEqual({ Data: '{"a":""}' });
});

test('no condition waits for more than 12 hours', async () => {
  await expect(wait({ Handle: await newHandle(), Timeout: '43201' })).rejects.toThrow(
    "Value '43201' for Timeout is not between 0 and 43200.",
  );
});

test('is cancelled at once', async () => {
  const cancellation = new AbortController();
  const waiting = wait({ Handle: await newHandle(), Timeout: '43200' }, cancellation.signal);
  cancellation.abort();
  await expect(waiting).rejects.toThrow('Resource creation cancelled');
  await expect(wait({ Handle: await newHandle(), Timeout: '43200' }, cancellation.signal)).rejects.toThrow('cancelled');
});

describe('in a stack', () => {
  /** Signals, if it is told to, and answers. */
  const handler = `
    exports.handler = async (event) => {
      const { WaitHandle, Signal } = event.ResourceProperties;
      const put = (url, body) => fetch(url, { method: 'PUT', headers: { 'content-type': '' }, body: JSON.stringify(body) });
      if (Signal && event.RequestType === 'Create') await put(WaitHandle, JSON.parse(Signal));
      await put(event.ResponseURL, { Status: 'SUCCESS', PhysicalResourceId: 'id-' + event.LogicalResourceId,
        StackId: event.StackId, RequestId: event.RequestId, LogicalResourceId: event.LogicalResourceId });
    };`;
  const rehearsal = new Rehearsal();
  afterAll(async () => rehearsal.close());

  /** A job and the watches that wait for it, each with a handle and a condition. */
  function app(...watches: (JsonObject | undefined)[]): string {
    const resources = watches.map((signal, index): JsonObject => {
      const [handle, watch, condition] = ['Handle', 'Watch', 'Waiting'].map((name) => `${name}${index}`);
      const WaitHandle = { Ref: handle };
      const properties = {
        ServiceToken: FUNCTION_ARN,
        Kind: 'k',
        StateMachineArn: 'arn',
        Job: { Ref: 'Job' },
        WaitHandle,
      };
      return {
        [handle]: {
          Type: 'AWS::CloudFormation::WaitConditionHandle',
          DependsOn: index === 0 ? 'Job' : `Waiting${index - 1}`,
        },
        [watch]: {
          Type: 'Custom::BedrockModelInvocationJobWatch',
          Properties: { ...properties, ...(signal && { Signal: JSON.stringify(signal) }) },
        },
        [condition]: {
          Type: 'AWS::CloudFormation::WaitCondition',
          Properties: { Handle: WaitHandle, Timeout: '43200' },
          DependsOn: watch,
        },
      };
    });
    return writeApp(Object.assign({ ...handlerResources(handler), Job: job() }, ...resources) as JsonObject);
  }

  test('one watch takes over from the other, on behalf of the job', async () => {
    const success = { Status: 'SUCCESS', UniqueId: 'job' };
    const { stacks } = await rehearsal.deploy(app(success, success));
    expect(stacks.App.status).toBe('CREATE_COMPLETE');
    const created = stacks.App.events
      .filter(({ status }) => status === 'CREATE_COMPLETE')
      .map((event) => event.logicalId);
    expect(created.slice(1, -1)).toEqual(['Job', 'Handle0', 'Watch0', 'Waiting0', 'Handle1', 'Watch1', 'Waiting1']);
    expect(rehearsal.invocations.map(({ origin }) => origin.logicalId)).toEqual(['Job', 'Job', 'Job']);
    await rehearsal.destroy(app());
  });

  test('a stack that waits can be deleted at once', async () => {
    let destroyed: Promise<RehearsalResult> | undefined;
    const begin = rehearsal.elapsedMs;
    rehearsal.at(begin / 1000 + 5 * 3600, () => (destroyed = rehearsal.destroy(app())));
    await rehearsal.deploy(app(undefined));
    const { ok, stacks } = (await destroyed)!;
    expect(ok).toBe(true);
    expect(stacks.App.events.filter(({ status }) => status === 'CREATE_FAILED')).toMatchObject([
      { logicalId: 'Waiting0', reason: 'Resource creation cancelled' },
    ]);
    expect(rehearsal.elapsedMs - begin).toBeLessThan(5 * 3_600_000 + 60_000);
  });
});
