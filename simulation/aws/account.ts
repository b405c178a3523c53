import { type KindKey, WORDINGS } from './job-wording';
import { ServiceError } from './service-error';
import { type JobCourse, type JobOrigin, SimulatedJob, versionIn } from './simulated-job';

export const ACCOUNT = '111122223333';
export const REGION = 'eu-west-1';

/** How long what passes goes on, in seconds. */
const DENIED_SECONDS = 40;

/** How the jobs of a scenario go: by their version, each list attempt by attempt, the last for all that follow. */
export interface Courses {
  readonly [version: string]: readonly JobCourse[] | undefined;
}

/** What a call is made for. */
export interface Caller {
  /** CloudFormation's request. */
  readonly requestId: string;
}

/** The jobs of an account, whatever their service, and what is the matter with it. */
export class Account {
  /** Every job that was ever made. */
  public readonly jobs: SimulatedJob[] = [];
  public courses: Courses = {};
  /** Until when the account's quota is used up. */
  public fullUntil = 0;
  /** From when on jobs' roles can be assumed. */
  public rolesReadyAt = 0;
  private readonly deniedUntil = new Map<string, number>();

  /** @param onCreate Called with every job that is made, before it is there. */
  constructor(
    private readonly clock: { readonly now: number },
    private readonly onCreate: (job: SimulatedJob) => void,
  ) {}

  public get now(): number {
    return this.clock.now;
  }

  /** Nobody may make a call for a while. */
  public deny(operation: string, seconds = DENIED_SECONDS): void {
    this.deniedUntil.set(operation, this.now + seconds * 1000);
  }

  public checkAccess(operation: string, service: string): void {
    if (this.now >= (this.deniedUntil.get(operation) ?? 0)) return;
    throw new ServiceError(
      'AccessDeniedException',
      `User: arn:aws:sts::${ACCOUNT}:assumed-role/Handler/f is not authorized to perform: ${service}:${operation} because no identity-based policy allows the ${service}:${operation} action`,
    );
  }

  /** A job that a caller is shown who sees what was true some time ago. */
  public find(
    kind: KindKey,
    is: (job: SimulatedJob) => boolean,
    lagSeconds = 0,
  ): { readonly job: SimulatedJob; readonly at: number } {
    const at = this.now - lagSeconds * 1000;
    // the newest is the one that has the name now
    for (let index = this.jobs.length - 1; index >= 0; index--) {
      const job = this.jobs[index];
      if (job.origin.kind === kind && is(job) && job.isShown(at)) return { job, at };
    }
    const { notFound } = WORDINGS[kind];
    throw new ServiceError(notFound, notFound === 'ResourceNotFoundException' ? NO_MODEL_INVOCATION_JOB : NO_JOB);
  }

  /** What exists, whether it is shown or not. */
  public existing(kind: KindKey): SimulatedJob[] {
    return this.jobs.filter(({ origin, removedAt }) => origin.kind === kind && removedAt > this.now);
  }

  public create(origin: Omit<JobOrigin, 'at' | 'course'>, quotaError: string): SimulatedJob {
    if (this.now < this.fullUntil) {
      throw new ServiceError(quotaError, `The account runs as many ${WORDINGS[origin.kind].noun}s as it may.`);
    }
    const earlier = this.jobs.filter(
      (job) => job.origin.kind === origin.kind && job.version === versionIn(origin.input),
    );
    const courses = this.courses[versionIn(origin.input)] ?? [{}];
    const course = courses[Math.min(earlier.length, courses.length - 1)];
    const job = new SimulatedJob({ ...origin, at: this.now, course });
    this.onCreate(job);
    this.jobs.push(job);
    return job;
  }

  /** All that its future depends on, as seen from now. */
  public get state(): unknown {
    const left = (until: number) => Math.max(0, until - this.now);
    return [
      this.jobs.map((job) => job.stateAt(this.now)),
      left(this.fullUntil),
      left(this.rolesReadyAt),
      [...this.deniedUntil].map(([operation, until]) => [operation, left(until)]).filter(([, time]) => time !== 0),
    ];
  }
}

const NO_JOB = 'Requested resource not found.';
const NO_MODEL_INVOCATION_JOB = 'Could not find the model invocation job.';
