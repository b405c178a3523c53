/**
 * Runs in the function's own process, as Lambda's runtime does: sets the clock, loads the handler on the first
 * invocation and answers one invocation after the other. While the handler waits for nothing but a timer, the process
 * that has started this one lets time pass.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FunctionError, InvokeMessage, RuntimeMessage, ToRuntimeMessage } from './runtime-messages';
import { StandingClock } from './standing-clock';
import { VirtualTimers } from './virtual-timers';
import { dateClass } from '../clock';
import type { JsonValue } from '../json-value';
import { seededRandom } from '../seeded-random';

/** How often it is looked whether the handler is at rest, in real time: rest is found late on a slow machine, not falsely. */
const LOOK_MS = 10;

type Handler = (event: JsonValue, context: object) => Promise<JsonValue | undefined>;

const clock = new StandingClock(Date.now());
const timers = new VirtualTimers(clock.now);
const realSetTimeout = setTimeout;
let handler: Handler | undefined;
/** Counts the invocations and rests, so that a look for one that is over ends. */
let turn = 0;

globalThis.Date = dateClass(clock.now);
Object.assign(globalThis, { setTimeout: timers.setTimeout, clearTimeout: timers.clearTimeout });
captureOutput(process.stdout);
captureOutput(process.stderr);
/** What is active when no handler is at work: the channel to the other process. */
let activeAtRest: number | undefined;

process.on('message', (message: ToRuntimeMessage) => {
  if (message.kind === 'invoke') void invoke(message);
  else wake(message.now);
});
process.on('disconnect', () => process.exit(0));

function wake(now: number): void {
  clock.set(now);
  timers.fireDue();
  lookForRest(++turn);
}

/** Says when the handler is at rest: it waits for no answer, so that nothing happens until time passes. */
function lookForRest(current: number): void {
  const look = (): void => {
    if (current !== turn) return;
    if (isActive()) return again();
    // whatever has just been settled gets its turn
    setImmediate(() => {
      if (current !== turn) return;
      if (isActive()) return again();
      send({ kind: 'rest', until: timers.nextDue ?? null });
    });
  };
  const again = (): void => void realSetTimeout(look, LOOK_MS).unref();
  again();
}

/** Whether a connection, a file or the like is in use. */
function isActive(): boolean {
  return activeResources() > (activeAtRest ?? 0);
}

function activeResources(): number {
  return process.getActiveResourcesInfo().filter((resource) => resource !== 'Immediate').length;
}

async function invoke(message: InvokeMessage): Promise<void> {
  activeAtRest ??= activeResources();
  clock.set(message.now);
  Math.random = seededRandom(message.seed);
  lookForRest(++turn);
  try {
    handler ??= loadHandler(process.env.LAMBDA_TASK_ROOT ?? '.', process.env._HANDLER ?? 'index.handler');
    const result = await handler(message.event, lambdaContext(message));
    conclude({ kind: 'result', result: result ?? null });
  } catch (error) {
    conclude({ kind: 'error', error: functionError(error) });
  }
}

function conclude(outcome: RuntimeMessage): void {
  turn++;
  send(outcome);
}

function loadHandler(folder: string, name: string): Handler {
  const dot = name.lastIndexOf('.');
  const base = join(folder, name.slice(0, dot));
  const file = ['.js', '.cjs'].map((extension) => base + extension).find((path) => existsSync(path));
  if (!file) throw named('Runtime.ImportModuleError', `Cannot find module '${name.slice(0, dot)}' in ${folder}`);
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the bundle of somebody else, known only now
  const exported = (require(file) as Record<string, unknown>)[name.slice(dot + 1)];
  if (typeof exported !== 'function') {
    throw named('Runtime.HandlerNotFound', `${name} is undefined or not exported`);
  }
  return exported as Handler;
}

function lambdaContext(message: InvokeMessage): object {
  const end = message.now + message.timeoutMs;
  return {
    awsRequestId: message.awsRequestId,
    functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: '$LATEST',
    invokedFunctionArn: message.functionArn,
    logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
    memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => end - Date.now(),
  };
}

function functionError(error: unknown): FunctionError {
  const thrown = error instanceof Error ? error : named('Error', String(error));
  return {
    errorType: thrown.name,
    errorMessage: thrown.message,
    trace: (thrown.stack ?? '').split('\n'),
  };
}

function named(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}

function captureOutput(stream: NodeJS.WriteStream): void {
  stream.write = (chunk: Uint8Array | string): boolean => {
    send({ kind: 'log', text: typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8') });
    return true;
  };
}

function send(message: RuntimeMessage): void {
  process.send?.(message);
}
