import type { JsonObject, JsonValue } from '../json-value';
import type { Invocation } from '../lambda/invocation';

/** Who makes a call: the invocation whose process sent it, if it is known. */
export type Caller = Invocation | undefined;

/** A call as it arrives, before it has an effect. */
export interface ApiCall {
  /** The IAM prefix of the service: `sagemaker`, `states`, `lambda`, `cloudformation`. */
  readonly service: string;
  readonly operation: string;
  readonly input: JsonObject;
  /** When, in milliseconds since 1970. */
  readonly at: number;
  readonly caller: Caller;
  /** The role that makes the call. */
  readonly roleArn: string;
  /** The state machine that makes the call, where one does. */
  readonly stateMachineArn?: string;
  /** What the service takes to be true of the call, and cannot know: it says so here. */
  readonly assumptions?: string[];
}

/** A call and what came of it. */
export interface RecordedCall extends ApiCall {
  readonly requestId: string;
  readonly output?: JsonValue;
  readonly error?: { readonly code: string; readonly message: string };
  /** The fault that met the call, if one did. */
  readonly fault?: string;
}

/**
 * Refuses a call by throwing a `ServiceError`: every call of the handler and of a state machine passes it before it has an
 * effect.
 */
export type Authorize = (call: ApiCall) => void;
