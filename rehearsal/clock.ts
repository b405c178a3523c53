/** What `setTimeout` of the clock returns; hand it to `clearTimeout`. */
export interface VirtualTimer {
  readonly due: number;
  readonly order: number;
  readonly callback: () => void;
}

export interface VirtualClockOptions {
  /** Virtual seconds per real second; `Infinity` never waits. */
  readonly speed?: number;
  /** The first moment, in milliseconds since 1970. */
  readonly startTime?: number;
}

/**
 * Time that jumps from one timer to the next.
 *
 * It stands still while work is under way (a process runs, a request is in flight) and moves only while somebody
 * waits for a result (`until`), so that nothing happens behind a caller's back.
 */
export class VirtualClock {
  private readonly speed: number;
  private readonly timers = new Set<VirtualTimer>();
  private readonly observers = new Set<() => void>();
  private currentTime: number;
  private nextOrder = 0;
  private workUnderWay = 0;
  private waiting = 0;
  private pending?: NodeJS.Immediate;
  private pacing?: { timeout: NodeJS.Timeout; from: number; to: number; realStart: number };

  constructor(options: VirtualClockOptions = {}) {
    this.speed = options.speed ?? Infinity;
    if (!(this.speed > 0)) throw new RangeError(`speed: ${options.speed} must be a number above 0, or Infinity`);
    this.currentTime = options.startTime ?? Date.now();
  }

  /** Milliseconds since 1970. */
  public now(): number {
    if (!this.pacing) return this.currentTime;
    const elapsed = (performance.now() - this.pacing.realStart) * this.speed;
    return Math.min(this.pacing.to, Math.floor(this.pacing.from + elapsed));
  }

  public readonly setTimeout = (callback: (...args: unknown[]) => void, ms = 0, ...args: unknown[]): VirtualTimer => {
    const delay = Number.isFinite(ms) && ms > 0 ? ms : 0;
    const timer = { due: this.now() + delay, order: this.nextOrder++, callback: () => callback(...args) };
    this.timers.add(timer);
    this.schedule();
    return timer;
  };

  public readonly clearTimeout = (timer?: VirtualTimer): void => {
    if (timer && this.timers.delete(timer)) this.schedule();
  };

  public async sleep(ms: number): Promise<void> {
    return new Promise((resolve) => this.setTimeout(() => resolve(), ms));
  }

  /** Time stands still until the work is done. */
  public async busy<T>(work: () => Promise<T>): Promise<T> {
    this.workUnderWay++;
    this.schedule();
    try {
      return await work();
    } finally {
      this.workUnderWay--;
      this.schedule();
    }
  }

  /** Work that is under way waits for so long: time need not stand still for it meanwhile. */
  public async pause(ms: number): Promise<void> {
    this.workUnderWay--;
    try {
      await this.sleep(ms);
    } finally {
      this.workUnderWay++;
      this.schedule();
    }
  }

  /** Lets time pass until the promise is settled. */
  public async until<T>(promise: Promise<T>): Promise<T> {
    this.waiting++;
    this.schedule();
    try {
      return await promise;
    } finally {
      this.waiting--;
      this.schedule();
    }
  }

  /** Lets this much time pass. */
  public async advance(ms: number): Promise<void> {
    return this.until(this.sleep(ms));
  }

  /** Calls the observer whenever a timer has gone off. */
  public observe(observer: () => void): () => void {
    this.observers.add(observer);
    return () => this.observers.delete(observer);
  }

  /** Forgets all timers; time does not move again. */
  public stop(): void {
    this.timers.clear();
    this.schedule();
  }

  private get free(): boolean {
    return this.waiting > 0 && this.workUnderWay === 0 && this.timers.size > 0;
  }

  private schedule(): void {
    this.interruptPacing();
    if (!this.free) {
      if (this.pending) clearImmediate(this.pending);
      this.pending = undefined;
    } else {
      // whatever a timer or an answer has set off gets its turn before time moves on
      this.pending ??= setImmediate(() => {
        this.pending = undefined;
        if (this.free) this.moveOn();
      });
    }
  }

  private interruptPacing(): void {
    if (!this.pacing) return;
    this.currentTime = this.now();
    clearTimeout(this.pacing.timeout);
    this.pacing = undefined;
  }

  private moveOn(): void {
    const next = this.earliest();
    const realMs = (next.due - this.currentTime) / this.speed;
    if (realMs < 1) return this.fire(next);
    const timeout = setTimeout(() => {
      this.pacing = undefined;
      this.fire(next);
    }, realMs);
    this.pacing = { timeout, from: this.currentTime, to: next.due, realStart: performance.now() };
  }

  private earliest(): VirtualTimer {
    return [...this.timers].reduce((a, b) => (b.due < a.due || (b.due === a.due && b.order < a.order) ? b : a));
  }

  private fire(timer: VirtualTimer): void {
    this.timers.delete(timer);
    this.currentTime = Math.max(this.currentTime, timer.due);
    timer.callback();
    this.observers.forEach((observer) => observer());
    this.schedule();
  }
}

/** A `Date` class whose "now" is the given one. */
export function dateClass(now: () => number): DateConstructor {
  return class VirtualDate extends Date {
    public static now(): number {
      return now();
    }

    constructor(...args: unknown[]) {
      if (args.length === 0) super(now());
      else super(...(args as ConstructorParameters<DateConstructor>));
    }
  } as unknown as DateConstructor;
}
