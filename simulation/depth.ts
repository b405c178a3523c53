import type { Authorize } from './aws/authorize';
import type { Supposition } from '../unconfirmed/supposition';

/** How far a scenario is explored. */
export interface Depth {
  /** How many faults a run has at most. */
  readonly faults: 1 | 2;
  /** Whether only those faults are tried that pairs are made of. */
  readonly isShort?: boolean;
  /** One in so many points at the beginning is one to give up at. @default 1 */
  readonly interruptions?: number;
  /** Whether a person who gives up meets every fault, or only those that pairs are made of. @default false */
  readonly isThorough?: boolean;
  /** Whether only those faults are tried that pairs are made of, but in all places. @default false */
  readonly isCommon?: boolean;
  /** Stops at the first failure. */
  readonly isImpatient?: boolean;
  /** What is taken to be so of what nobody has confirmed. @default - what is usual */
  readonly supposition?: Supposition;
  /** Decides on each call of the handler. @default - all are allowed */
  readonly authorize?: Authorize;
}
