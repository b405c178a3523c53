/** How many calls of an operation a service takes: so many at once, and so many more in each second. */
export interface CallRate {
  readonly burst: number;
  readonly perSecond: number;
}

/** What a service has left of a rate: a bucket that fills again. */
export class CallAllowance {
  private left: number;
  private at = 0;

  constructor(private readonly rate: CallRate) {
    this.left = rate.burst;
  }

  /** Whether one more call is taken at a moment, in milliseconds. */
  public take(now: number): boolean {
    const { burst, perSecond } = this.rate;
    this.left = Math.min(burst, this.left + ((now - this.at) / 1000) * perSecond);
    this.at = now;
    if (this.left < 1) return false;
    this.left--;
    return true;
  }
}
