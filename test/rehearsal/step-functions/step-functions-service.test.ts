import { VirtualClock } from '../../../rehearsal/clock';
import type { ApiCall } from '../../../rehearsal/emulated-api/api-call';
import type { JsonObject, JsonValue } from '../../../rehearsal/json-value';
import { readStateMachine, StepFunctionsService } from '../../../rehearsal/step-functions/step-functions-service';

const ARN = 'arn:aws:states:us-east-1:111122223333:stateMachine:machine';
const clock = new VirtualClock({ startTime: Date.UTC(2026, 0, 1) });
let service: StepFunctionsService;

beforeEach(() => {
  service = new StepFunctionsService({ clock, perform: async () => ({ result: {} }) });
  const states = { Wait: { Type: 'Wait', Seconds: 60, End: true } };
  service.define(readStateMachine(ARN, { DefinitionString: JSON.stringify({ StartAt: 'Wait', States: states }) }));
});

function call(operation: string, input: JsonObject): JsonValue {
  const request: ApiCall = { service: 'states', operation, input, at: clock.now(), caller: undefined, roleArn: '' };
  return service.handle(request);
}

const start = (more: JsonObject = {}): JsonValue =>
  call('StartExecution', { stateMachineArn: ARN, name: 'name', input: '{"a":1}', ...more });

test('starts an execution', async () => {
  const executionArn = 'arn:aws:states:us-east-1:111122223333:execution:machine:name';
  expect(start()).toEqual({ executionArn, startDate: clock.now() / 1000 });
  expect(call('DescribeExecution', { executionArn })).toMatchObject({ status: 'RUNNING', input: '{"a":1}' });
  await clock.advance(60_000);
  expect(call('DescribeExecution', { executionArn })).toMatchObject({ status: 'SUCCEEDED', output: '{"a":1}' });
});

test('starting a running execution again with the same input is the same execution', () => {
  expect(start()).toEqual(start());
  expect(service.executions).toHaveLength(1);
});

test('fails when the name is taken with another input, or by an execution that has ended', async () => {
  start();
  const message = "Execution Already Exists: 'arn:aws:states:us-east-1:111122223333:execution:machine:name'";
  expect(() => start({ input: '{}' })).toThrow(message);
  await clock.advance(60_000);
  expect(() => start()).toThrow(message);
});

test('an execution can be stopped', async () => {
  start();
  const [{ arn }] = service.executions;
  call('StopExecution', { executionArn: arn });
  await clock.advance(1000);
  expect(service.executions[0].status).toBe('ABORTED');
});

test('lists executions page by page, the newest first', async () => {
  const list = (more: JsonObject = {}) => call('ListExecutions', { stateMachineArn: ARN, ...more }) as JsonObject;
  const namesIn = ({ executions }: JsonObject) => (executions as JsonObject[]).map(({ name }) => name);
  ['a', 'b', 'c'].forEach((name) => start({ name }));
  const first = list({ statusFilter: 'RUNNING', maxResults: 2 });
  expect(namesIn(first)).toEqual(['c', 'b']);
  const second = list({ statusFilter: 'RUNNING', maxResults: 2, nextToken: first.nextToken });
  expect(namesIn(second)).toEqual(['a']);
  expect(second).not.toHaveProperty('nextToken');
  await clock.advance(60_000);
  expect(namesIn(list({ statusFilter: 'RUNNING' }))).toEqual([]);
  expect(namesIn(list())).toEqual(['c', 'b', 'a']);
});

test('an execution ends with its state machine', async () => {
  start();
  service.remove(ARN);
  await service.executions[0].ended;
  expect(service.executions[0].status).toBe('ABORTED');
});

test('describes why an execution has failed', async () => {
  const states = { Fail: { Type: 'Fail', Error: 'No', Cause: 'it is so' } };
  service.define(readStateMachine(ARN, { DefinitionString: JSON.stringify({ StartAt: 'Fail', States: states }) }));
  start();
  const [{ arn, ended }] = service.executions;
  await ended;
  expect(call('DescribeExecution', { executionArn: arn })).toEqual({
    executionArn: arn,
    stateMachineArn: ARN,
    name: 'name',
    status: 'FAILED',
    startDate: clock.now() / 1000,
    stopDate: clock.now() / 1000,
    input: '{"a":1}',
    inputDetails: { included: true },
    error: 'No',
    cause: 'it is so',
  });
});

test.each<[JsonObject, string]>([
  [{ stateMachineArn: 'arn:other' }, "State Machine Does Not Exist: 'arn:other'"],
  [{ name: 'n'.repeat(81) }, `Invalid Name: '${'n'.repeat(81)}'`],
  [{ name: 'with space' }, "Invalid Name: 'with space'"],
  [{ input: '{' }, "Invalid State Machine Execution Input: '{'"],
])('fails on %j', (input, message) => {
  expect(() => start(input)).toThrow(message);
});

test('a state machine of the app that nobody starts may say whatever it likes', () => {
  const states = { Map: { Type: 'Map', End: true } };
  service.define(readStateMachine(ARN, { DefinitionString: JSON.stringify({ StartAt: 'Map', States: states }) }));
  expect(() => start()).toThrow(
    `The rehearsal does not interpret ${ARN}: State 'Map': states of type Map are not interpreted`,
  );
});
