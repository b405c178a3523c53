import type { RequestRecord } from './cloudformation/request-record';
import type { Excuses } from './excuses';
import type { FaultPlan } from './fault-plan';
import { missingWords, type SupposedFacts } from './supposed-facts';

/** The errors of faults that pass, where the last of many tries has met one. */
const LAST_FAULT = /after \d+ seconds: (TimeoutError|ThrottlingException|InternalFailure)/;
/** What a job itself has come to. */
const JOB_END = /^The [a-z ]+ (?:ended as|had not ended after) /;

/** Whether a reason tells of a fault, which the last of many tries has met. */
export function isOfLastFault(reason: string): boolean {
  return LAST_FAULT.test(reason);
}

/** What is asked of the world. */
export interface FailureWorld {
  readonly excuses: Pick<Excuses, 'isHarmed'>;
  readonly facts: Pick<SupposedFacts, 'failuresOf'>;
  readonly plan: Pick<FaultPlan, 'met'>;
  readonly now: number;
}

/** Whether what cannot succeed fails, soon enough and with a reason that says what to do. */
export class FailureCheck {
  /** @param violate Called with what is wrong. */
  constructor(
    private readonly world: FailureWorld,
    private readonly violate: (what: string, details: string) => void,
  ) {}

  public checkOutcome(record: RequestRecord): void {
    const { id, outcome } = record;
    const { excuses, facts, now, plan } = this.world;
    const failures = facts.failuresOf(record);
    if (failures.length === 0 || excuses.isHarmed(record)) return;
    const isAvoidable = failures.some((failure) => failure.isAvoidable);
    if (outcome?.kind === 'success') {
      if (!isAvoidable) this.violate('a request succeeds that cannot', id);
      return;
    }
    if (outcome?.kind !== 'failed') return;
    const { reason } = outcome;
    const told = failures.find((failure) => missingWords(failure, reason).length === 0);
    if (!told) {
      // what is told is what the last try has met, or how the job has ended for which all else was avoided
      if (plan.met.length > 0 && (isOfLastFault(reason) || (isAvoidable && JOB_END.test(reason)))) return;
      const words = failures.map((failure) => missingWords(failure, reason).join(' and ')).join(', or ');
      return this.violate('a reason does not help', `${id}: there is no ${words} in: ${reason}`);
    }
    const { metAt, withinSeconds = Infinity } = told;
    const seconds = (now - metAt) / 1000;
    if (seconds > withinSeconds && plan.met.length === 0) {
      this.violate('a request that cannot succeed takes too long', `${id}: ${seconds} seconds, not ${withinSeconds}`);
    }
  }
}
