import { median } from './figure';

/** Measures things in turns, so that what else the machine does meets all of them alike: the values of all rounds, by name. */
export function inTurns<Name extends string>(
  rounds: number,
  names: readonly Name[],
  measure: (name: Name) => number,
): { readonly [name in Name]: number[] } {
  const values = Object.fromEntries(names.map((name) => [name, [] as number[]])) as { [name in Name]: number[] };
  for (let round = 0; round < rounds; round++) {
    for (const name of names) values[name].push(measure(name));
  }
  return values;
}

/** How many times as large values are as those that were measured in the same rounds. */
export function ratioOf(values: readonly number[], peers: readonly number[]): number {
  return median(values.map((value, round) => value / peers[round]));
}
