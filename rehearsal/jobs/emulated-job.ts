import type { JobUsage } from './job-usage';
import type { JsonObject } from '../json-value';
import type { JobOrigin } from '../lambda/invocation';

/** What the rehearsal knows of a job, whatever its service. */
export interface EmulatedJob {
  readonly name: string;
  readonly arn: string;
  readonly status: string;
  readonly finished: boolean;
  /** What was asked for when it was created. */
  readonly request: JsonObject;
  /** Where it looks for input that its request does not name. @default - nowhere */
  readonly inputs?: readonly string[];
  /** The resource that it was created for, where that is known. */
  readonly origin?: JobOrigin;
  readonly createdAt: number;
  /** When it ends or has ended; undefined when it never does. */
  readonly endsAt?: number;
  /** What it has used so far. */
  readonly usage: JobUsage;
}
