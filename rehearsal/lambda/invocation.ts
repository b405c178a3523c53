import type { FunctionError } from './runtime-messages';
import type { InvocationKind } from '../emulated-api/fault';
import type { JsonValue } from '../json-value';

/** The job resource on whose behalf something happens. */
export interface JobOrigin {
  readonly stackName: string;
  /** The path of the stack's construct. */
  readonly stackPath: string;
  readonly logicalId: string;
  /** The path of its construct. */
  readonly path: string;
  /** Whether the resource only reads a job that was made elsewhere. @default false */
  readonly isReference?: boolean;
}

/** How an invocation ended. */
export type InvocationOutcome =
  | { readonly kind: 'result'; readonly result: JsonValue }
  | { readonly kind: 'error'; readonly error: FunctionError }
  | { readonly kind: 'crash'; readonly message: string }
  | { readonly kind: 'timeout'; readonly message: string }
  | { readonly kind: 'throttled' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'denied'; readonly message: string };

/** One run of a function. */
export interface Invocation {
  readonly functionArn: string;
  readonly roleArn: string;
  readonly requestId: string;
  readonly kind: InvocationKind;
  readonly event: JsonValue;
  readonly origin: JobOrigin;
  /** When, in milliseconds since 1970. */
  readonly at: number;
  readonly log: string[];
  outcome?: InvocationOutcome;
}
