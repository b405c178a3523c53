/** From this moment on, a job has this status. */
export interface Milestone {
  readonly at: number;
  readonly status: string;
  /** Why, where the service says so. */
  readonly reason?: string;
}

/** The statuses of a job, fixed when it is created; only a stop changes what is still to come. */
export class JobTimeline {
  constructor(
    private milestones: readonly Milestone[],
    /** Statuses that end a job. */
    private readonly terminal: readonly string[],
    private readonly now: () => number,
  ) {}

  /** The one that the job has passed last. */
  public get current(): Milestone {
    return this.passed.at(-1) ?? this.milestones[0];
  }

  /** Those that the job has passed. */
  public get passed(): readonly Milestone[] {
    const now = this.now();
    return this.milestones.filter(({ at }) => at <= now);
  }

  public get finished(): boolean {
    return this.terminal.includes(this.current.status);
  }

  /** What ends it or has ended it; undefined when nothing does. */
  public get end(): Milestone | undefined {
    return this.milestones.find(({ status }) => this.terminal.includes(status));
  }

  /** When the job came into a status; undefined when it never has. */
  public reached(status: string): number | undefined {
    const now = this.now();
    return this.milestones.find((milestone) => milestone.status === status && milestone.at <= now)?.at;
  }

  /** What was to come does not; this does. */
  public divert(milestones: readonly Milestone[]): void {
    this.milestones = [...this.passed, ...milestones];
  }
}
