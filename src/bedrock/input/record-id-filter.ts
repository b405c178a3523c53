const POSITIONS_PER_ID = 6;
/** Odd numbers whose products spread well: one for each of the two hashes of an id. */
const MULTIPLIERS = [0x01000193, 0x9e3779b1];

/**
 * Remembers ids in a table of bits, in memory that does not grow: an id that it does not know is new; one that it
 * seems to know may be new all the same (a Bloom filter).
 */
export class RecordIdFilter {
  private readonly table: Uint8Array;
  private readonly bits: number;
  private readonly multipliers: number[];

  /**
   * @param bytes The size of the table.
   * @param seed With another seed, other ids are taken for one another.
   */
  constructor(bytes: number, seed: number) {
    this.table = new Uint8Array(bytes);
    // an odd number: the remainder then depends on all of a hash, and not on its last bits only
    this.bits = 8 * bytes - 1;
    this.multipliers = MULTIPLIERS.map((multiplier) => Math.imul(multiplier, 2 * seed + 1));
  }

  /** Remembers an id, and says whether it may have been there before. */
  public add(id: string): boolean {
    // whole numbers that are small enough are added much faster than remainders are taken
    let position = idHash(id, this.multipliers[0]) % this.bits;
    const step = (idHash(id, this.multipliers[1]) % (this.bits - 1)) + 1;
    let isKnown = true;
    for (let count = 0; count < POSITIONS_PER_ID; count++) {
      if (!this.setBit(position)) isKnown = false;
      position += step;
      if (position >= this.bits) position -= this.bits;
    }
    return isKnown;
  }

  /* eslint-disable no-bitwise -- a table of bits */
  /** Sets a bit, and says whether it was set. */
  private setBit(position: number): boolean {
    const index = position >>> 3;
    const bit = 1 << (position % 8);
    const isSet = (this.table[index] & bit) !== 0;
    this.table[index] |= bit;
    return isSet;
  }
  /* eslint-enable no-bitwise */
}

/** A number below 2 ** 32 that an id and an odd number have. */
export function idHash(id: string, multiplier: number): number {
  let hash = id.length;
  for (let index = 0; index < id.length; index++) hash = Math.imul(hash + id.charCodeAt(index), multiplier);
  return hash < 0 ? hash + 2 ** 32 : hash;
}
