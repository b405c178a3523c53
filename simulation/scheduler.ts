/** Something that will happen. */
export interface Event {
  /** When, in milliseconds since 1970. */
  readonly at: number;
  /** What it is, so that two moments of a simulation can be compared. */
  readonly label: string;
}

interface Entry extends Event {
  /** Decides between events of the same moment. */
  readonly rank: number;
  readonly happen: () => void;
}

/** When simulations begin. */
export const START = Date.UTC(2030, 0, 1);

/** More events than the longest simulation has: one that has more goes round in a circle. */
const MOST_EVENTS = 400_000;

/** Virtual time: it jumps from one event to the next, and stands still while code runs. */
export class Scheduler {
  private time = START;
  private readonly queue: Entry[] = [];
  private scheduled = 0;
  private working = 0;
  private hasUnknownWork = false;
  private isOver = false;

  /** @param tie Decides between events of the same moment. @default - the first that was scheduled is the first */
  constructor(private readonly tie?: () => number) {}

  /** Milliseconds since 1970. */
  public get now(): number {
    return this.time;
  }

  /** What is still to happen, in order. */
  public get events(): readonly Event[] {
    return this.queue;
  }

  /** Lets something happen after some seconds. */
  public after(seconds: number, label: string, happen: () => void): Event {
    const rank = this.tie ? this.tie() : this.scheduled;
    const entry = { at: this.time + Math.round(seconds * 1000), label, rank, happen };
    this.scheduled++;
    let index = this.queue.length;
    while (index > 0 && isLater(this.queue[index - 1], entry)) index--;
    this.queue.splice(index, 0, entry);
    return entry;
  }

  /** Something will not happen after all. */
  public cancel(event: Event | undefined): void {
    const index = this.queue.indexOf(event as Entry);
    if (index >= 0) this.queue.splice(index, 1);
  }

  /** Resolves after some seconds. */
  public sleep(seconds: number, label: string): Promise<void> {
    return new Promise((resolve) =>
      this.after(seconds, label, () => {
        this.expectUnknownWork();
        resolve();
      }),
    );
  }

  /** Somebody begins to work who will say when they wait for something, or are done. */
  public beginWork(): void {
    this.working++;
  }

  public endWork(): void {
    this.working--;
  }

  /** Somebody begins to work who will not say when they are done. */
  public expectUnknownWork(): void {
    this.hasUnknownWork = true;
  }

  /** Goes on from a moment that is later. */
  public skipTo(moment: number): void {
    this.time = moment;
  }

  /** Lets nothing happen any more. */
  public end(): void {
    this.isOver = true;
  }

  /** Lets time pass until nothing is left to happen. */
  public async run(): Promise<void> {
    this.expectUnknownWork();
    for (let count = 0; ; count++) {
      await this.rest();
      const next = this.isOver ? undefined : this.queue.shift();
      if (!next) return;
      if (count === MOST_EVENTS) throw new Error(`There is no end to it: the simulation has had ${MOST_EVENTS} events`);
      this.time = next.at;
      next.happen();
    }
  }

  /** Code that awaits what has just happened gets its turn before time moves on. */
  private async rest(): Promise<void> {
    for (let turns = 0; this.working > 0; turns++) {
      if (turns === MOST_TURNS) throw new Error('The handler waits for something that the simulation does not know');
      await undefined;
    }
    if (!this.hasUnknownWork) return;
    this.hasUnknownWork = false;
    // this takes longer, but nobody has to say that they are done
    await new Promise(setImmediate);
    return this.rest();
  }
}

/** More turns than anybody's work takes between two waits. */
const MOST_TURNS = 10_000;

function isLater(a: Entry, b: Entry): boolean {
  return a.at > b.at || (a.at === b.at && a.rank > b.rank);
}
