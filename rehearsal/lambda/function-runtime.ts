/**
 * Runs in the function's own process, as Lambda's runtime does: sets the clock, loads the handler on the first
 * invocation and answers one invocation after the other.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FunctionError, InvokeMessage, RuntimeMessage } from './runtime-messages';
import { dateClass } from '../clock';
import type { JsonValue } from '../json-value';
import { seededRandom } from '../seeded-random';

/** How much real time an invocation may take before its clock follows. */
const STANDSTILL_MS = 5000;

type Handler = (event: JsonValue, context: object) => Promise<JsonValue | undefined>;

let virtualStart = Date.now();
let realStart = performance.now();
let handler: Handler | undefined;

globalThis.Date = dateClass(virtualNow);
captureOutput(process.stdout);
captureOutput(process.stderr);

process.on('message', (message: InvokeMessage) => void invoke(message));
process.on('disconnect', () => process.exit(0));

/** Stands still, so that every rehearsal goes the same way; but code that waits for it to move does not wait forever. */
function virtualNow(): number {
  const overdue = performance.now() - realStart - STANDSTILL_MS;
  return Math.floor(virtualStart + Math.max(0, overdue));
}

async function invoke(message: InvokeMessage): Promise<void> {
  virtualStart = message.now;
  realStart = performance.now();
  Math.random = seededRandom(message.seed);
  try {
    handler ??= loadHandler(process.env.LAMBDA_TASK_ROOT ?? '.', process.env._HANDLER ?? 'index.handler');
    const result = await handler(message.event, lambdaContext(message));
    send({ kind: 'result', result: result ?? null });
  } catch (error) {
    send({ kind: 'error', error: functionError(error) });
  }
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
