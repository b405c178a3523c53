import { JOB_FACTS } from '../handler-under-test';
import { type KindKey, nounOf, OVER_TIME_FACTS, WORDINGS } from './job-wording';
import { errorOf, ServiceError } from './service-error';
import { type SimulatedCourse, type JobOrigin, SimulatedJob, versionIn } from './simulated-job';
import { type FactId, isUsual } from '../../unconfirmed/facts';
import type { TextValues } from '../../unconfirmed/supposition';
import type { SupposedFacts } from '../supposed-facts';

export const ACCOUNT = '111122223333';
export const REGION = 'eu-west-1';

/** How long what passes goes on, in seconds. */
const DENIED_SECONDS = 40;
const FULL_SECONDS = 100;
const NEW_ROLE_SECONDS = 40;
/** How soon lists have a job that no stack has asked for. */
const OTHER_LISTED_SECONDS = 300;

/** How the jobs of a scenario go: by their version, each list attempt by attempt, the last for all that follow. */
export interface Courses {
  readonly [version: string]: readonly SimulatedCourse[] | undefined;
}

/** What a call is made for. */
export interface Caller {
  /** CloudFormation's request. */
  readonly requestId: string;
}

/** The job that a call is about. */
export interface Wanted extends Caller {
  readonly is: (job: SimulatedJob) => boolean;
  /** What the call says. */
  readonly name: string;
}

/** The jobs of an account, whatever their service, and what is the matter with it. */
export class Account {
  /** Every job that was ever made. */
  public readonly jobs: SimulatedJob[] = [];
  public courses: Courses = {};
  /** Until when the account's quota is used up. */
  public fullUntil = 0;
  /** How many jobs of all kinds may run at once. */
  public places = Infinity;
  /** From when on jobs' roles can be assumed. */
  public rolesReadyAt = 0;
  /** Until when jobs fail at once, for their roles are not known everywhere. */
  public rolesFailUntil = 0;
  private readonly deniedUntil = new Map<string, number>();
  private hasTrouble = false;
  private hadTrouble = false;

  /**
   * @param facts What is supposed of what nobody has confirmed.
   * @param onCreate Called with every job that is made, before it is there.
   */
  constructor(
    private readonly clock: { readonly now: number },
    public readonly facts: SupposedFacts,
    private readonly onCreate: (job: SimulatedJob) => void,
  ) {}

  public get now(): number {
    return this.clock.now;
  }

  /** The quota is used up for some seconds. */
  public fill(seconds: number): void {
    this.fullUntil = this.now + seconds * 1000;
  }

  /** Nobody may create a job for some seconds. */
  public denyStart(seconds: number): void {
    this.deniedUntil.set(START, this.now + seconds * 1000);
  }

  /** A job that no stack has asked for, and that lists do not have yet. */
  public addOther(kind: KindKey, name: string): void {
    const arn = `arn:aws:bedrock:${REGION}:${ACCOUNT}:${JOB_FACTS[kind].arnResource}/otherjob0001`;
    const job = new SimulatedJob({
      kind,
      name,
      arn,
      input: { jobName: name, clientRequestToken: 'another' },
      tags: {},
      at: this.now,
      course: {},
      requestId: NOBODYS,
    });
    job.listedAt = this.now + OTHER_LISTED_SECONDS * 1000;
    this.jobs.push(job);
  }

  /** The next Create call meets what is supposed of the beginning of jobs, where it is not what is usual. */
  public expectTrouble(): void {
    this.hasTrouble = true;
  }

  /** Nobody may make a call for a while. */
  public deny(operation: string, seconds = DENIED_SECONDS): void {
    this.deniedUntil.set(operation, this.now + seconds * 1000);
  }

  public checkAccess(operation: string, service: string): void {
    if (this.now >= (this.deniedUntil.get(operation) ?? 0)) return;
    throw errorOf(this.facts.denial(`${service}:${operation}`))!;
  }

  /** What comes before a job is created: the role, and what it may do, must be known. */
  public checkStart(kind: KindKey, name: string, { requestId }: Caller, cannotAssume: ServiceError): void {
    if (this.hasTrouble) this.bringOnTrouble(kind);
    const values = valuesOf(kind, name);
    if (this.now < (this.deniedUntil.get(START) ?? 0)) {
      throw errorOf(this.facts.say('denial', kind, values, requestId))!;
    }
    if (this.now >= this.rolesReadyAt) return;
    throw errorOf(this.facts.say('role-not-ready', kind, values, requestId)) ?? cannotAssume;
  }

  /** A job that a caller is shown who sees what was true some time ago. */
  public find(
    kind: KindKey,
    { is, name, requestId }: Wanted,
    lagSeconds = 0,
  ): { readonly job: SimulatedJob; readonly at: number } {
    const at = this.now - lagSeconds * 1000;
    // the newest is the one that has the name now
    for (let index = this.jobs.length - 1; index >= 0; index--) {
      const job = this.jobs[index];
      if (job.origin.kind === kind && is(job) && job.isShown(at)) return { job, at };
    }
    throw this.notFound(kind, name, requestId);
  }

  /** What a call says for a job that there is not. */
  private notFound(kind: KindKey, name: string, requestId: string): ServiceError {
    const { notFound } = WORDINGS[kind];
    const usual = new ServiceError(
      notFound,
      notFound === 'ResourceNotFoundException' ? `Could not find the ${nounOf(kind)}.` : NO_JOB,
    );
    return errorOf(this.facts.say('not-found', kind, valuesOf(kind, name), requestId)) ?? usual;
  }

  /** What exists, whether it is shown or not. */
  public existing(kind: KindKey): SimulatedJob[] {
    return this.jobs.filter(({ origin, removedAt }) => origin.kind === kind && removedAt > this.now);
  }

  public create(origin: Omit<JobOrigin, 'at' | 'course'>): SimulatedJob {
    const { kind, name, requestId } = origin;
    if (this.now < this.fullUntil || !this.hasPlace) {
      const says = this.facts.say('quota', kind, valuesOf(kind, name), requestId);
      throw new ServiceError(
        JOB_FACTS[kind].quotaError!,
        says?.text ?? `The account runs as many ${nounOf(kind)}s as it may.`,
      );
    }
    const job = new SimulatedJob({ ...origin, at: this.now, course: this.courseOf(origin) });
    this.onCreate(job);
    this.jobs.push(job);
    this.afflict(job);
    return job;
  }

  private get hasPlace(): boolean {
    return this.places === Infinity || this.jobs.filter((job) => !job.hasEnded(this.now)).length < this.places;
  }

  private courseOf({ kind, name, input, requestId }: Omit<JobOrigin, 'at' | 'course'>): SimulatedCourse {
    const version = versionIn(input);
    const earlier = this.jobs.filter((job) => job.origin.kind === kind && job.version === version && !job.isRolesFault);
    const courses = this.courses[version] ?? [{}];
    const course = courses[Math.min(earlier.length, courses.length - 1)];
    if (!course.isOverTime) return course;
    const { alternative } = this.facts.meet(OVER_TIME_FACTS[kind]!, kind, valuesOf(kind, name), requestId);
    return alternative === 'stopped' ? { ...course, isStopped: true } : { ...course, failure: OVER_TIME };
  }

  /** What becomes of a job whose role is not known everywhere, or is denied something. */
  private afflict(job: SimulatedJob): void {
    const { kind, name, requestId } = job.origin;
    if (this.now < this.rolesFailUntil) return this.failForRole(job);
    const says = this.hadTrouble && this.facts.say('denial-of-a-job', kind, valuesOf(kind, name), requestId);
    if (says) job.fail(this.now, says.text);
  }

  /** A job fails at once, for its role is not known everywhere. */
  public failForRole(job: SimulatedJob): void {
    const { kind, name, requestId } = job.origin;
    const says = this.facts.say('role-not-ready-later', kind, valuesOf(kind, name), requestId);
    job.failForRole(this.now, says?.text ?? WORDINGS[kind].roleFailure);
  }

  private bringOnTrouble(kind: KindKey): void {
    this.hasTrouble = false;
    this.hadTrouble = true;
    const until = (fact: FactId, seconds: number) => {
      if (this.isUsual(fact, kind)) return 0;
      return this.facts.passes(fact, kind) ? this.now + seconds * 1000 : Infinity;
    };
    this.fullUntil = Math.max(this.fullUntil, until('quota', FULL_SECONDS));
    this.rolesReadyAt = Math.max(this.rolesReadyAt, until('role-not-ready', NEW_ROLE_SECONDS));
    this.rolesFailUntil = Math.max(this.rolesFailUntil, until('role-not-ready-later', NEW_ROLE_SECONDS));
    this.deniedUntil.set(START, Math.max(this.deniedUntil.get(START) ?? 0, until('denial', DENIED_SECONDS)));
  }

  private isUsual(fact: FactId, kind: KindKey): boolean {
    return isUsual(this.facts.supposition.choiceOf(fact, kind));
  }

  /** All that its future depends on, as seen from now. */
  public get state(): unknown {
    const left = (until: number) => Math.max(0, until - this.now);
    return [
      this.jobs.map((job) => job.stateAt(this.now)),
      left(this.fullUntil),
      left(this.rolesReadyAt),
      left(this.rolesFailUntil),
      this.hasTrouble,
      [...this.deniedUntil].map(([operation, until]) => [operation, left(until)]).filter(([, time]) => time !== 0),
    ];
  }
}

/** The request of a job that no stack has asked for. */
export const NOBODYS = 'nobody';

/** What is denied where it is not known yet which operation that will be. */
const START = 'start';

const OVER_TIME = 'ClientError: TimeOut: the job has taken longer than MaxRuntimeInSeconds';

/** What the texts of a service say of a job. */
export function valuesOf(kind: KindKey, name: string): TextValues {
  const { service, operations } = JOB_FACTS[kind];
  return { noun: nounOf(kind), name, role: 'Job', operation: `${service}:${operations.create}` };
}

const NO_JOB = 'Requested resource not found.';
