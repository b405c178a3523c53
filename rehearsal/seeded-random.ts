import { createHash } from 'node:crypto';

/** Numbers from 0 to 1 that look random and are the same for the same seed, in place of `Math.random`. */
export function seededRandom(seed: string): () => number {
  let drawn = 0;
  return () => createHash('sha256').update(`${seed} ${drawn++}`).digest().readUInt32BE() / 2 ** 32;
}
