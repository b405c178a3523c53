import { type SimulatedJob, versionIn } from './aws/simulated-job';
import type { RequestRecord } from './cloudformation/request-record';
import { hasMet } from './excuses';
import {
  type ConditionSignal,
  LONGEST_CONDITION_TIMEOUT_SECONDS,
  type JobProperties,
  USUAL_SIGNAL_MARGIN_SECONDS,
} from './handler-under-test';
import { JobLookup, type LookupWorld } from './job-lookup';

/** So much earlier than is usual a condition may be let go: the handler counts from its answer, and from its looks. */
const SLACK_SECONDS = 600;
const LONGEST_ID = 64;

/** The words for a job that has ended, by the phase that it has ended in. */
const WORDS: { readonly [phase: string]: readonly string[] } = {
  completed: ['Completed'],
  // one that was to be stopped may have failed a moment before; and who has stopped one, its execution need not know
  failed: ['Failed', 'Stopped'],
  stopped: ['Stopped', 'Failed'],
};

/** What a signal is judged by. */
export interface SignalWorld extends LookupWorld {
  readonly conditions: {
    /** Since when a condition waits for its signal; `undefined` where it does not. */
    waitingSince(place: Pick<ConditionSignal, 'stack' | 'condition'>): number | undefined;
  };
}

/** Whether what lets a deployment go on is right. */
export class SignalCheck {
  private readonly lookup: JobLookup;

  /** @param violate Called with what is wrong. */
  constructor(
    private readonly world: SignalWorld,
    private readonly violate: (what: string, details: string) => void,
  ) {
    this.lookup = new JobLookup(world);
  }

  /** A signal that the execution of a request sends: it is right only while its job has ended, or when the time is nearly over. */
  public checkSignal(requestId: string, signal: ConditionSignal): void {
    const record = this.lookup.record(requestId);
    const details = `${requestId}: ${signal.uniqueId} to ${signal.condition}`;
    if (!conditionsOf(record).includes(signal.condition) || record.stackId !== signal.stack) {
      return this.violate('a signal goes to a condition of somebody else', details);
    }
    if (signal.uniqueId.length > LONGEST_ID) this.violate('the id of a signal is too long', details);
    const [word] = signal.uniqueId.split('-');
    const { isGone, job } = this.jobFor(record);
    // what a look has shown that was not up to date is no fault of the handler
    const isExcused = hasMet(this.world.plan, 'stale');
    if (isGone && !isExcused) return this.violate('a signal is sent for a job that is gone', details);
    if (job?.hasEnded(this.world.now)) {
      const words = WORDS[job.phase(this.world.now)] ?? [];
      if (!words.includes(word) && !isExcused) this.violate('a signal says what is not so', details);
      return;
    }
    if (job === undefined && word === 'NotStarted') return this.checkGivenUp(record, details);
    if (word !== 'Running') this.violate('a signal says that a job has ended that has not', details);
    else if (!this.isNearlyOver(signal)) this.violate('a condition is let go before its time', details);
  }

  /** A condition for whose signal nobody waits any more: what has excused the silence of its job's request excuses it. */
  public checkTimeout(stack: string, condition: string): void {
    const { excuses, requests } = this.world;
    const own = requests.filter((record) => record.stackId === stack && conditionsOf(record).includes(condition));
    if (own.some((record) => excuses.isHarmed(record))) return;
    this.violate('a wait condition times out', condition);
  }

  /** The result is the last one to be told of a job: it stops none that has time left. */
  public checkStop(requestId: string, name: string): void {
    const { resourceType, properties } = this.lookup.record(requestId);
    if (resourceType !== 'result') return;
    if (this.world.now >= Date.parse(String(properties.Deadline))) return;
    this.violate('a result stops a job before its deadline', name);
  }

  /** A job that found no place until its deadline. */
  private checkGivenUp(record: RequestRecord, details: string): void {
    const { excuses, facts, now } = this.world;
    const exact = record.sentAt + Number(record.properties.WaitSeconds) * 1000;
    // a deadline is told in whole seconds
    const deadline = exact - (exact % 1000);
    // or its Create call was refused for good
    if (now >= deadline || excuses.isHarmed(record) || facts.hasUnusual('quota')) return;
    this.violate('a job is given up before its deadline', details);
  }

  /** Whether CloudFormation would give up the condition soon; one for which it does not wait is not let go. */
  private isNearlyOver(signal: ConditionSignal): boolean {
    const since = this.world.conditions.waitingSince(signal);
    const seconds = LONGEST_CONDITION_TIMEOUT_SECONDS - USUAL_SIGNAL_MARGIN_SECONDS - SLACK_SECONDS;
    return since === undefined || this.world.now >= since + seconds * 1000;
  }

  /** The job that a request has led to: it may not be there yet, or not any more. */
  private jobFor(record: RequestRecord): { readonly job?: SimulatedJob; readonly isGone: boolean } {
    const { id, outcome, properties } = record;
    const physicalId = outcome && 'physicalId' in outcome ? outcome.physicalId : '';
    const all = this.world.account.jobs.filter(({ origin }) => origin.requestId === id);
    const own = all.filter((made) => !this.lookup.isRemoved(made)).at(-1);
    const job = this.lookup.jobOf(physicalId, properties) ?? own ?? this.keptJob(record);
    return { job, isGone: !job && (physicalId.startsWith('arn:') || all.length > 0) };
  }

  /** The job that an update keeps, which was cancelled before CloudFormation was told of that. */
  private keptJob({ physicalId = '', properties }: RequestRecord): SimulatedJob | undefined {
    const before = this.lookup.jobOf(physicalId, properties);
    return before?.version === versionIn(properties) ? before : undefined;
  }
}

function conditionsOf({ properties }: RequestRecord): readonly string[] {
  return (properties as Partial<JobProperties>).WaitConditions ?? [];
}
