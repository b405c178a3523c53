import { areRecordsDeleted, type KindKey, TUNING, WORDINGS } from './aws/job-wording';
import { type SimulatedJob, versionIn } from './aws/simulated-job';
import type { RequestRecord } from './cloudformation/request-record';
import { hasMet, type RememberedFault } from './excuses';
import { type Answer, canBeStopped, JOB_FACTS, LONGEST_WAIT_SECONDS, MAY_HAVE_STARTED } from './handler-under-test';
import { JobLookup, type LookupWorld } from './job-lookup';
import { wrongAttribute, wrongLogPlace } from './result-check';

const LONGEST_ID = 1024;
/** As long as a resource waits: a request says only to the second when it was made. */
const LONGEST_WAIT_MS = (LONGEST_WAIT_SECONDS - 1) * 1000;
/** So long after its end at the latest a job is seen to have ended, where services are well. */
const LONGEST_PACE_MS = 300_000;
/** How long a job may take to stop when the wait is over, in seconds. */
const STOPPING_SECONDS = 240;
/** How long before CloudFormation gives up a request is answered that has not come to its end, in seconds. */
const ANSWERING_SECONDS = 70;
/** Faults after which the handler cannot see that a job is there. */
const BLINDING: readonly RememberedFault[] = ['stale', 'hidden', 'vanished'];

type Attributes = { readonly [name: string]: string };
type WrongId = (expected: string) => void;

/** Whether what CloudFormation is told is true. */
export class AnswerCheck {
  /** The jobs that a Delete has let go of: their records may still be there. */
  public readonly released = new Set<string>();
  private readonly lookup: JobLookup;

  /** @param violate Called with what is wrong. */
  constructor(
    private readonly world: LookupWorld,
    private readonly violate: (what: string, details: string) => void,
  ) {
    this.lookup = new JobLookup(world);
  }

  /** An answer to a request. */
  public checkAnswer(record: RequestRecord, { Status, PhysicalResourceId: id, Data = {}, Reason = '' }: Answer): void {
    const { type, physicalId, logicalId, resourceType } = record;
    const wrongId = (expected: string) =>
      this.violate('a physical id is wrong', `${record.id}, ${type} ${logicalId}: ${id}, not ${expected}`);
    if (id === '' || Buffer.byteLength(id) > LONGEST_ID) return wrongId('one that is allowed');
    if (type === 'Delete' && id !== physicalId) return wrongId(physicalId!);
    if (resourceType !== 'job') {
      const expected = type === 'Create' ? logicalId : physicalId!;
      if (id !== expected) wrongId(expected);
      if (type === 'Delete') return;
      return Status === 'SUCCESS' ? this.checkReading(record, Data) : this.checkPatience(record);
    }
    if (Status === 'FAILED') {
      this.checkLogPlace(record, Reason);
      return this.checkFailure(record, id, wrongId);
    }
    if (type === 'Delete') return this.checkDeletion(record);
    this.checkSuccess(record, id, Data, wrongId);
  }

  /** What stands for no job is a success when its job has completed: a reference, and a result. */
  private checkReading({ properties, logicalId, outcome }: RequestRecord, data: Attributes): void {
    const id = String(properties.ReferencedJob ?? properties.Job);
    // a name may have been that of an earlier job, too
    const job = [...this.world.account.jobs].reverse().find((candidate) => candidate.isCalled(id));
    if (!job) return this.violate('a success is told of a job that there is not', `${logicalId}: ${id}`);
    // nobody ends the reading for an operation that was given up: it may come to its answer when all has been taken back
    this.checkCompleted(job, data, outcome?.kind === 'cancelled');
  }

  /** A result gives a job all the time that it has itself, before it says that there is none left. */
  private checkPatience(record: RequestRecord): void {
    const { properties, sentAt, resourceType } = record;
    const { account, excuses, now } = this.world;
    if (resourceType !== 'result' || now >= sentAt + LONGEST_WAIT_MS) return;
    const running = account.jobs.find((job) => job.isCalled(String(properties.Job)) && !job.hasEnded(now));
    if (running && !excuses.isHarmed(record)) this.violate('a result fails while its job has time left', running.name);
  }

  private checkFailure(record: RequestRecord, id: string, wrongId: WrongId): void {
    if (record.type === 'Update' && id !== record.physicalId) return wrongId(record.physicalId!);
    const isHarmed = this.world.excuses.isHarmed(record);
    const isDue = this.world.facts.failuresOf(record).length > 0;
    if (record.type === 'Delete' && !isHarmed && !isDue && !this.isLate(record)) {
      this.violate('a Delete fails', record.id);
    }
    const own = this.world.account.jobs.filter(({ origin }) => origin.requestId === record.id);
    const running = own.find((job) => !job.hasEnded(this.world.now));
    if (!running) return;
    if (record.type === 'Create' && !running.isCalled(id) && id !== MAY_HAVE_STARTED) wrongId(running.arn);
    // where it is late, the job must at least have been told to stop
    const isExcused = canBeStopped(running.origin.kind)
      ? this.isLate(record) && !running.isRunning(this.world.now)
      : // the time of a request is known to the second
        this.isOver(record, -1);
    // who asks again reads the answer to the second request only
    const isAskedAgain = hasMet(this.world.plan, 'asked-again');
    if (!isHarmed && !isExcused && !isAskedAgain) this.violate('a failure is told while the job runs', running.name);
  }

  /** A person who is told of a failure finds the log. */
  private checkLogPlace({ id }: RequestRecord, reason: string): void {
    for (const job of this.world.account.jobs.filter(({ origin }) => origin.requestId === id)) {
      const wrong = wrongLogPlace(job, reason, this.world.facts);
      if (wrong !== undefined) this.violate('a log is elsewhere', wrong);
    }
  }

  /** Whether there is no time left to wait for the end of a job: the Delete that follows will see to it. */
  private isLate(record: RequestRecord): boolean {
    return this.isOver(record, STOPPING_SECONDS) || this.hasWaitedInVain(record);
  }

  /** Whether a Delete has used all of its time to wait for a job that nobody can stop. */
  private hasWaitedInVain({ sentAt, timeoutSeconds, stackId, logicalId }: RequestRecord): boolean {
    const { account, now } = this.world;
    const isWaitedFor = ({ origin }: SimulatedJob) => {
      const request = this.lookup.record(origin.requestId);
      return !canBeStopped(origin.kind) && request.stackId === stackId && request.logicalId === logicalId;
    };
    const isOver = now - sentAt >= (timeoutSeconds - ANSWERING_SECONDS) * 1000;
    return isOver && account.jobs.some((job) => job.isRunning(now) && isWaitedFor(job));
  }

  /** Whether the wait has been over for some seconds. */
  private isOver({ properties, sentAt }: RequestRecord, margin = 0): boolean {
    const seconds = Math.min(LONGEST_WAIT_SECONDS, Number(properties.WaitSeconds));
    return this.world.now - sentAt >= (seconds + margin) * 1000;
  }

  private checkDeletion(record: RequestRecord): void {
    const { physicalId, stackId } = record;
    const running = this.world.account.jobs.find(
      (job) => job.isCalled(physicalId!) && this.lookup.stackOf(job) === stackId && !job.hasEnded(this.world.now),
    );
    if (running) this.violate('a Delete is answered while the job runs', running.name);
    this.released.add(physicalId!);
    if (this.world.excuses.isHarmed(record)) return;
    this.checkRecord(physicalId!);
    this.checkResult(record);
  }

  /** The record of a job that has been deleted is gone, where the service deletes any; that of a failed job is not. */
  private checkRecord(arn: string): void {
    // a name of one's own is that of one job after the other
    const isMeant = ({ arn: other }: { readonly arn: string }) => other.toLowerCase() === arn.toLowerCase();
    const job = this.world.account.jobs.filter(isMeant).pop();
    const isBlinded = hasMet(this.world.plan, ...BLINDING);
    if (!job || !areRecordsDeleted(job.origin.kind) || isBlinded) return;
    // what the service was asked for is enough, where it takes its time
    if (job.deletedAt <= this.world.now && job.phase(this.world.now) !== 'failed') return;
    const isKept = job.phase(this.world.now) === 'failed' || !this.mayBeDeleted(job);
    if (isKept !== this.lookup.isRemoved(job)) return;
    this.violate(isKept ? 'a record is gone' : 'a record is left', job.name);
  }

  /** What a job has made is gone with it, where its resource wants that. */
  private checkResult({ properties, physicalId }: RequestRecord): void {
    const job = this.world.account.jobs.find((candidate) => candidate.arn === physicalId);
    const isBlinded = hasMet(this.world.plan, ...BLINDING);
    if (properties.DeletesResult !== 'true' || job?.phase(this.world.now) !== 'completed' || isBlinded) return;
    if (!job.isResultGone && !job.isLost && job.removedAt > this.world.now) this.violate('a result is left', job.name);
  }

  private mayBeDeleted({ origin }: SimulatedJob): boolean {
    return ['allowed', 'in-a-while'].includes(this.world.facts.supposition.nameOf('record-deletion', origin.kind));
  }

  private checkSuccess(record: RequestRecord, id: string, data: Attributes, wrongId: WrongId): void {
    const { properties, type, physicalId } = record;
    const isHarmed = this.world.excuses.isHarmed(record);
    const job = this.lookup.jobOf(id, properties);
    if (!job) {
      // a job that has found no place in time is known by the name that it will have
      const isNameOfLateJob = properties.WaitConditions !== undefined && id.includes('--');
      return isNameOfLateJob || isHarmed ? undefined : wrongId('a job that there is');
    }
    if (job.version !== versionIn(properties)) return wrongId(`a job of ${versionIn(properties)}`);
    const held = this.lookup.jobOf(physicalId ?? '', properties);
    const isSame = held?.version === job.version && !this.isRerun(record);
    if (type === 'Update' && isSame && id !== physicalId && !isHarmed) {
      wrongId(`${physicalId}, for the job has not changed`);
    }
    // what completes while the request is seen to may do so after the answer as well
    if (id !== physicalId && job.hasEnded(this.world.now) && this.lookup.isOvertaken(job, record.sentAt)) {
      this.violate('a job is taken up that another has taken the place of', job.name);
    }
    if (properties.WaitConditions !== undefined) {
      this.checkLong(record, job, data);
    } else if (properties.WaitForCompletion === 'true') {
      // whoever has given up reads no answer: the Delete that followed may have found the job at its end, and deleted its result
      const isUnread = record.outcome?.kind === 'cancelled';
      this.checkCompleted(job, data, isUnread);
    }
  }

  /** Whether a request asks for another job of the same spec. */
  private isRerun({ id, logicalId, stackId, properties }: RequestRecord): boolean {
    const all = this.world.requests.filter((other) => other.stackId === stackId && other.logicalId === logicalId);
    const before = all[all.findIndex((other) => other.id === id) - 1] as RequestRecord | undefined;
    return before !== undefined && before.properties.RerunKey !== properties.RerunKey;
  }

  /** Wait conditions take over when the resource can wait no longer, or stands for the job already; else the job has completed. */
  private checkLong({ sentAt, physicalId }: RequestRecord, job: SimulatedJob, data: Attributes): void {
    const { now } = this.world;
    if (Number.isNaN(Date.parse(data.Deadline))) this.violate('a deadline is not told', job.name);
    const isLeft = now >= sentAt + LONGEST_WAIT_MS || job.isCalled(physicalId ?? '');
    const hasJustEnded = job.hasEnded(now) && now - job.endsAt < LONGEST_PACE_MS;
    if (job.hasEnded(now) ? hasJustEnded || job.phase(now) === 'completed' : isLeft) return;
    this.violate('a success is told of a job that has not completed', `${job.name}: ${job.phase(now)}`);
  }

  private checkCompleted(job: SimulatedJob, data: Attributes, isUnread = false): void {
    const phase = job.phase(this.world.now);
    if (phase !== 'completed') {
      this.violate('a success is told of a job that has not completed', `${job.name}: ${phase}`);
    }
    if (job.isResultGone && !isUnread) this.violate('a success is told of a job whose result is gone', job.name);
    const { kind } = job.origin;
    // a job that has no ARN is known by its id
    const identity = JOB_FACTS[kind].place
      ? { [`${kind}Id`]: [job.arn.split('|').at(-1)!] }
      : { [`${kind}Arn`]: [job.arn] };
    const expected = { ...identity, [`${kind}Status`]: this.wordsForCompleted(kind) };
    for (const [name, values] of Object.entries(expected)) {
      const value = values.join(' or ');
      if (!values.includes(data[name])) this.violate('an attribute is wrong', `${name}: ${data[name]}, not ${value}`);
    }
    const wrong = wrongAttribute(job, data, this.world);
    if (wrong !== undefined) this.violate('an attribute is wrong', wrong);
  }

  /** What the service calls a job that has completed, under what is supposed. */
  private wordsForCompleted(kind: KindKey): readonly string[] {
    const { supposition } = this.world.facts;
    const { completed, stopped } = WORDINGS[kind].statuses;
    return [
      kind === TUNING && supposition.nameOf('tuning-end', kind) === 'stopped' ? stopped : completed,
      ...(kind === TUNING && supposition.nameOf('record-deletion', kind) === 'fails-later' ? ['DeleteFailed'] : []),
    ];
  }
}
