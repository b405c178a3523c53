import type { Fault } from '../../../rehearsal/emulated-api/fault';
import { Rehearsal } from '../../../rehearsal/rehearsal';
import { ANSWERING_HANDLER, handlerResources, job, writeApp } from '../fixture-assembly';

let rehearsal: Rehearsal;
afterEach(async () => rehearsal.close());

async function deploy(code: string, faults: Fault[] = [], more = {}): Promise<boolean> {
  rehearsal = new Rehearsal({ faults });
  const resources = { ...handlerResources(code), Job: job({ ServiceTimeout: 600 }), ...more };
  return (await rehearsal.deploy(writeApp(resources))).ok;
}

/** Seconds between the invocations. */
function pauses(): number[] {
  const times = rehearsal.invocations.filter(isCreation).map(({ at }) => at);
  return times.slice(1).map((at, index) => Math.round((at - times[index]) / 1000));
}

function isCreation({ event }: { event: unknown }): boolean {
  return (event as { RequestType?: string }).RequestType === 'Create';
}

test('an event is delivered up to two more times, after 1 and 2 minutes, when the function throws', async () => {
  expect(await deploy("exports.handler = async () => { throw new TypeError('no'); };")).toBe(false);
  expect(pauses()).toEqual([60, 120]);
  expect(rehearsal.invocations[0].outcome).toMatchObject({
    kind: 'error',
    error: { errorType: 'TypeError', errorMessage: 'no' },
  });
});

test('a function that crashes once answers when the event comes again', async () => {
  expect(await deploy(ANSWERING_HANDLER, [{ invocation: 1, effect: 'crash' }])).toBe(true);
  expect(pauses()).toEqual([60]);
  expect(rehearsal.invocations[0].outcome?.kind).toBe('crash');
});

test('a process that ends is a crash', async () => {
  expect(await deploy('exports.handler = async () => process.exit(3);')).toBe(false);
  expect(rehearsal.invocations[0].outcome).toMatchObject({
    kind: 'crash',
    message: expect.stringContaining('Runtime exited with error: exit status 3'),
  });
});

test('an event invoke config limits the deliveries', async () => {
  const config = { FunctionName: { Ref: 'Handler' }, MaximumRetryAttempts: 0, Qualifier: '$LATEST' };
  const more = {
    Config: { Type: 'AWS::Lambda::EventInvokeConfig', Properties: config },
    Job: job({ ServiceTimeout: 600 }, { DependsOn: 'Config' }),
  };
  await deploy("exports.handler = async () => { throw new Error('no'); };", [], more);
  expect(pauses()).toEqual([]);
});

test('a throttled event is delivered until the function takes it', async () => {
  expect(await deploy(ANSWERING_HANDLER, [{ invocation: 1, times: 3, effect: 'throttle' }])).toBe(true);
  expect(pauses()).toEqual([1, 1, 1]);
});

test('an event can be delivered twice; only the first answer counts', async () => {
  expect(await deploy(ANSWERING_HANDLER, [{ invocation: 1, effect: 'duplicate' }])).toBe(true);
  await rehearsal.settle();
  expect(pauses()).toEqual([0]);
  expect(rehearsal.answers.map(({ ignored }) => ignored)).toEqual([
    undefined,
    expect.stringContaining('already answered'),
  ]);
});

test('CloudFormation can ask again with the same RequestId; only the answer at the new URL counts', async () => {
  rehearsal = new Rehearsal({ faults: [{ request: 1, effect: 'retry', after: 30 }] });
  const resources = { ...handlerResources(ANSWERING_HANDLER), Job: job({ Silent: 'Create', ServiceTimeout: 100 }) };
  await rehearsal.deploy(writeApp(resources));
  const [first, second] = rehearsal.invocations.map(({ event }) => event as { RequestId: string; ResponseURL: string });
  expect(pauses()).toEqual([30]);
  expect(second.RequestId).toBe(first.RequestId);
  expect(second.ResponseURL).not.toBe(first.ResponseURL);
});

test('a response URL can be unavailable', async () => {
  const retrying = ANSWERING_HANDLER.replace(
    'await fetch(event.ResponseURL',
    'const put = (url, options) => fetch(url, options).then((r) => (r.status === 200 ? r : put(url, options)));\n await put(event.ResponseURL',
  );
  expect(await deploy(retrying, [{ answer: 1, times: 2, effect: 'service-unavailable' }])).toBe(true);
  expect(rehearsal.answers.map(({ ignored }) => ignored)).toEqual([
    'the URL answered 503',
    'the URL answered 503',
    undefined,
  ]);
});

test("the function sees virtual time, its own environment and nothing of this process's", async () => {
  process.env.SECRET_OF_THE_TESTS = 'secret';
  const code = `
    exports.handler = async (event, context) => {
      console.log(JSON.stringify({ now: Date.now(), left: context.getRemainingTimeInMillis(), env: process.env }));
      const { StackId, RequestId, LogicalResourceId } = event;
      await fetch(event.ResponseURL, { method: 'PUT', headers: { 'content-type': '' }, body: JSON.stringify({ Status: 'SUCCESS', PhysicalResourceId: 'id', StackId, RequestId, LogicalResourceId }) });
    };`;
  const startTime = Date.UTC(2030, 5, 1);
  rehearsal = new Rehearsal({ startTime });
  const handler = handlerResources(code, { Environment: { Variables: { OWN: 'variable' } } });
  await rehearsal.deploy(writeApp({ ...handler, Job: job() }));
  const seen = JSON.parse(rehearsal.invocations[0].log[0]) as {
    now: number;
    left: number;
    env: Record<string, string>;
  };
  expect(seen.now - startTime).toBeGreaterThanOrEqual(7_000);
  expect(seen.now - startTime).toBeLessThan(20_000);
  expect(seen.left).toBeLessThanOrEqual(30_000);
  expect(seen.env).toMatchObject({
    OWN: 'variable',
    AWS_REGION: 'us-east-1',
    AWS_LAMBDA_FUNCTION_NAME: expect.stringMatching(/^App-Handler-/),
  });
  expect(seen.env.SECRET_OF_THE_TESTS).toBeUndefined();
  expect(seen.env.AWS_ENDPOINT_URL_SAGEMAKER).toMatch(/^http:\/\/127\.0\.0\.1:/);
  delete process.env.SECRET_OF_THE_TESTS;
});

test('a call to a service that is not emulated is answered with an error that says so', async () => {
  const code = `
    exports.handler = async () => {
      const headers = { 'x-amz-target': 'DynamoDB_20120810.GetItem', authorization: 'AWS4-HMAC-SHA256 Credential=A/20260101/us-east-1/dynamodb/aws4_request' };
      const response = await fetch(process.env.AWS_ENDPOINT_URL, { method: 'POST', headers, body: '{}' });
      console.log(await response.text());
    };`;
  await deploy(code);
  expect(rehearsal.invocations[0].log[0]).toContain(
    'The rehearsal does not emulate dynamodb: DynamoDB_20120810.GetItem.',
  );
  expect(rehearsal.notEmulatedCalls[0]).toBe('dynamodb: DynamoDB_20120810.GetItem');
});

test('a function that is not of the assembly fails the resource', async () => {
  rehearsal = new Rehearsal();
  const result = await rehearsal.deploy(
    writeApp({ Job: job({ ServiceToken: 'arn:aws:lambda:us-east-1:1:function:other' }) }),
  );
  expect(result.stacks.App.events.find(({ status }) => status === 'CREATE_FAILED')?.reason).toContain(
    'Function not found: arn:aws:lambda:us-east-1:1:function:other',
  );
});

test("the function's working directory is that of its code", async () => {
  await deploy('exports.handler = async () => console.log(process.cwd() === __dirname || process.cwd());');
  expect(rehearsal.invocations[0].log[0]).toBe('true');
});

test('a function that waits lets time pass, and others work meanwhile', async () => {
  const waiting = ANSWERING_HANDLER.replace(
    'await fetch(event.ResponseURL',
    "if (event.LogicalResourceId === 'Job') await new Promise((resolve) => setTimeout(resolve, 20_000));\n await fetch(event.ResponseURL",
  );
  rehearsal = new Rehearsal();
  const both = { ...handlerResources(waiting), Job: job({ ServiceTimeout: 600 }), Other: job({ ServiceTimeout: 600 }) };
  const { ok, stacks } = await rehearsal.deploy(writeApp(both));
  expect(ok).toBe(true);
  const at = (id: string) =>
    stacks.App.events.find(({ logicalId, status }) => logicalId === id && status === 'CREATE_COMPLETE')!.at;
  expect(at('Job') - at('Other')).toBe(20_000);
});

test('a function that waits for longer than it may is ended when its time is over, and its time has passed', async () => {
  const code = 'exports.handler = () => new Promise((resolve) => setTimeout(resolve, 3_600_000));';
  expect(await deploy(code)).toBe(false);
  expect(rehearsal.invocations[0].outcome).toMatchObject({ kind: 'timeout' });
  // the function's time-out of 30 seconds, and the pauses before it is tried again
  expect(pauses()).toEqual([90, 150]);
});

test('no process is begun for what is still waited for when the rehearsal is over', async () => {
  rehearsal = new Rehearsal();
  const code = 'exports.handler = async () => { for (;;) await fetch(process.env.AWS_ENDPOINT_URL).catch(() => 0); };';
  const jobs = Object.fromEntries(['A', 'B', 'C'].map((id) => [id, job({ ServiceTimeout: 600 })]));
  void rehearsal.deploy(writeApp({ ...handlerResources(code), ...jobs }));
  while (rehearsal.invocations.length < 3) await new Promise((resolve) => setImmediate(resolve));
  await rehearsal.close();
  await new Promise((resolve) => setImmediate(resolve));
  expect(rehearsal.invocations.map(({ outcome }) => outcome?.kind)).toEqual(['crash', 'missing', 'missing']);
});
