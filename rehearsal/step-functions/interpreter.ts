import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';
import { dateClass, type VirtualClock } from '../clock';
import type { JsonObject, JsonValue } from '../json-value';
import { programPath } from '../program-path';
import { seededRandom } from '../seeded-random';

/** An event of the interpreter, as far as it is counted. */
export interface InterpreterEvent {
  readonly type: string;
  readonly state?: { readonly name: string; readonly type: string };
}

export interface RunOptions {
  readonly context: object;
  readonly overrides: {
    readonly taskResourceLocalHandlers: Record<string, (input: JsonValue) => Promise<JsonValue>>;
  };
}

/** A run of a state machine. */
export interface InterpreterRun {
  readonly result: Promise<JsonValue>;
  readonly eventLogs: AsyncIterable<InterpreterEvent>;
  abort(): void;
}

/** The interpreter's class of state machines. */
export type StateMachineClass = new (
  definition: JsonObject,
  options?: object,
) => { run(input: JsonValue, options: RunOptions): InterpreterRun };

/** What the interpreter's code finds instead of the globals. */
const GLOBALS = ['setTimeout', 'clearTimeout', 'Date', 'Math', 'Promise'];

/** Loads the interpreter so that it lives in virtual time and cannot reach AWS. */
export async function loadInterpreter(clock: VirtualClock): Promise<StateMachineClass> {
  const path = programPath('step-functions/asl-interpreter');
  const compiled = compileFunction(
    readFileSync(path, 'utf8'),
    ['exports', 'require', 'module', '__filename', '__dirname', ...GLOBALS],
    { filename: path },
  ) as (...parameters: unknown[]) => void;
  const module = { exports: {} as { loadStateMachine(): Promise<StateMachineClass> } };
  const realRequire = createRequire(path);
  const requireWithoutAws = (id: string): unknown => (id.startsWith('@aws-sdk/') ? {} : realRequire(id));
  compiled(
    module.exports,
    requireWithoutAws,
    module,
    path,
    '.',
    clock.setTimeout,
    clock.clearTimeout,
    dateClass(() => clock.now()),
    seededMath(),
    PromiseWithResolvers,
  );
  return module.exports.loadStateMachine();
}

/** `Promise` as of Node.js 22. */
class PromiseWithResolvers<T> extends Promise<T> {
  public static withResolvers<T>(): PromiseWithResolversResult<T> {
    let resolve!: (value: T | PromiseLike<T>) => void;
    let reject!: (reason?: unknown) => void;
    const promise = new Promise<T>((accept, refuse) => {
      resolve = accept;
      reject = refuse;
    });
    return { promise, resolve, reject };
  }
}

interface PromiseWithResolversResult<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T | PromiseLike<T>) => void;
  readonly reject: (reason?: unknown) => void;
}

/** `Math` whose random numbers, and so the jitter of retries, are the same in every rehearsal. */
function seededMath(): Math {
  return Object.create(Math, { random: { value: seededRandom('jitter') } }) as Math;
}
