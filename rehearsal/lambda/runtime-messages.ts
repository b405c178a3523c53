import type { JsonValue } from '../json-value';

/** To the function's process: run the handler once. */
export interface InvokeMessage {
  readonly kind: 'invoke';
  readonly event: JsonValue;
  readonly awsRequestId: string;
  readonly functionArn: string;
  /** The moment of the invocation; the process's clock goes on from it. */
  readonly now: number;
  readonly timeoutMs: number;
  /** The seed of the process's random numbers. */
  readonly seed: string;
}

/** To the function's process: either, or that the time has come that its handler has waited for. */
export type ToRuntimeMessage = InvokeMessage | { readonly kind: 'wake'; readonly now: number };

/** What a function that throws reports, as Lambda's runtime interface has it. */
export interface FunctionError {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace: string[];
}

/** From the function's process. */
export type RuntimeMessage =
  | { readonly kind: 'log'; readonly text: string }
  /** The handler waits until then, in milliseconds since 1970, or for something that never comes. */
  | { readonly kind: 'rest'; readonly until: number | null }
  | { readonly kind: 'result'; readonly result: JsonValue }
  | { readonly kind: 'error'; readonly error: FunctionError };
