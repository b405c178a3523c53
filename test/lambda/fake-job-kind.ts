import type { ErrorMeaning } from '../../lambda/error-meaning';
import { InvalidRequest } from '../../lambda/invalid-request';
import type { Job, JobKind, JobPhase, JobRequest, Tags } from '../../lambda/job-kind';

/** A clock that only the test moves. */
export class Clock {
  constructor(public now = new Date('2030-01-01T00:00:00Z')) {}

  public advance(seconds: number): void {
    this.now = new Date(this.now.getTime() + seconds * 1000);
  }
}

/** An error of the fake service, with what it means. */
export class ServiceError extends Error {
  constructor(
    public readonly meaning: ErrorMeaning,
    message: string,
  ) {
    super(message);
    this.name = 'ServiceError';
  }
}

/** How jobs run, from their creation on. */
export interface Run {
  /** How long they run, in seconds. */
  readonly seconds: number;
  readonly end: 'completed' | 'failed' | 'stopped';
  readonly reason?: string;
  /** How long it takes until a stopped job has stopped, in seconds. */
  readonly stopSeconds: number;
}

export type Call =
  'find' | 'describe' | 'create' | 'stop' | 'deleteRecord' | 'releaseInstances' | 'listTags' | 'setTags' | 'removeTags';

interface InjectedFault {
  /** The operation that is hit, or the number of the call, counted from 1. */
  readonly call: Call | number;
  readonly error: unknown;
  /** Whether the call takes effect nevertheless. */
  readonly after: boolean;
  times: number;
}

interface FakeJob {
  readonly name: string;
  readonly token?: string;
  readonly run: Run;
  readonly createdAt: Date;
  readonly visibleAt: Date;
  tags: Tags;
  stoppedAt?: Date;
  status?: string;
}

const ARN_PREFIX = 'arn:aws:fake:eu-west-1:111122223333:job/';

export const arnOf = (name: string) => `${ARN_PREFIX}${name}`;

/** A service that runs jobs in memory, by the test's clock. */
export class FakeJobKind implements JobKind {
  public readonly noun = 'fake job';
  /** All calls, in order. */
  public readonly calls: (readonly [Call, ...unknown[]])[] = [];
  /** How the jobs run that are created from now on. */
  public run: Run = { seconds: 600, end: 'completed', stopSeconds: 20 };
  /** How long a new job is not shown, in seconds. */
  public visibleAfter = 0;
  /** Whether a repeated Create call with the same token returns the job of the first, rather than fail. */
  public takesTokens = false;
  /** Whether it says when jobs have ended. */
  public tellsEnds = false;
  /** Whether the service tells the token that a job was created with. */
  public tellsTokens = false;
  /** Whether the service writes the name of a job in its ARN in lower case. */
  public lowersArns = false;
  /** Whether the tags of a job that has ended can be neither read nor changed, and what the service says then. */
  public tagsOfEnded?: ServiceError;
  /** Jobs of which the service may yet correct what it says of their end, and until when it says that they have failed. */
  public readonly provisional = new Map<string, Date>();
  /** Jobs that have done what others have undone since. */
  public readonly overtaken = new Set<string>();
  /** How many jobs may run at a time. */
  public quota = Infinity;
  /** How often the record of a job that has ended cannot be deleted yet. */
  public recordsInUse = 0;
  /** How often jobs that have ended are to be asked to let go of their instances until they do. */
  public instanceHold = 0;

  private readonly jobs = new Map<string, FakeJob>();
  private readonly faults: InjectedFault[] = [];

  constructor(private readonly clock: Clock) {}

  // -------------------------------------------------------------------------------------- what tests do to it

  /** Makes the next calls of an operation fail, or the call with a number. */
  public fail(call: Call | number, error: unknown, times = 1): void {
    this.faults.push({ call, error, after: false, times });
  }

  /** Makes the next call of an operation fail after it has taken effect, or the call with a number: its answer is lost. */
  public lose(call: Call | number, error: unknown = new ServiceError('busy', 'no answer')): void {
    this.faults.push({ call, error, after: true, times: 1 });
  }

  /** A job that somebody has made. */
  public add(name: string, run: Partial<Run> = {}, tags: Tags = {}, token?: string): string {
    const { now } = this.clock;
    this.jobs.set(name, { name, token, run: { ...this.run, ...run }, createdAt: now, visibleAt: now, tags });
    return arnOf(name);
  }

  /** A job that has ended already. */
  public addEnded(name: string, end: Run['end'], tags: Tags = {}, token?: string): string {
    return this.add(
      name,
      { seconds: 0, end, reason: end === 'failed' ? 'ClientError: no such model' : undefined },
      tags,
      token,
    );
  }

  /** Gives a job a status of its own. */
  public setStatus(name: string, status: string | undefined): void {
    this.held(name).status = status;
  }

  /** Removes a job, as a person would. */
  public forget(name: string): void {
    this.jobs.delete(name);
  }

  /** Stops a job, as a person would. */
  public stopByHand(name: string): void {
    this.held(name).stoppedAt = this.clock.now;
  }

  public tags(name: string): Tags {
    return this.held(name).tags;
  }

  /** The phases of all jobs, by name. */
  public get phases(): { readonly [name: string]: JobPhase } {
    return Object.fromEntries([...this.jobs.values()].map((job) => [job.name, this.phaseOf(job)]));
  }

  /** The arguments of all calls of one operation. */
  public callsOf(call: Call): unknown[][] {
    return this.calls.filter(([name]) => name === call).map(([, ...args]) => args);
  }

  // -------------------------------------------------------------------------------------- the kind

  public revive(request: JobRequest): JobRequest {
    if ('Wrong' in request) throw new InvalidRequest('Request.Wrong is no member of the API request');
    return request;
  }

  public specOf({ Tags: _, ...spec }: JobRequest): JobRequest {
    return spec;
  }

  public tagsOf({ Tags: tags }: JobRequest): Tags {
    return (tags ?? {}) as Tags;
  }

  public find(name: string): Promise<Job | undefined> {
    return this.call('find', [name], () => this.view(name));
  }

  public describe(arn: string, name?: string): Promise<Job | undefined> {
    return this.call('describe', [arn], () => {
      if (!arn.startsWith(ARN_PREFIX)) throw new ServiceError('refused', `${arn} is no ARN`);
      return this.view(name ?? arn.slice(ARN_PREFIX.length));
    });
  }

  public create(name: string, spec: JobRequest, tags: Tags, token: string): Promise<string> {
    return this.call('create', [name, spec, tags, token], () => {
      if (this.takesTokens && this.jobs.get(name)?.token === token) return arnOf(name);
      if (this.jobs.has(name)) throw new ServiceError('name-taken', `${name} exists`);
      const running = Object.values(this.phases).filter((phase) => phase === 'running').length;
      if (running >= this.quota) throw new ServiceError('quota', `${running} jobs run already`);
      const { now } = this.clock;
      const visibleAt = new Date(now.getTime() + this.visibleAfter * 1000);
      this.jobs.set(name, { name, token, run: this.run, createdAt: now, visibleAt, tags });
      return arnOf(name);
    });
  }

  public stop?({ name }: Job): Promise<void> {
    return this.call('stop', [name], () => {
      const job = this.held(name);
      const phase = this.phaseOf(job);
      if (phase !== 'running' && phase !== 'stopping') throw new ServiceError('ended', `${name} has ended`);
      job.stoppedAt ??= this.clock.now;
    });
  }

  public deleteRecord?({ name }: Job): Promise<boolean> {
    return this.call('deleteRecord', [name], () => {
      if (['running', 'stopping'].includes(this.phaseOf(this.held(name)))) {
        throw new ServiceError('refused', `${name} has not ended`);
      }
      if (this.recordsInUse-- > 0) return false;
      this.jobs.delete(name);
      return true;
    });
  }

  public releaseInstances({ name }: Job): Promise<void> {
    return this.call('releaseInstances', [name], () => void this.instanceHold--);
  }

  public listTags(arn: string): Promise<Tags> {
    return this.call('listTags', [arn], () => this.at(arn).tags);
  }

  public setTags(arn: string, tags: Tags): Promise<void> {
    return this.call('setTags', [arn, tags], () => {
      const job = this.at(arn);
      job.tags = { ...job.tags, ...tags };
    });
  }

  public removeTags(arn: string, keys: readonly string[]): Promise<void> {
    return this.call('removeTags', [arn, keys], () => {
      const job = this.at(arn);
      job.tags = Object.fromEntries(Object.entries(job.tags).filter(([key]) => !keys.includes(key)));
    });
  }

  public meaningOf(error: unknown): ErrorMeaning {
    return error instanceof ServiceError ? error.meaning : 'unknown';
  }

  public isRoleNotReady(reason: string): boolean {
    return reason.includes('assume the role');
  }

  public hintFor(reason: string): string | undefined {
    return reason.includes('no such model') ? 'is the model there?' : undefined;
  }

  public tracesOf({ name }: Job): string {
    return `Logs: the log of ${name}`;
  }

  // --------------------------------------------------------------------------------------

  private async call<T>(call: Call, args: unknown[], effect: () => T): Promise<T> {
    this.calls.push([call, ...args]);
    const isHit = (fault: InjectedFault) => fault.call === call || fault.call === this.calls.length;
    const fault = this.faults.find((candidate) => isHit(candidate) && candidate.times > 0);
    if (fault) fault.times -= 1;
    if (fault && !fault.after) throw fault.error;
    const result = effect();
    if (fault) throw fault.error;
    return result;
  }

  private view(name: string): Job | undefined {
    const job = this.jobs.get(name);
    if (!job || this.clock.now < job.visibleAt) return undefined;
    const correctedAt = this.provisional.get(name);
    const phase = correctedAt && this.clock.now < correctedAt ? 'failed' : this.phaseOf(job);
    return {
      name,
      ...(this.overtaken.has(name) && { isOvertaken: true }),
      ...(this.tellsEnds &&
        phase === 'failed' && { endedAt: new Date(job.createdAt.getTime() + job.run.seconds * 1000) }),
      ...(correctedAt && { isProvisional: phase === 'failed', endedAt: job.createdAt }),
      arn: this.lowersArns ? arnOf(name).toLowerCase() : arnOf(name),
      token: this.tellsTokens ? job.token : undefined,
      phase,
      status: job.status ?? phase.toUpperCase(),
      reason: phase === 'failed' ? job.run.reason : undefined,
      since: job.createdAt,
      holdsInstances: this.instanceHold > 0,
      attributes: {
        JobArn: arnOf(name),
        JobStatus: phase,
        Result: phase === 'completed' ? `s3://results/${name}` : '',
      },
    };
  }

  private phaseOf({ run, createdAt, stoppedAt, status }: FakeJob): JobPhase {
    if (status !== undefined) return 'running';
    const end = createdAt.getTime() + run.seconds * 1000;
    const now = this.clock.now.getTime();
    const stopEnd = stoppedAt ? stoppedAt.getTime() + run.stopSeconds * 1000 : Infinity;
    if (now >= Math.min(end, stopEnd)) return stopEnd < end ? 'stopped' : run.end;
    return stoppedAt ? 'stopping' : 'running';
  }

  private at(arn: string): FakeJob {
    const job = [...this.jobs.values()].find(({ name }) => arnOf(name).toLowerCase() === arn.toLowerCase());
    if (!job) throw new ServiceError('not-found', `${arn} does not exist`);
    const hasEnded = !['running', 'stopping'].includes(this.phaseOf(job));
    if (hasEnded && this.tagsOfEnded) throw this.tagsOfEnded;
    return job;
  }

  private held(name: string): FakeJob {
    const job = this.jobs.get(name);
    if (!job) throw new ServiceError('not-found', `${name} does not exist`);
    return job;
  }
}
