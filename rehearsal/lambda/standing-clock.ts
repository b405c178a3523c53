/** After so many looks at a clock that stands still, somebody waits for it to move. */
const LOOKS = 100_000;

/**
 * The clock of a function: it stands still while the function works, however fast the machine is, so that every
 * rehearsal goes the same way. For code that looks again and again until it moves, it moves by a millisecond a look.
 */
export class StandingClock {
  private looks = 0;

  constructor(private time: number) {}

  public readonly now = (): number => {
    if (++this.looks > LOOKS) this.time++;
    return this.time;
  };

  public set(time: number): void {
    this.time = time;
    this.looks = 0;
  }
}
