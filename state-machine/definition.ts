/** JSON objects that go from state to state. */
export type Json = { readonly [member: string]: unknown };

/** Which errors something is for: their names, or `States.ALL` and the like. */
interface ErrorMatcher {
  readonly ErrorEquals: readonly string[];
}

/** Which attempts at a task are made after an error. */
export interface Retrier extends ErrorMatcher {
  /** @default 1 */
  readonly IntervalSeconds?: number;
  /** @default 2 */
  readonly BackoffRate?: number;
  /** @default - no limit */
  readonly MaxDelaySeconds?: number;
  /** @default 3 */
  readonly MaxAttempts?: number;
  /** @default NONE */
  readonly JitterStrategy?: 'FULL' | 'NONE';
}

/** Where an error leads that no attempt is left for. */
export interface Catcher extends ErrorMatcher {
  /** Where the error goes in the input. @default - it takes the input's place */
  readonly ResultPath?: string;
  readonly Next: string;
}

/** What follows a state: another, or the end. */
interface Following {
  readonly Next?: string;
  readonly End?: true;
}

export interface TaskState extends Following {
  readonly Type: 'Task';
  readonly Resource: string;
  /** @default - as good as none */
  readonly TimeoutSeconds?: number;
  /** What the task is called with; members whose names end in `.$` hold paths. @default - the input */
  readonly Parameters?: Json;
  /** What of the result is kept, in the form of `Parameters`. @default - all of it */
  readonly ResultSelector?: Json;
  /** Where the result goes in the input; `null` drops it. @default - it takes the input's place */
  readonly ResultPath?: string | null;
  readonly Retry?: readonly Retrier[];
  readonly Catch?: readonly Catcher[];
}

/** A condition on a value of the input: exactly one comparison. */
export interface ChoiceRule {
  readonly Variable: string;
  readonly BooleanEquals?: boolean;
  readonly IsPresent?: boolean;
  readonly StringEquals?: string;
  readonly TimestampLessThanPath?: string;
  readonly Next: string;
}

export interface ChoiceState {
  readonly Type: 'Choice';
  readonly Choices: readonly ChoiceRule[];
  readonly Default?: string;
}

export interface WaitState extends Following {
  readonly Type: 'Wait';
  readonly Seconds?: number;
  readonly SecondsPath?: string;
}

export interface PassState extends Following {
  readonly Type: 'Pass';
}

export interface SucceedState {
  readonly Type: 'Succeed';
}

export interface FailState {
  readonly Type: 'Fail';
  readonly Error?: string;
  readonly Cause?: string;
}

/** A state of the Amazon States Language, as far as it is interpreted. */
export type State = TaskState | ChoiceState | WaitState | PassState | SucceedState | FailState;

/** A definition in the Amazon States Language, as far as it is interpreted. */
export interface Definition {
  readonly StartAt: string;
  readonly States: { readonly [name: string]: State };
}
