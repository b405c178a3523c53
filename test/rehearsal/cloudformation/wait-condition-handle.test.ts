import { VirtualClock } from '../../../rehearsal/clock';
import type { ResourceRequest } from '../../../rehearsal/cloudformation/resource-provider';
import { ResponseEndpoint } from '../../../rehearsal/cloudformation/response-endpoint';
import {
  HandleSignals,
  WaitConditionHandleProvider,
  waitForHandle,
} from '../../../rehearsal/cloudformation/wait-condition-handle';
import { FaultPlan } from '../../../rehearsal/emulated-api/fault';
import type { JsonObject } from '../../../rehearsal/json-value';

const clock = new VirtualClock({ startTime: Date.UTC(2026, 0, 1) });
const responses = new ResponseEndpoint(clock, new FaultPlan());
const signals = new HandleSignals(responses);
const handles = new WaitConditionHandleProvider(signals);

beforeAll(async () => responses.start());
afterAll(async () => responses.close());

async function wait(properties: JsonObject, signal = new AbortController().signal): Promise<JsonObject> {
  return waitForHandle({ properties, signal } as ResourceRequest, { clock, signals, isWaitedFor: true });
}

async function send(handle: string, signal: JsonObject): Promise<number> {
  const headers = { 'content-type': '' };
  return (await fetch(handle, { method: 'PUT', headers, body: JSON.stringify(signal) })).status;
}

const newHandle = async (): Promise<string> => (await handles.create()).physicalId;

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

test('a condition without a handle has nothing to wait for', async () => {
  await expect(wait({ Timeout: '60' })).rejects.toThrow('Property Handle cannot be empty.');
});
