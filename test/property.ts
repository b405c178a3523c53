import fc from 'fast-check';

/** How many times as many values are tried, where there is time for it. */
const TIMES = Number(process.env.FUZZ_TIMES ?? 1);
/** The values are the same in every run, unless others are asked for. */
const SEED = Number(process.env.FUZZ_SEED ?? 20_260_214);
/** The one value that a failure names by its path is tried alone. */
const PATH = process.env.FUZZ_PATH;

/**
 * Tries values that are made up, and shrinks one that fails to the smallest that does. What it prints of such a one, as
 * `FUZZ_SEED=… FUZZ_PATH=…` plays it again; it then belongs among the examples, so that it is tried forever.
 *
 * @param runs How many values are tried, in seconds rather than minutes.
 */
export function tryValues<Values extends [unknown, ...unknown[]]>(
  property: fc.IProperty<Values>,
  runs: number,
  examples: Values[] = [],
): void {
  fc.assert(property, { seed: SEED, path: PATH, numRuns: examples.length + runs * TIMES, examples });
}
