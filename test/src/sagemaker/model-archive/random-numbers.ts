const [FACTOR, MODULUS] = [48_271, 2 ** 31 - 1];

/** Whole numbers below a bound, the same ones for a seed in every run (the generator MINSTD). */
export function randomNumbers(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (state * FACTOR) % MODULUS;
    return state % bound;
  };
}
