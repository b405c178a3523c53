import { VirtualClock, type VirtualTimer } from '../../rehearsal/clock';
import { readDefinition } from '../../state-machine/read-definition';
import {
  type RunError,
  type RunStatus,
  StateMachineRun,
  type TaskOutcome,
} from '../../state-machine/state-machine-run';

export const START = Date.UTC(2026, 0, 1);
export const FUNCTION = 'arn:aws:lambda:us-east-1:111122223333:function:f';

/** What a task does when it is called for the nth time: in how many seconds, and with what end. */
export interface Turn {
  readonly seconds?: number;
  readonly outcome: TaskOutcome;
}

/** What can be seen of a run from outside. */
export interface Course {
  /** When its task was called with what, in seconds since the start. */
  readonly calls: readonly { readonly at: number; readonly input: unknown }[];
  readonly status: RunStatus;
  readonly endedAt: number;
  readonly output?: unknown;
  readonly error?: RunError;
}

/** Plays a state machine to its end, in virtual time. */
export async function played(
  definition: object,
  input: unknown,
  turnOf: (call: number) => Turn,
): Promise<Course & { readonly run: StateMachineRun<VirtualTimer> }> {
  const clock = new VirtualClock({ startTime: START });
  const calls: { at: number; input: unknown }[] = [];
  const secondsNow = () => (clock.now() - START) / 1000;
  let end!: () => void;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const run = new StateMachineRun<VirtualTimer>(
    {
      name: 'the-name',
      arn: 'arn:aws:states:us-east-1:111122223333:execution:machine:the-name',
      roleArn: 'arn:aws:iam::111122223333:role/states',
      stateMachineArn: 'arn:aws:states:us-east-1:111122223333:stateMachine:machine',
    },
    readDefinition(definition),
    {
      clock: {
        now: () => clock.now(),
        after: (seconds, _, happen) => clock.setTimeout(happen, seconds * 1000),
        cancel: clock.clearTimeout,
      },
      random: () => 0.25,
      invoke: (_, given, finished) => {
        calls.push({ at: secondsNow(), input: given });
        const { seconds = 0, outcome } = turnOf(calls.length);
        clock.setTimeout(() => finished(outcome), seconds * 1000);
      },
      onEnd: end,
    },
  );
  run.start(input);
  await clock.until(ended);
  const { status, output, error } = run;
  return { calls, status, endedAt: secondsNow(), output, error, run };
}

export const result = (value: unknown): Turn => ({ outcome: { result: value } });
export const failure = (name: string): Turn => ({ outcome: { error: { Error: name, Cause: 'it is so' } } });
export const task = (more: object): object => ({ Type: 'Task', Resource: FUNCTION, ...more });

/** A definition that begins with its first state. */
export function machine(states: { readonly [name: string]: object }): object {
  return { StartAt: Object.keys(states)[0], States: states };
}
