import { VirtualClock } from '../../../rehearsal/clock';
import type { JsonObject, JsonValue } from '../../../rehearsal/json-value';
import type { InvocationOutcome } from '../../../rehearsal/lambda/invocation';
import { Execution as RehearsedExecution } from '../../../rehearsal/step-functions/execution';
import { loadInterpreter } from '../../../rehearsal/step-functions/interpreter';
import { Execution, type TaskOutcome } from '../../../simulation/aws/execution';
import { readDefinition, type Retrier } from '../../../simulation/aws/state-machine';
import { Scheduler, START } from '../../../simulation/scheduler';
import { tickLoop } from '../../../src/tick-loop';

/** The engine's definition. Its jitter is chance, which two interpreters cannot have alike. */
const DEFINITION = withoutJitter(tickLoop('arn:aws:lambda:us-east-1:111122223333:function:f'));

/** What the function does, call by call; the last for all that follow. */
type Script = readonly ('fails' | 'hangs' | JsonObject)[];

/** What can be seen of an execution from outside: when its function is called with what, and how it ends. */
interface Course {
  readonly calls: { readonly at: number; readonly input: JsonValue }[];
  readonly status: string;
  readonly endedAt: number;
}

const tick = (more: JsonObject = {}): JsonObject => ({
  giveUpAt: new Date(START + 200_000).toISOString(),
  done: false,
  waitSeconds: 7,
  ...more,
});
const ERROR = { errorType: 'Error', errorMessage: 'no', trace: [] };
const HANGS_SECONDS = 120;

test.each<[string, Script]>([
  ['ends when the function says so', [tick({ done: true })]],
  [
    'waits for as long as the function says',
    [tick(), tick({ waitSeconds: 0 }), tick({ waitSeconds: 90 }), tick({ done: true })],
  ],
  ['tries again after an error', ['fails', 'fails', tick(), 'fails', tick({ done: true })]],
  ['tries again for as long as there is time', [...Array<'fails'>(9).fill('fails'), tick({ done: true })]],
  ['gives up when there is no time left, and says so', [...Array<'fails'>(14).fill('fails'), 'fails', { done: true }]],
  ['fails where nothing helps', ['fails']],
  ['waits for a function that hangs', ['hangs', tick(), 'hangs', tick({ done: true })]],
])('an execution %s, as it does in a rehearsal', async (_, script) => {
  const input = tick({ waitSeconds: 0 });
  expect(await simulated(input, script)).toEqual(await rehearsed(input, script));
});

test('jitter is a share of the delay', async () => {
  const definition = readDefinition(tickLoop('arn:function'));
  const scheduler = new Scheduler();
  const calls: number[] = [];
  const context = {
    scheduler,
    random: () => 0.25,
    invoke: (_execution: Execution, _input: unknown, ended: (outcome: TaskOutcome) => void) => {
      calls.push((scheduler.now - START) / 1000);
      ended(calls.length < 4 ? { error: { Error: 'E', Cause: '' } } : { result: { done: true } });
    },
  };
  new Execution('name', JSON.stringify(tick()), definition, context).start();
  await scheduler.run();

  expect(calls).toEqual([0, 0.5, 1.5, 3.5]);
});

test('an execution that is ended goes no further, whatever its function does', async () => {
  const scheduler = new Scheduler();
  let ended: (outcome: TaskOutcome) => void = () => undefined;
  let calls = 0;
  const context = {
    scheduler,
    random: () => 0.5,
    invoke: (_execution: Execution, _input: unknown, end: typeof ended) => {
      calls++;
      ended = end;
    },
  };
  const execution = new Execution('name', JSON.stringify(tick()), readDefinition(DEFINITION), context);
  execution.start();
  execution.abort();
  ended({ result: tick() });
  await scheduler.run();

  expect([execution.status, calls, execution.stoppedAt]).toEqual(['ABORTED', 1, START]);
});

async function simulated(input: JsonObject, script: Script): Promise<Course> {
  const scheduler = new Scheduler();
  const calls: Course['calls'] = [];
  const execution = new Execution('name', JSON.stringify(input), readDefinition(DEFINITION), {
    scheduler,
    random: () => 0.5,
    invoke: (_, given, ended) => {
      calls.push({ at: scheduler.now - START, input: given as JsonValue });
      const step = script[Math.min(calls.length, script.length) - 1];
      const error = (name: string, cause: string) => ended({ error: { Error: name, Cause: cause } });
      if (step === 'fails') error(ERROR.errorType, JSON.stringify(ERROR));
      else if (step === 'hangs') scheduler.after(HANGS_SECONDS, 'time-out', () => error('Sandbox.Timedout', TIMEOUT));
      else ended({ result: step });
    },
  });
  execution.start();
  await scheduler.run();
  return { calls, status: execution.status, endedAt: execution.stoppedAt - START };
}

const TIMEOUT = JSON.stringify({ errorType: 'Sandbox.Timedout', errorMessage: 'late' });

async function rehearsed(input: JsonObject, script: Script): Promise<Course> {
  const clock = new VirtualClock({ startTime: START });
  const calls: Course['calls'] = [];
  const invoke = async (given: JsonValue): Promise<InvocationOutcome> => {
    calls.push({ at: clock.now() - START, input: given });
    const step = script[Math.min(calls.length, script.length) - 1];
    if (step === 'fails') return { kind: 'error', error: ERROR };
    if (step !== 'hangs') return { kind: 'result', result: step };
    await clock.sleep(HANGS_SECONDS * 1000);
    return { kind: 'timeout', message: 'late' };
  };
  const execution = new RehearsedExecution(
    {
      arn: 'arn:aws:states:us-east-1:111122223333:execution:machine:name',
      name: 'name',
      input,
      inputText: JSON.stringify(input),
      stateMachine: {
        arn: 'arn:aws:states:us-east-1:111122223333:stateMachine:machine',
        roleArn: 'arn:aws:iam::111122223333:role/states',
        definition: DEFINITION as unknown as JsonObject,
      },
      origin: { stackName: '', stackPath: '', logicalId: '', path: '' },
      startedAt: START,
    },
    { clock, interpreter: await loadInterpreter(clock), invoke: async (_arn, given) => invoke(given) },
  );
  execution.start();
  await clock.until(execution.ended);
  return { calls, status: execution.status, endedAt: execution.stoppedAt! - START };
}

function withoutJitter(definition: object): object {
  return JSON.parse(JSON.stringify(definition), (member, value: unknown) =>
    member === 'Retry' ? (value as Retrier[]).map(({ JitterStrategy: _, ...retrier }) => retrier) : value,
  ) as object;
}
