import { AnswerCheck } from './answer-check';
import type { InvocationEnd } from './aws/invocation-end';
import type { SimulatedJob } from './aws/simulated-job';
import type { RequestRecord } from './cloudformation/request-record';
import type { StackResource } from './cloudformation/stack-resource';
import { SECRET } from './cloudformation/url-secret';
import { hasMet, type RememberedFault } from './excuses';
import { FailureCheck } from './failure-check';
import { type Answer, canBeStopped, type ConditionSignal } from './handler-under-test';
import { JobLookup } from './job-lookup';
import { tagsIn } from './requested-tags';
import { SignalCheck, type SignalWorld } from './signal-check';

const LONGEST_ANSWER = 4096;
/** Step Functions fails an execution that has 25,000: a job is stopped long before. */
const MOST_EVENTS = 16_000;
/** The errors that the handler may leave to its caller: then it is called again. */
const UNDELIVERED =
  /^The response URL (cannot be reached|answered with HTTP status)|^The state machine could not be started/;

/** What a stack is when an operation on it has ended. */
interface EndedStack {
  readonly status: string;
  readonly resources: ReadonlyMap<string, StackResource>;
}

/** Holds a simulation to what must always be true, whatever goes wrong. */
export class Monitor {
  public readonly violations: string[] = [];
  private readonly answers = new Map<string, Answer>();
  private readonly lookup: JobLookup;
  private readonly check: AnswerCheck;
  private readonly signals: SignalCheck;
  private readonly failures: FailureCheck;
  private lastEndAt = 0;

  constructor(private readonly world: SignalWorld) {
    this.lookup = new JobLookup(world);
    const violate = (what: string, details: string) => this.violate(what, details);
    this.check = new AnswerCheck(world, violate);
    this.signals = new SignalCheck(world, violate);
    this.failures = new FailureCheck(world, violate);
  }

  /** All that later judgments depend on: what has been answered, and let go of, and which jobs no operation has ended after. */
  public get state(): unknown {
    const answers = [...this.answers.values()].map(({ Status, PhysicalResourceId }) => [Status, PhysicalResourceId]);
    const newJobs = this.world.account.jobs.filter(({ origin }) => origin.at > this.lastEndAt);
    return [answers, [...this.check.released], newJobs.map(({ arn }) => arn)];
  }

  // ------------------------------------------------------------------------------------ while it goes on

  /** Nothing secret is logged. */
  public seeLog(entry: object): void {
    if (JSON.stringify(entry).includes(SECRET)) this.violate('a secret is logged', JSON.stringify(entry));
  }

  /** The function leaves no error but one of delivery to its caller. */
  public seeEnd(requestId: string, end: InvocationEnd): void {
    if (end.kind !== 'error') return;
    const { message } = end.error;
    if (!UNDELIVERED.test(message)) this.violate('the handler throws', `${requestId}: ${String(end.error)}`);
    if (message.includes(SECRET)) this.violate('a secret is in an error', message);
  }

  /** A Delete and a rollback create nothing, unless what there was has been overtaken. */
  public seeCreateCall(requestId: string, what: string): void {
    const record = this.lookup.record(requestId);
    const { type, phase } = record;
    if (type === 'Delete') {
      this.violate('a Delete creates a job', what);
    } else if (phase === 'rollback' && !this.hasMet('vanished') && !this.lookup.isOvertakenSpec(record)) {
      this.violate('a rollback creates a job', what);
    }
  }

  /** The record of a failed job is kept, so that it can be looked at. */
  public seeDeleteCall(requestId: string, name: string): void {
    const { properties } = this.lookup.record(requestId);
    const job = this.world.account.jobs.find(
      (candidate) => candidate.name === name && !this.lookup.isRemoved(candidate),
    );
    if (job?.phase(this.world.now) !== 'failed' || properties.JobName !== undefined) return;
    this.violate('the record of a failed job is deleted', name);
  }

  /** A result stops no job before its time. */
  public seeStopCall(requestId: string, name: string): void {
    this.signals.checkStop(requestId, name);
  }

  /** A signal lets a deployment go on when it should. */
  public seeSignal(requestId: string, signal: ConditionSignal): void {
    this.signals.checkSignal(requestId, signal);
  }

  /** No wait condition waits in vain. */
  public seeConditionTimeout(stack: string, condition: string): void {
    this.signals.checkTimeout(stack, condition);
  }

  /** No spec is billed twice. Called before the job is among the account's. */
  public seeJob(job: SimulatedJob): void {
    const { requestId } = job.origin;
    const stackId = this.lookup.stackOf(job);
    for (const other of this.world.account.jobs) {
      if (other.version !== job.version || other.isLost) continue;
      if (this.lookup.stackOf(other) !== stackId) continue;
      const isOfSameRequest =
        other.origin.requestId === requestId &&
        !other.isRolesFault &&
        // who asks again wants another try at what has failed
        !this.hasMet('asked-again') &&
        // two at once ask with one token, which the service may know no more of a job that has failed at once
        !(hasMet(this.world.plan, 'tick-twice') && other.origin.at === job.origin.at && other.hasEnded(this.world.now));
      // and who has given it another key
      if (!isOfSameRequest && this.lookup.rerunKeyOf(other) !== this.lookup.rerunKeyOf(job)) continue;
      const phase = other.phase(this.world.now);
      const isThere = !this.lookup.isRemoved(other) && !other.isResultGone && !this.lookup.isOvertaken(other);
      const isWorthHaving = isThere && (other.isRunning(this.world.now) || phase === 'completed');
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
    if (known && !isSame && ![known, answer].some(isGivenUp)) {
      this.violate('a request has two answers', `${requestId}: ${JSON.stringify(known)} and ${body}`);
    }
    this.answers.set(url, answer);
    // CloudFormation does not read it again, nor at the URL of a request that it has made again since
    if (known) return;
    const record = this.lookup.record(requestId);
    if ((record.responseUrl ?? url) === url) this.check.checkAnswer(record, answer);
  }

  /** Every request is answered in time, and a Delete or a rollback in a short time. */
  public seeOutcome(record: RequestRecord): void {
    this.failures.checkOutcome(record);
    const { id, type, phase, logicalId, outcome, timeoutSeconds, sentAt } = record;
    const { excuses, longestRetreatSeconds, stepFunctions } = this.world;
    const hasBegun = stepFunctions.executions.some(({ requestId }) => requestId === id);
    const isExcused = excuses.isSilenced(record) || (!hasBegun && excuses.isWornOut(record));
    if (outcome?.kind === 'timeout' && !isExcused) {
      this.violate('a request has no answer', `${id}, to ${type} ${logicalId}, within ${timeoutSeconds} seconds`);
    }
    const seconds = (this.world.now - sentAt) / 1000;
    // one that has to do again what has been overtaken takes as long as that
    const doesAgain = this.world.account.jobs.some((job) => job.origin.requestId === id || this.lookup.isRedone(job));
    const isRetreat = type === 'Delete' || (phase === 'rollback' && !doesAgain);
    const longest = longestRetreatSeconds + this.unstoppableSeconds(sentAt);
    if (isRetreat && seconds > longest && !excuses.isHarmed(record)) {
      this.violate('a retreat takes too long', `${id}, to ${type} ${logicalId}: ${seconds} seconds`);
    }
  }

  /** How long jobs went on after a moment that nobody can stop: they are waited for. */
  private unstoppableSeconds(moment: number): number {
    const jobs = this.world.account.jobs.filter(({ origin }) => !canBeStopped(origin.kind));
    return Math.max(0, ...jobs.map(({ endsAt }) => (endsAt - moment) / 1000));
  }

  /** When an operation is over, nothing runs that the stack does not hold, and no execution has had too many events. */
  public seeOperationEnd(stack: EndedStack): void {
    this.lastEndAt = this.world.now;
    for (const { name, historyEvents } of this.world.stepFunctions.executions) {
      if (historyEvents > MOST_EVENTS) this.violate('an execution has too many events', `${name}: ${historyEvents}`);
    }
    for (const job of this.world.account.jobs) {
      const isNobodys = this.lookup.stackOf(job) === undefined;
      const isGoneOnWith =
        stack.status === 'UPDATE_ROLLBACK_FAILED' && (this.lookup.isRedone(job) || this.lookup.isGoneBackTo(job));
      const isSeen = isNobodys || this.lookup.isHeld(job) || this.isDropped(job) || isGoneOnWith;
      if (job.isRunning(this.world.now) && !isSeen) this.violate('a job runs unseen', job.name);
      if (!isSeen && this.isResultLeft(job)) this.violate('what a job has made is left behind', job.name);
    }
    for (const resource of stack.resources.values()) {
      if (resource.template.type === 'job' && resource.isComplete) this.checkResource(resource, stack.status);
    }
  }

  /** Whether what a job has made is there, though the resource that it was made for wanted it to go with it. */
  private isResultLeft(job: SimulatedJob): boolean {
    if (job.isResultGone || job.isLost || job.phase(this.world.now) !== 'completed') return false;
    const { facts } = this.world;
    if (['denied', 'other-words'].includes(facts.supposition.nameOf('custom-model-deletion'))) return false;
    const request = this.world.requests.find(({ id }) => id === job.origin.requestId);
    return request?.properties.DeletesResult === 'true';
  }

  // ------------------------------------------------------------------------------------ when it is over

  /** What can be said only when nothing will happen any more. */
  public seeEndOfTime(): void {
    for (const job of this.world.account.jobs) {
      if (job.origin.at > this.lastEndAt && !this.lookup.isHeld(job)) {
        this.violate('a job is created when all is over', job.name);
      }
    }
  }

  /** A resource that is complete stands for a job that is what it asks for. */
  private checkResource({ physicalId, properties, logicalId }: StackResource, status: string): void {
    if (this.hasLostAJob) return;
    const job = this.lookup.jobOf(physicalId, properties);
    if (!job) {
      // a job that had found no place in time, and that nobody waits for any more
      const isNameOfLateJob = properties.WaitConditions !== undefined && physicalId.includes('--');
      if (isNameOfLateJob && status.endsWith('_FAILED')) return;
      return this.violate('a resource stands for no job', `${logicalId}: ${physicalId}`);
    }
    const wantedTags = tagsIn(properties);
    const wanted = JSON.stringify(wantedTags);
    // what a job had when nobody knew of it, nobody may know when it is taken up again
    const isOwn = (key: string) => !/^cdk-ml-jobs:/.test(key) && (!this.isTakenUp(job) || key in wantedTags);
    const tags = JSON.stringify(Object.fromEntries(Object.entries(job.tags).filter(([key]) => isOwn(key))));
    if (tags !== wanted && !this.haveTagsEnded(job) && !this.hasMet('denied-long') && !this.isOvertaxed(logicalId)) {
      this.violate('the tags are wrong', `${job.name}: ${tags}, not ${wanted}`);
    }
    // what comes after wait conditions has failed, and nothing is taken back
    const isLeft = properties.WaitConditions !== undefined && status.endsWith('_FAILED');
    const hasCompleted = job.phase(this.world.now) === 'completed';
    if (properties.WaitForCompletion === 'true' && !isLeft && !hasCompleted && !this.isFollowedBack(job)) {
      this.violate('a resource stands for a job that has not completed', job.name);
    }
  }

  /**
   * Whether a rollback has let a job run again, and for longer than a resource waits: no condition waits for it then, and its
   * execution follows it to its end.
   */
  private isFollowedBack({ origin }: SimulatedJob): boolean {
    const record = this.lookup.record(origin.requestId);
    const { excuses, stepFunctions } = this.world;
    if (record.phase !== 'rollback' || record.properties.WaitConditions === undefined) return false;
    return stepFunctions.isCarrying(record.id) || excuses.isHarmed(record);
  }

  /** Whether CloudFormation has given up to delete a job, for its Deletes could not be handed over. */
  private isDropped(job: SimulatedJob): boolean {
    return this.world.requests.some(
      (request) =>
        request.type === 'Delete' &&
        job.isCalled(request.physicalId!) &&
        request.outcome?.kind === 'failed' &&
        this.world.excuses.isHarmed(request),
    );
  }

  /** Whether the tags of the job cannot be changed any more. */
  private haveTagsEnded(job: SimulatedJob): boolean {
    if (job.isRunning(this.world.now)) return false;
    const { kind } = job.origin;
    return this.world.facts.supposition.nameOf('tags-of-ended-jobs', kind) !== 'listed';
  }

  /** Whether a job was let go, or never told of by the request that has made it, before the resource has got it. */
  private isTakenUp({ arn, origin }: SimulatedJob): boolean {
    const { outcome } = this.lookup.record(origin.requestId);
    return this.check.released.has(arn) || outcome?.kind === 'timeout';
  }

  /** Whether a request for a resource was denied something for longer than the handler bears it. */
  private isOvertaxed(logicalId: string): boolean {
    const { excuses, requests } = this.world;
    return requests.some((request) => request.logicalId === logicalId && excuses.isOvertaxed(request.id));
  }

  private hasMet(fault: RememberedFault): boolean {
    return hasMet(this.world.plan, fault);
  }

  private get hasLostAJob(): boolean {
    return this.hasMet('vanished');
  }

  private violate(what: string, details: string): void {
    this.world.trace?.note('!!!', `${what}: ${details}`);
    this.violations.push(`${what}: ${details}`);
  }
}

/**
 * Whether the function has given up to start an execution, which may have begun nevertheless and answer, too: whichever
 * answer is the first, the id that it has leads a Delete to the job, and a rollback ends the execution.
 */
function isGivenUp({ Reason }: Answer): boolean {
  return /^The state machine could not be started/.test(Reason ?? '');
}
