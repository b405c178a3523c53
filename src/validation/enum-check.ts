import { distance } from 'fastest-levenshtein';

/** How a value that an enum does not have compares with those that it has. */
export interface EnumFault {
  /** The value that was probably meant. */
  readonly nearest?: string;
  /** Whether it was surely meant: no service would have both. */
  readonly isMisspelt: boolean;
}

/** A value is taken for another with one typo for every so many letters: a shorter word must have none. */
const LETTERS_PER_TYPO = 5;
/** The longest list of values that is written out. */
export const LONGEST_LIST = 12;

/** Compares a value with those that an enum has; undefined where it is one of them. */
export function enumFault(allowed: readonly string[], value: string): EnumFault | undefined {
  if (allowed.includes(value)) return undefined;
  const plain = plainOf(value);
  const same = allowed.find((each) => plainOf(each) === plain);
  if (same !== undefined) return { nearest: same, isMisspelt: true };
  if (plain === '') return { isMisspelt: true };
  const [nearest, typos] = nearestOf(allowed, value);
  // nothing is near to a value that is mostly other
  if (typos > Math.max(1, Math.floor(value.length / 3))) return { isMisspelt: false };
  // values with digits in them grow by a digit or a letter: what looks like a typo may be the next generation
  const isWord = !/\d/.test(value) && !/\d/.test(nearest);
  return { nearest, isMisspelt: isWord && typos <= Math.floor(value.length / LETTERS_PER_TYPO) };
}

/** What an enum allows, as a message says it: all of a short list, the nearest of a long one. */
export function enumText(allowed: readonly string[], { nearest }: EnumFault): string {
  const all = allowed.length <= LONGEST_LIST ? `one of ${allowed.join(', ')}` : undefined;
  return all ?? `one of ${allowed.length} values${nearest === undefined ? `, such as ${allowed[0]}` : ''}`;
}

/** A value without what is easily got wrong: upper and lower case, what separates words, and doubled characters. */
function plainOf(value: string): string {
  return value
    .toLowerCase()
    .replace(/(.)\1+/gu, '$1')
    .replace(/[^a-z0-9]/g, '');
}

function nearestOf(allowed: readonly string[], value: string): readonly [nearest: string, typos: number] {
  const lower = value.toLowerCase();
  const all = allowed.map((each) => [each, distance(each.toLowerCase(), lower)] as const);
  return all.reduce((best, each) => (each[1] < best[1] ? each : best));
}
