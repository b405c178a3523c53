import type { JsonValue } from '../json-value';

/** To the function's process: run the handler once. */
export interface InvokeMessage {
  readonly event: JsonValue;
  readonly awsRequestId: string;
  readonly functionArn: string;
  /** The moment of the invocation; the process's clock goes on from it. */
  readonly now: number;
  readonly timeoutMs: number;
  /** The seed of the process's random numbers. */
  readonly seed: string;
}

/** What a function that throws reports, as Lambda's runtime interface has it. */
export interface FunctionError {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace: string[];
}

/** From the function's process. */
export type RuntimeMessage =
  | { readonly kind: 'log'; readonly text: string }
  | { readonly kind: 'result'; readonly result: JsonValue }
  | { readonly kind: 'error'; readonly error: FunctionError };
