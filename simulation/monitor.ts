import type { InvocationEnd } from './aws/invocation';
import { WORDINGS } from './aws/job-wording';
import { type SimulatedJob, versionIn } from './aws/simulated-job';
import type { RequestRecord } from './cloudformation/request-record';
import { SECRET } from './cloudformation/response-urls';
import type { Stack, StackResource } from './cloudformation/stack';
import { type Fault, factsOf } from './fault';
import { type Answer, NOT_STARTED, WATCH_SECONDS } from './handler-under-test';
import type { World } from './world';

const LONGEST_ANSWER = 4096;
const LONGEST_ID = 1024;
/** Step Functions fails an execution that has more. */
const MOST_EVENTS = 25_000;
/** How long a job may take to stop when the wait is over, in seconds. */
const STOPPING_SECONDS = 240;
/** The one error that the handler may leave to whoever has called it: then it is called again. */
const UNDELIVERED = /^The response URL (cannot be reached|answered with HTTP status)/;
/** Faults after which the handler cannot see that a job is there. */
const BLINDING: readonly Fault[] = ['stale', 'hidden', 'vanished'];

/** Holds a simulation to what must always be true, whatever goes wrong. */
export class Monitor {
  public readonly violations: string[] = [];
  private readonly answers = new Map<string, Answer>();
  /** The jobs that a Delete has let go of: their records may still be there. */
  private readonly released = new Set<string>();
  private lastEndAt = 0;

  constructor(private readonly world: World) {}

  // ------------------------------------------------------------------------------------ while it goes on

  /** Nothing secret is logged. */
  public seeLog(entry: object): void {
    if (JSON.stringify(entry).includes(SECRET)) this.violate('a secret is logged', JSON.stringify(entry));
  }

  /** The function leaves no error but one of delivery to whoever has called it. */
  public seeEnd(requestId: string, end: InvocationEnd): void {
    if (end.kind !== 'error') return;
    const { message } = end.error;
    if (!UNDELIVERED.test(message)) this.violate('the handler throws', `${requestId}: ${String(end.error)}`);
    if (message.includes(SECRET)) this.violate('a secret is in an error', message);
  }

  /** A Delete and a rollback create nothing. */
  public seeCreateCall(requestId: string, what: string): void {
    const { type, phase } = this.record(requestId);
    if (type === 'Delete') this.violate('a Delete creates a job', what);
    else if (phase === 'rollback' && !this.hasMet('vanished')) this.violate('a rollback creates a job', what);
  }

  /** The record of a failed job is kept, so that it can be looked at. */
  public seeDeleteCall(requestId: string, name: string): void {
    const { properties } = this.record(requestId);
    const job = this.world.account.jobs.find((candidate) => candidate.name === name && !this.isRemoved(candidate));
    if (job?.phase(this.world.now) !== 'failed' || properties.JobName !== undefined) return;
    this.violate('the record of a failed job is deleted', name);
  }

  /** No spec is billed twice. Called before the job is among the account's. */
  public seeJob(job: SimulatedJob): void {
    const { requestId } = job.origin;
    const { stackId } = this.record(requestId);
    for (const other of this.world.account.jobs) {
      if (other.version !== job.version || other.isLost) continue;
      if (this.record(other.origin.requestId).stackId !== stackId) continue;
      const isOfSameRequest =
        other.origin.requestId === requestId &&
        !isRoleFailure(other, this.world.now) &&
        // who asks again wants another try at what has failed
        !this.hasMet('asked-again');
      const phase = other.phase(this.world.now);
      const isWorthHaving = !this.isRemoved(other) && (other.isRunning(this.world.now) || phase === 'completed');
      if (isOfSameRequest || isWorthHaving) {
        this.violate('a spec is billed twice', `${other.name} (${phase}) and ${job.name}`);
      }
    }
  }

  /** An answer is short, keeps secrets, is the only one, and says what is true. */
  public seeAnswer(requestId: string, url: string, body: string): void {
    const bytes = Buffer.byteLength(body);
    if (bytes > LONGEST_ANSWER) this.violate('an answer is too long', `${bytes} bytes`);
    if (body.includes(SECRET)) this.violate('a secret is in an answer', body);
    const answer = JSON.parse(body) as Answer;
    const known = this.answers.get(url);
    const isSame = known?.Status === answer.Status && known.PhysicalResourceId === answer.PhysicalResourceId;
    if (known && !isSame && ![known, answer].some((one) => this.isGivenUp(one))) {
      this.violate('a request has two answers', `${requestId}: ${JSON.stringify(known)} and ${body}`);
    }
    this.answers.set(url, answer);
    const record = this.record(requestId);
    // a signal to a wait condition has no id
    if (answer.PhysicalResourceId === undefined) this.checkSignal(record, answer);
    else this.checkAnswer(record, answer);
  }

  /** Whether the function could not learn, for longer than it bears, if the execution has begun which then answers, too. */
  private isGivenUp({ Reason }: Answer): boolean {
    return this.world.isLenient && /^The state machine could not be started/.test(Reason ?? '');
  }

  /** Every request is answered in time; whoever takes something back is not kept waiting. */
  public seeOutcome({ id, type, phase, logicalId, outcome, timeoutSeconds, sentAt }: RequestRecord): void {
    if (outcome?.kind === 'timeout' && !this.isSilenced) {
      this.violate('a request has no answer', `${id}, to ${type} ${logicalId}, within ${timeoutSeconds} seconds`);
    }
    const seconds = (this.world.now - sentAt) / 1000;
    if ((type === 'Delete' || phase === 'rollback') && seconds > this.world.longestRetreatSeconds && !this.hasMetHarm) {
      this.violate('a retreat takes too long', `${id}, to ${type} ${logicalId}: ${seconds} seconds`);
    }
  }

  /** When an operation is over, nothing runs that the stack does not hold, and no execution has had too many events. */
  public seeOperationEnd(stack: Stack): void {
    this.lastEndAt = this.world.now;
    for (const { name, historyEvents } of this.world.stepFunctions.executions) {
      if (historyEvents > MOST_EVENTS) this.violate('an execution has too many events', `${name}: ${historyEvents}`);
    }
    for (const job of this.world.account.jobs) {
      if (job.isRunning(this.world.now) && !this.isHeld(job)) this.violate('a job runs unseen', job.name);
    }
    for (const resource of stack.resources.values()) {
      if (resource.template.type === 'job' && resource.isComplete) this.checkResource(resource);
    }
  }

  // ------------------------------------------------------------------------------------ when it is over

  /** What can be said only when nothing will happen any more. */
  public seeEndOfTime(): void {
    for (const job of this.world.account.jobs) {
      if (job.origin.at > this.lastEndAt && !this.isHeld(job)) {
        this.violate('a job is created when all is over', job.name);
      }
    }
  }

  // ------------------------------------------------------------------------------------ what is true

  private checkAnswer(record: RequestRecord, { Status, PhysicalResourceId: id, Data }: Answer): void {
    const { type, physicalId, logicalId, resourceType } = record;
    const wrongId = (expected: string) =>
      this.violate('a physical id is wrong', `${record.id}, ${type} ${logicalId}: ${id}, not ${expected}`);
    if (id === '' || Buffer.byteLength(id) > LONGEST_ID) return wrongId('one that is allowed');
    if (type === 'Delete' && id !== physicalId) return wrongId(physicalId!);
    if (resourceType !== 'job') {
      const expected = type === 'Create' ? logicalId : physicalId!;
      if (id !== expected) wrongId(expected);
      return;
    }
    if (Status === 'FAILED') return this.checkFailure(record, id, wrongId);
    if (type === 'Delete') return this.checkDeletion(record);
    this.checkSuccess(record, id, Data ?? {}, wrongId);
  }

  /** A wait condition is told of a success only when there is one, or when the next watch takes over. */
  private checkSignal({ properties, sentAt }: RequestRecord, { Status }: Answer): void {
    const { now } = this.world;
    const job = this.jobOf(String(properties.Job), properties);
    if (Status !== 'SUCCESS' || !job || job.phase(now) === 'completed') return;
    if (now - sentAt < WATCH_SECONDS * 1000) {
      this.violate('a success is signalled of a job that has not completed', job.name);
    }
  }

  private checkFailure(record: RequestRecord, id: string, wrongId: (expected: string) => void): void {
    if (record.type === 'Update' && id !== record.physicalId) return wrongId(record.physicalId!);
    if (record.type === 'Delete' && !this.hasMetHarm && !this.isLate(record)) this.violate('a Delete fails', record.id);
    const own = this.world.account.jobs.filter(({ origin }) => origin.requestId === record.id);
    const running = own.find((job) => !job.hasEnded(this.world.now));
    if (!running) return;
    if (record.type === 'Create' && id === NOT_STARTED) wrongId(running.arn);
    // where it is late, the job must at least have been told to stop
    const isExcused = this.isLate(record) && !running.isRunning(this.world.now);
    if (!this.hasMetHarm && !isExcused) this.violate('a failure is told while the job runs', running.name);
  }

  /** Whether there is no time left to wait for the end of a job: the Delete that follows will see to it. */
  private isLate({ properties, sentAt }: RequestRecord): boolean {
    return this.world.now - sentAt >= (Number(properties.WaitSeconds) + STOPPING_SECONDS) * 1000;
  }

  private checkDeletion({ physicalId, stackId }: RequestRecord): void {
    const running = this.world.account.jobs.find(
      (job) =>
        [job.arn, job.name].includes(physicalId!) &&
        this.record(job.origin.requestId).stackId === stackId &&
        !job.hasEnded(this.world.now),
    );
    if (running) this.violate('a Delete is answered while the job runs', running.name);
    this.released.add(physicalId!);
    this.checkRecord(physicalId!);
  }

  /** The record of a job that has been deleted is gone, where the service deletes any; that of a failed job is not. */
  private checkRecord(arn: string): void {
    const job = this.world.account.jobs.find((candidate) => candidate.arn === arn);
    if (
      !job ||
      !WORDINGS[job.origin.kind].deletes ||
      this.world.plan.met.some(({ fault }) => BLINDING.includes(fault))
    ) {
      return;
    }
    const isKept = job.phase(this.world.now) === 'failed';
    if (isKept === this.isRemoved(job)) this.violate(isKept ? 'a record is gone' : 'a record is left', job.name);
  }

  private checkSuccess(
    record: RequestRecord,
    id: string,
    data: { readonly [name: string]: string },
    wrongId: (expected: string) => void,
  ): void {
    const { properties, type, physicalId } = record;
    const job = this.jobOf(id, properties);
    if (!job) {
      // a job that has found no place in time is known by the name that it will have
      const isNameOfLateJob = properties.WaitForCompletion === 'watched' && id.includes('--');
      return isNameOfLateJob || this.hasMetHarm ? undefined : wrongId('a job that there is');
    }
    if (job.version !== versionIn(properties)) return wrongId(`a job of ${versionIn(properties)}`);
    const held = this.jobOf(physicalId ?? '', properties);
    if (type === 'Update' && held?.version === job.version && id !== physicalId && !this.hasMetHarm) {
      wrongId(`${physicalId}, for the job has not changed`);
    }
    if (properties.WaitForCompletion !== 'true') return;
    const phase = job.phase(this.world.now);
    if (phase !== 'completed') {
      this.violate('a success is told of a job that has not completed', `${job.name}: ${phase}`);
    }
    const { kind } = job.origin;
    const expected = { [`${kind}Arn`]: job.arn, [`${kind}Status`]: WORDINGS[kind].statuses.completed };
    for (const [name, value] of Object.entries(expected)) {
      if (data[name] !== value) this.violate('an attribute is wrong', `${name}: ${data[name]}, not ${value}`);
    }
  }

  /** A resource that is complete stands for a job that is what it asks for. */
  private checkResource({ physicalId, properties, logicalId }: StackResource): void {
    if (this.hasMetHarm) return;
    const job = this.jobOf(physicalId, properties);
    if (!job) return this.violate('a resource stands for no job', `${logicalId}: ${physicalId}`);
    const wantedTags = tagsIn(properties);
    const wanted = JSON.stringify(wantedTags);
    // what a job had when it was let go, nobody may know when it is taken up again
    const isOwn = (key: string) => !/^cdk-ml-jobs:/.test(key) && (!this.released.has(job.arn) || key in wantedTags);
    const tags = JSON.stringify(Object.fromEntries(Object.entries(job.tags).filter(([key]) => isOwn(key))));
    if (tags !== wanted) this.violate('the tags are wrong', `${job.name}: ${tags}, not ${wanted}`);
    if (properties.WaitForCompletion === 'true' && job.phase(this.world.now) !== 'completed') {
      this.violate('a resource stands for a job that has not completed', job.name);
    }
  }

  private isHeld(job: SimulatedJob): boolean {
    return this.world.stacks.some((stack) =>
      stack.holdings.some(({ physicalId, properties, template, isComplete }) => {
        if (template.type !== 'job') return false;
        if (physicalId === job.arn || physicalId === job.name) return true;
        // a Delete of what has failed half-way finds the jobs of its spec
        return !isComplete && physicalId !== NOT_STARTED && versionIn(properties) === job.version;
      }),
    );
  }

  private jobOf(id: string, properties: object): SimulatedJob | undefined {
    const jobs = this.world.account.jobs.filter((job) => !this.isRemoved(job));
    return (
      jobs.find(({ arn }) => arn === id) ?? jobs.find((job) => job.name === id && job.version === versionIn(properties))
    );
  }

  private isRemoved({ removedAt }: SimulatedJob): boolean {
    return removedAt <= this.world.now;
  }

  private record(requestId: string): RequestRecord {
    return this.world.requests.find(({ id }) => id === requestId)!;
  }

  private hasMet(fault: Fault): boolean {
    return this.world.plan.met.some((met) => met.fault === fault);
  }

  private get hasMetHarm(): boolean {
    return (
      this.world.isLenient || this.world.plan.met.some(({ fault }) => fault !== 'interrupt' && !factsOf(fault).harmless)
    );
  }

  private get isSilenced(): boolean {
    return this.world.plan.met.some(({ fault }) => factsOf(fault).silencing);
  }

  private violate(what: string, details: string): void {
    this.world.trace?.note('!!!', `${what}: ${details}`);
    this.violations.push(`${what}: ${details}`);
  }
}

function isRoleFailure(job: SimulatedJob, now: number): boolean {
  return job.phase(now) === 'failed' && /assume/.test(job.reason(now) ?? '');
}

function tagsIn(properties: object): { [key: string]: string } {
  const { Request } = properties as { readonly Request: { readonly [member: string]: unknown } };
  const list = (Request.Tags ?? Request.tags ?? []) as { readonly [member: string]: string }[];
  return Object.fromEntries(list.map((tag) => [tag.Key ?? tag.key, tag.Value ?? tag.value]));
}
