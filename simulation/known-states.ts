/** What a run has come to: all that its future depends on, and what excuses violations from there on. */
export interface KnownState {
  readonly digest: string;
  /** Each a text: where there is more of it, no judgment is harder. */
  readonly excuses: readonly string[];
}

/** States of which something is known that holds as well where there are more excuses. */
export class KnownStates {
  private readonly excusesOf = new Map<string, KnownState['excuses'][]>();

  public add(state: KnownState): void {
    if (this.has(state)) return;
    const others = (this.excusesOf.get(state.digest) ?? []).filter((excuses) => !isPart(state.excuses, excuses));
    this.excusesOf.set(state.digest, [...others, state.excuses]);
  }

  /** Whether a state is known, or the same with fewer excuses. */
  public has({ digest, excuses }: KnownState): boolean {
    return this.excusesOf.get(digest)?.some((known) => isPart(known, excuses)) === true;
  }
}

/** What stands for a state that is the same, with the same excuses. */
export function nameOf({ digest, excuses }: KnownState): string {
  return [digest, ...excuses].join('\n');
}

function isPart(some: readonly string[], all: readonly string[]): boolean {
  return some.every((excuse) => all.includes(excuse));
}
