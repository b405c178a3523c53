/** Places for functions that work at once: who finds none waits for one, in order. */
export class ConcurrencySlots {
  private readonly queue: (() => void)[] = [];
  private inUse = 0;

  constructor(private readonly count: number) {}

  /** Whether any function is at work. */
  public get busy(): boolean {
    return this.inUse > 0;
  }

  public async take(): Promise<void> {
    if (this.inUse < this.count) this.inUse++;
    else await new Promise<void>((resolve) => this.queue.push(resolve));
  }

  public giveBack(): void {
    const next = this.queue.shift();
    if (next) next();
    else this.inUse--;
  }
}
