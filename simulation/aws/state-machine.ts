/** Which attempts at a task are made after an error. */
export interface Retrier {
  readonly ErrorEquals: readonly string[];
  readonly IntervalSeconds: number;
  readonly BackoffRate: number;
  readonly MaxDelaySeconds: number;
  readonly MaxAttempts: number;
  readonly JitterStrategy?: 'FULL' | 'NONE';
}

interface TaskState {
  readonly Type: 'Task';
  readonly Resource: string;
  readonly TimeoutSeconds?: number;
  readonly Parameters?: { readonly [member: string]: string };
  readonly Retry?: readonly Retrier[];
  readonly Catch?: readonly {
    readonly ErrorEquals: readonly string[];
    readonly ResultPath?: string;
    readonly Next: string;
  }[];
  readonly Next: string;
}

interface ChoiceState {
  readonly Type: 'Choice';
  readonly Choices: readonly {
    readonly Variable: string;
    readonly BooleanEquals?: boolean;
    readonly TimestampLessThanPath?: string;
    readonly Next: string;
  }[];
  readonly Default: string;
}

interface WaitState {
  readonly Type: 'Wait';
  readonly Seconds?: number;
  readonly SecondsPath?: string;
  readonly Next: string;
}

interface PassState {
  readonly Type: 'Pass';
  readonly Next: string;
}

interface SucceedState {
  readonly Type: 'Succeed';
}

interface FailState {
  readonly Type: 'Fail';
  readonly Error: string;
  readonly Cause: string;
}

/** A state of the Amazon States Language, as far as the engine's state machine may use it. */
export type State = TaskState | ChoiceState | WaitState | PassState | SucceedState | FailState;

/** A definition in the Amazon States Language. */
export interface Definition {
  readonly StartAt: string;
  readonly States: { readonly [name: string]: State };
}

/** The members of each type of state that are interpreted: any other would be passed over in silence. */
const MEMBERS: { readonly [type in State['Type']]: readonly string[] } = {
  Task: ['Resource', 'TimeoutSeconds', 'Parameters', 'Retry', 'Catch', 'Next'],
  Choice: ['Choices', 'Default'],
  Wait: ['Seconds', 'SecondsPath', 'Next'],
  Pass: ['Next'],
  Succeed: [],
  Fail: ['Error', 'Cause'],
};
const RETRIER_MEMBERS = [
  'ErrorEquals',
  'IntervalSeconds',
  'BackoffRate',
  'MaxDelaySeconds',
  'MaxAttempts',
  'JitterStrategy',
];

/** Reads a definition; throws where it says something that is not interpreted. */
export function readDefinition(definition: object): Definition {
  const { StartAt, States } = definition as Definition;
  for (const [name, state] of Object.entries(States)) {
    const known = MEMBERS[state.Type] as readonly string[] | undefined;
    if (!known) throw new Error(`State '${name}': states of type ${state.Type} are not interpreted`);
    requireKnown(`State '${name}'`, state, ['Type', 'Comment', ...known]);
    if (state.Type !== 'Task') continue;
    for (const retrier of state.Retry ?? []) requireKnown(`State '${name}': Retry`, retrier, RETRIER_MEMBERS);
    for (const { ErrorEquals } of [...(state.Retry ?? []), ...(state.Catch ?? [])]) {
      if (ErrorEquals.join() !== 'States.ALL') throw new Error(`State '${name}': only States.ALL is interpreted`);
    }
  }
  return { StartAt, States };
}

function requireKnown(where: string, value: object, known: readonly string[]): void {
  const unknown = Object.keys(value).filter((member) => !known.includes(member));
  if (unknown.length > 0) throw new Error(`${where}: ${unknown.join(', ')} is not interpreted`);
}
