import { seededRandom } from '../../../../rehearsal/seeded-random';

/** Choices that are the same for the same seed. */
export class Draws {
  private readonly random: () => number;

  constructor(seed: string) {
    this.random = seededRandom(seed);
  }

  /** A whole number from 0 to below a limit. */
  public below(limit: number): number {
    return Math.floor(this.random() * limit);
  }

  public chance(share: number): boolean {
    return this.random() < share;
  }

  public pick<Value>(values: readonly Value[]): Value {
    return values[this.below(values.length)];
  }

  /** Some of the values, in their order. */
  public some<Value>(values: readonly Value[], share: number): Value[] {
    return values.filter(() => this.chance(share));
  }
}
