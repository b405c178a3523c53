/** What the runtime's `setTimeout` returns, with what Node.js's own has. */
export class VirtualTimeout {
  private isCounted = true;

  constructor(
    private readonly timers: VirtualTimers,
    private readonly delayMs: number,
    public readonly fire: () => void,
    public due: number,
  ) {}

  public ref(): this {
    this.isCounted = true;
    return this;
  }

  /** Nobody waits for it. */
  public unref(): this {
    this.isCounted = false;
    return this;
  }

  public hasRef(): boolean {
    return this.isCounted;
  }

  /** Begins anew. */
  public refresh(): this {
    this.timers.add(this, this.delayMs);
    return this;
  }

  public close(): this {
    this.timers.clear(this);
    return this;
  }
}

/** The longest delay of a timer; Node.js takes a longer one for 1 ms. */
const LONGEST_DELAY_MS = 2 ** 31 - 1;

/** Timers of a process whose time stands still while it works, and is moved on from outside. */
export class VirtualTimers {
  private readonly pending = new Set<VirtualTimeout>();

  constructor(private readonly now: () => number) {}

  public readonly setTimeout = (callback: (...args: unknown[]) => void, ms = 1, ...args: unknown[]): VirtualTimeout => {
    const delay = ms >= 1 && ms <= LONGEST_DELAY_MS ? Math.trunc(ms) : 1;
    const timeout = new VirtualTimeout(this, delay, () => callback(...args), 0);
    this.add(timeout, delay);
    return timeout;
  };

  public readonly clearTimeout = (timeout: unknown): void => {
    if (timeout instanceof VirtualTimeout) this.clear(timeout);
  };

  /** When the next one is due that somebody waits for; undefined where there is none. */
  public get nextDue(): number | undefined {
    const dues = [...this.pending].filter((timeout) => timeout.hasRef()).map(({ due }) => due);
    return dues.length > 0 ? Math.min(...dues) : undefined;
  }

  /** Lets the ones go off whose time has come, the earliest first. */
  public fireDue(): void {
    const now = this.now();
    const due = [...this.pending].filter((timeout) => timeout.due <= now).sort((a, b) => a.due - b.due);
    for (const timeout of due) if (this.pending.delete(timeout)) timeout.fire();
  }

  public add(timeout: VirtualTimeout, delayMs: number): void {
    timeout.due = this.now() + delayMs;
    this.pending.add(timeout);
  }

  public clear(timeout: VirtualTimeout): void {
    this.pending.delete(timeout);
  }
}
