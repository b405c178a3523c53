import type { ApiCall } from './api-call';
import type { JsonValue } from '../json-value';

/** A service that answers API calls, whatever the form they arrive in. */
export interface EmulatedService {
  /** The IAM prefix of its actions. */
  readonly name: string;
  /** Has the operation's effect and returns its output; throws a `ServiceError`. */
  handle(call: ApiCall): JsonValue;
}
