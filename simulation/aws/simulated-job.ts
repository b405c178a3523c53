import type { JobPhase, KindKey } from './job-wording';

/** How a job goes that nobody stops. */
export interface SimulatedCourse {
  /** Seconds from its creation to its end. @default 8 */
  readonly seconds?: number;
  /** Seconds of them before it is at work. @default 4 */
  readonly startupSeconds?: number;
  /** @default - it completes */
  readonly failure?: string;
  /** Seconds from a stop to its effect. @default 10 */
  readonly stopSeconds?: number;
  /** Whether somebody else, or the service, stops it, instead of its completion. @default false */
  readonly isStopped?: boolean;
  /** Whether it takes longer than its request allows: what becomes of it nobody has confirmed. @default false */
  readonly isOverTime?: boolean;
  /** Whether it completes right before it would be stopped. @default false */
  readonly endsBeforeStop?: boolean;
  /** Seconds for which its record cannot be deleted when it has ended, for its instances are kept warm. @default 0 */
  readonly warmSeconds?: number;
}

type Tags = { [key: string]: string };

interface PhaseChange {
  readonly at: number;
  readonly phase: JobPhase;
  readonly reason?: string;
}

/** What makes a job. */
export interface JobOrigin {
  readonly kind: KindKey;
  readonly name: string;
  readonly arn: string;
  /** The Create call's input. */
  readonly input: { readonly [member: string]: unknown };
  readonly tags: { readonly [key: string]: string };
  readonly token?: string;
  readonly at: number;
  readonly course: SimulatedCourse;
  /** The request of CloudFormation for which it was made. */
  readonly requestId: string;
}

const DEFAULT_SECONDS = 8;
const STARTUP_SECONDS = 4;
const DEFAULT_STOP_SECONDS = 10;

/** A job as its service knows it: what it has been is kept, so that a reader can be shown the past. */
export class SimulatedJob {
  public tags: Tags;
  /** From when on the service shows it. */
  public shownAt: number;
  /** From when on lists have it. */
  public listedAt = 0;
  /** When its record was deleted, or lost. */
  public removedAt = Infinity;
  /** When it was asked to delete its record, where that takes its time. */
  public deletedAt = Infinity;
  /** When it turns out that its record stays. */
  public deletionFailsAt = Infinity;
  /** Whether the service has lost it. */
  public isLost = false;
  /** Whether what it has made, which stands for itself, has been deleted. */
  public isResultGone = false;
  /** Whether it has failed since its role was not known everywhere. */
  public isRolesFault = false;
  public warmSeconds: number;
  /** What tells one spec of a resource from another: every request of a scenario has a version in its input. */
  public readonly version: string;
  private milestones: PhaseChange[];
  private stopSeconds: number;
  /** The tags that it had, each until a moment. */
  private pastTags: { readonly until: number; readonly tags: Tags }[] = [];

  constructor(public readonly origin: JobOrigin) {
    const { at, course, tags } = origin;
    const { seconds = DEFAULT_SECONDS, startupSeconds = STARTUP_SECONDS, failure, isStopped = false } = course;
    const { warmSeconds = 0 } = course;
    this.version = versionIn(origin.input);
    this.tags = { ...tags };
    this.shownAt = at;
    this.warmSeconds = warmSeconds;
    this.stopSeconds = course.stopSeconds ?? DEFAULT_STOP_SECONDS;
    this.milestones = [
      { at, phase: 'starting' },
      ...(seconds > startupSeconds ? [{ at: at + startupSeconds * 1000, phase: 'running' as const }] : []),
      { at: at + seconds * 1000, phase: endOf(failure, isStopped), reason: failure },
    ];
  }

  public get arn(): string {
    return this.origin.arn;
  }

  public get name(): string {
    return this.origin.name;
  }

  /** Whether an id, which is an ARN or a name, means it: two ARNs that differ in letter case are those of one job. */
  public isCalled(id: string): boolean {
    return id === this.name || id.toLowerCase() === this.arn.toLowerCase();
  }

  public phase(now: number): JobPhase {
    return this.milestone(now).phase;
  }

  public reason(now: number): string | undefined {
    return this.milestone(now).reason;
  }

  /** Whether it works, or will, and bills. */
  public isRunning(now: number): boolean {
    const phase = this.phase(now);
    return phase === 'starting' || phase === 'running';
  }

  public hasEnded(now: number): boolean {
    return now >= this.endsAt;
  }

  /** Whether a caller sees it. */
  public isShown(now: number): boolean {
    return now >= this.shownAt && now < this.removedAt;
  }

  public get endsAt(): number {
    return this.milestones[this.milestones.length - 1].at;
  }

  /** When it began to work; undefined while it has not. */
  public startedAt(now: number): number | undefined {
    return this.milestones.find(({ at, phase }) => phase === 'running' && at <= now)?.at;
  }

  public stop(now: number): void {
    if (!this.isRunning(now)) return;
    const { stopSeconds } = this;
    this.divert(now, { at: now, phase: 'stopping' }, { at: now + stopSeconds * 1000, phase: 'stopped' });
  }

  /** It takes longer to stop than it should. */
  public slowDown(stopSeconds: number): void {
    this.stopSeconds = stopSeconds;
  }

  /** The tags that a caller is shown who sees what was true at a moment. */
  public tagsAt(moment: number): Tags {
    if (moment < this.origin.at) return {};
    return this.pastTags.find(({ until }) => moment < until)?.tags ?? this.tags;
  }

  /** Its tags become others. */
  public tag(now: number, tags: Tags): void {
    this.pastTags.push({ until: now, tags: this.tags });
    this.tags = { ...tags };
  }

  /** It completes sooner than it should. */
  public complete(now: number): void {
    if (this.isRunning(now)) this.divert(now, { at: now, phase: 'completed' });
  }

  /** It fails at once. */
  public fail(now: number, reason: string): void {
    this.milestones = [{ at: now, phase: 'failed', reason }];
  }

  /** It fails at once, for its role is not known everywhere. */
  public failForRole(now: number, reason: string): void {
    this.fail(now, reason);
    this.isRolesFault = true;
  }

  /** The service loses it. */
  public lose(now: number): void {
    // a service may lose what it works on, not what it has on record
    if (this.hasEnded(now)) return;
    this.divert(now, { at: now, phase: 'failed' });
    this.removedAt = now;
    this.isLost = true;
  }

  /** Whether its instances are kept warm, where those of such a job are: the service does not let its record go then. */
  public isWarm(now: number): boolean {
    return this.hasEnded(now) && now < this.endsAt + this.warmSeconds * 1000;
  }

  /** The same job, for a simulation of its own. */
  public copy(): SimulatedJob {
    const copy = Object.assign(Object.create(SimulatedJob.prototype) as SimulatedJob, this);
    copy.tags = { ...this.tags };
    copy.pastTags = [...this.pastTags];
    return copy;
  }

  /** All that its future depends on, as seen from a moment. */
  public stateAt(now: number): unknown {
    const { name, arn, token, requestId } = this.origin;
    const since = (moment: number) => (moment === Infinity ? 'never' : moment <= now ? 'past' : moment - now);
    // of what is over, only the last is of importance, and how long ago it was as long as it can still be shown
    const recent = this.milestones.filter(({ at }) => at > now - PAST_THAT_CAN_BE_SHOWN_MS);
    return [
      name,
      arn,
      token,
      requestId,
      this.version,
      this.tags,
      this.pastTags
        .filter(({ until }) => until > now - PAST_THAT_CAN_BE_SHOWN_MS)
        .map(({ until, tags }) => [until - now, tags]),
      this.stopSeconds,
      this.phase(now),
      recent.map(({ at, phase }) => [phase, at - now]),
      this.reason(now),
      this.hasEnded(now) ? 0 : now - this.origin.at,
      since(Math.max(this.shownAt, this.listedAt)),
      since(this.removedAt),
      since(this.deletedAt),
      since(this.deletionFailsAt),
      this.isResultGone,
      this.isLost,
      this.isRolesFault,
      this.isWarm(now) ? this.endsAt - now : 0,
    ];
  }

  private milestone(now: number): PhaseChange {
    for (let index = this.milestones.length - 1; index > 0; index--) {
      if (this.milestones[index].at <= now) return this.milestones[index];
    }
    return this.milestones[0];
  }

  private divert(now: number, ...milestones: PhaseChange[]): void {
    this.milestones = [...this.milestones.filter(({ at }) => at < now), ...milestones];
  }
}

function endOf(failure: string | undefined, isStopped: boolean): JobPhase {
  if (failure !== undefined) return 'failed';
  return isStopped ? 'stopped' : 'completed';
}

/** A stale answer shows nothing that is older. */
const PAST_THAT_CAN_BE_SHOWN_MS = 30_000;

const VERSION = /s3:\/\/inputs\/([\w.-]+)\//;

const KNOWN_VERSIONS = new WeakMap<object, string>();

/** The version of a spec that a request, or the properties of a resource, ask for. */
export function versionIn(request: object): string {
  const known = KNOWN_VERSIONS.get(request);
  if (known !== undefined) return known;
  const version = VERSION.exec(JSON.stringify(request))?.[1] ?? '';
  KNOWN_VERSIONS.set(request, version);
  return version;
}
