import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';
import { buildSync } from 'esbuild';
import { type Course, START, type Turn } from './played-machine';
import { dateClass, VirtualClock } from '../../rehearsal/clock';

/** A run of the peer, as far as it is used. */
interface PeerRun {
  readonly result: Promise<unknown>;
}

type PeerMachine = new (definition: object, options: object) => { run(input: unknown, options: object): PeerRun };

/** What the peer's code finds instead of the globals, so that it lives in virtual time. */
const GLOBALS = ['setTimeout', 'clearTimeout', 'Date', 'Math', 'Promise'];

let bundle: string | undefined;

/** Plays a state machine with the package aws-local-stepfunctions, of other authors. */
export async function playedByPeer(
  definition: object,
  input: unknown,
  turnOf: (call: number) => Turn,
): Promise<Course> {
  const clock = new VirtualClock({ startTime: START });
  const secondsNow = () => (clock.now() - START) / 1000;
  const calls: { at: number; input: unknown }[] = [];
  const work = async (given: unknown): Promise<unknown> => {
    calls.push({ at: secondsNow(), input: given });
    const { seconds = 0, outcome } = turnOf(calls.length);
    await clock.sleep(seconds * 1000);
    if ('result' in outcome) return outcome.result;
    throw Object.assign(new Error(outcome.error.Cause), { name: outcome.error.Error });
  };
  const { States } = definition as { readonly States: { readonly [name: string]: { readonly Type: string } } };
  const tasks = Object.keys(States).filter((name) => States[name].Type === 'Task');
  const taskResourceLocalHandlers = Object.fromEntries(tasks.map((name) => [name, work]));
  const Peer = loadPeer(clock);
  const { context, watched } = contextOf(definition, () => clock.now());
  const run = new Peer(watched, { validationOptions: { noValidate: true } }).run(input, {
    context,
    overrides: { taskResourceLocalHandlers },
  });
  const end = await clock.until(
    run.result.then(
      (output) => ({ status: 'SUCCEEDED' as const, output, error: undefined }),
      (error: Error) => ({ status: 'FAILED' as const, output: undefined, error: errorOf(error) }),
    ),
  );
  return { calls, endedAt: secondsNow(), ...end };
}

/** The peer does not say when a state was entered; but it looks a state up exactly then. */
function contextOf(definition: object, now: () => number): { readonly context: object; readonly watched: object } {
  const context = { State: { Name: '', EnteredTime: '' } };
  const { States } = definition as { readonly States: object };
  const get = (states: object, name: string | symbol): unknown => {
    if (typeof name === 'string' && Object.hasOwn(states, name)) {
      Object.assign(context.State, { Name: name, EnteredTime: new Date(now()).toISOString() });
    }
    return Reflect.get(states, name);
  };
  return { context, watched: { ...definition, States: new Proxy(States, { get }) } };
}

function errorOf({ name, message, cause }: Error): { Error: string; Cause: string } {
  // its errors are of its own realm, so their class says nothing here
  const reason = (cause as Error | undefined) ?? { name, message };
  return { Error: reason.name, Cause: reason.message };
}

/** The peer is an ECMAScript module and knows the real time only: its bundle is run with a time of its own. */
function loadPeer(clock: VirtualClock): PeerMachine {
  bundle ??= buildSync({
    stdin: { contents: "export { StateMachine } from 'aws-local-stepfunctions';", resolveDir: __dirname },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    // the interpreter could call Lambda functions in AWS; without the SDK it cannot
    external: ['@aws-sdk/*'],
    write: false,
    logLevel: 'error',
  }).outputFiles[0].text;
  const realRequire = createRequire(__filename);
  const requireWithoutAws = (id: string): unknown => (id.startsWith('@aws-sdk/') ? {} : realRequire(id));
  const module = { exports: {} as { StateMachine: PeerMachine } };
  const compiled = compileFunction(bundle, ['exports', 'require', 'module', ...GLOBALS]) as (
    ...parameters: unknown[]
  ) => void;
  compiled(
    module.exports,
    requireWithoutAws,
    module,
    clock.setTimeout,
    clock.clearTimeout,
    dateClass(() => clock.now()),
    Math,
    PromiseWithResolvers,
  );
  return module.exports.StateMachine;
}

/** `Promise` as of Node.js 22, which the peer asks for. */
class PromiseWithResolvers<T> extends Promise<T> {
  public static withResolvers<T>(): object {
    let resolve!: (value: T | PromiseLike<T>) => void;
    let reject!: (reason?: unknown) => void;
    const promise = new Promise<T>((accept, refuse) => {
      resolve = accept;
      reject = refuse;
    });
    return { promise, resolve, reject };
  }
}
