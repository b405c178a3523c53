import type { Account } from './aws/account';
import type { Authorize } from './aws/authorize';
import type { SimulatedStepFunctions } from './aws/simulated-step-functions';
import type { RequestRecord } from './cloudformation/request-record';
import type { Excuses } from './excuses';
import type { Fault, Place } from './fault';
import type { FaultPlan } from './fault-plan';
import type { Scheduler } from './scheduler';
import type { SupposedFacts } from './supposed-facts';
import type { Trace } from './trace';

/**
 * What every part of the world knows of it. A part says beside its constructor which other parts it needs, so that none of
 * them imports the world that is made of them.
 */
export interface Surroundings {
  readonly scheduler: Scheduler;
  readonly now: number;
  readonly trace?: Trace;
  readonly facts: SupposedFacts;
  readonly plan: FaultPlan;
  readonly excuses: Excuses;
  readonly random: () => number;
  readonly authorize: Authorize;
  readonly account: Account;
  readonly stepFunctions: SimulatedStepFunctions;
  /** All requests of CloudFormation, in order. */
  readonly requests: RequestRecord[];
  readonly longestRetreatSeconds: number;
  /** The fault that meets the next point. */
  meet(place: Place, label: string, requestId: string): Fault | undefined;
  /** What goes wrong, for the person who reads a trace. */
  textOf(fault: Fault): string;
  /** Something goes on for a while that only requests bear which were made a short time ago. */
  tolerateFor(seconds: number): void;
}
