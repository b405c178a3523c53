import type { FactId } from '../../unconfirmed/facts';
import type { Courses } from '../aws/account';
import type { Fault } from '../fault';
import type { World } from '../world';

/** An operation, or some of them, on a stack. */
export interface Scenario {
  readonly name: string;
  /** How the jobs go. */
  readonly courses?: Courses;
  /** Prepares what is there before: no fault meets it. @default - nothing is there */
  readonly given?: (world: World) => Promise<void>;
  /** What is done. */
  readonly play: (world: World) => Promise<void>;
  /** The state of the stack in the end, where no fault does harm. */
  readonly expected: string;
  /** Faults that do harm in this scenario, though they do none elsewhere. @default - none */
  readonly spoiledBy?: readonly Fault[];
  /** Whether the person who deploys gives up at one point, at each in turn. @default false */
  readonly isInterrupted?: boolean;
  /** Whether pairs of faults are tried. @default true */
  readonly hasPairs?: boolean;
  /** Whether it takes so much virtual time, and so many runs, that the short form does without it. @default false */
  readonly isLong?: boolean;
  /** Whether the kind's own code is at work in it: the short form tries it with every kind. @default false */
  readonly isOfKind?: boolean;
  /** Whether two jobs are to run in it at once: a kind with one place for them does without it. @default false */
  readonly needsRoom?: boolean;
  /** Whether a job in it runs on for hours unless it is stopped: a kind whose jobs nobody can stop does without it. @default false */
  readonly needsStop?: boolean;
  /** Whether it must be known whose a job is that has ended: where neither its token nor its tags say so, nobody knows. @default false */
  readonly needsOwner?: boolean;
  /** Whether a person has chosen the name of its job: a kind whose jobs have no names does without it. @default false */
  readonly isNamed?: boolean;
  /** The unconfirmed facts that it was made for: it is tried under each of their alternatives. @default - none */
  readonly shows?: readonly FactId[];
}
