import { distance } from 'fastest-levenshtein';

/** How a value that an enum does not have compares with those that it has. */
export interface EnumMismatch {
  /** The value that was probably meant. */
  readonly nearest?: string;
  /**
   * How sure it is that the value is wrong, rather than newer than the enum: `variant` if it differs in what no two values
   * of an enum differ in, `misspelt` if it looks like a slip, `unknown` otherwise.
   */
  readonly verdict: 'variant' | 'misspelt' | 'unknown';
}

/** A value is taken for another with one typo for every so many letters: a shorter word must have none. */
const LETTERS_PER_TYPO = 5;
/** The longest list of values that is written out. */
export const LONGEST_LIST = 12;

/** Compares a value with those that an enum has; undefined where it is one of them. */
export function enumMismatch(allowed: readonly string[], value: string): EnumMismatch | undefined {
  if (allowed.includes(value)) return undefined;
  const plain = plainOf(value);
  if (plain === '') return { verdict: 'variant' };
  const variant = allowed.find((each) => plainOf(each) === plain);
  if (variant !== undefined) return { nearest: variant, verdict: 'variant' };
  const slip = allowed.find((each) => isSlip(each, value));
  if (slip !== undefined) return { nearest: slip, verdict: 'misspelt' };
  const [nearest, typos] = nearestOf(allowed, value);
  // nothing is near to a value that is mostly other
  if (typos > Math.max(1, Math.floor(value.length / 3))) {
    return { verdict: hasOddParts(allowed, value) ? 'misspelt' : 'unknown' };
  }
  // values with digits in them grow by a digit or a letter: what looks like a typo may be the next generation
  const isWord = !/\d/.test(value) && !/\d/.test(nearest);
  const isMisspelt = isWord && typos <= Math.floor(value.length / LETTERS_PER_TYPO);
  return { nearest, verdict: isMisspelt || hasOddParts(allowed, value) ? 'misspelt' : 'unknown' };
}

/** What an enum allows, as a message says it: all of a short list, the nearest of a long one. */
export function enumText(allowed: readonly string[], { nearest }: EnumMismatch): string {
  const all = allowed.length <= LONGEST_LIST ? `one of ${allowed.join(', ')}` : undefined;
  return all ?? `one of ${allowed.length} values${nearest === undefined ? `, such as ${allowed[0]}` : ''}`;
}

/** A value without what no two values of an enum differ in: upper and lower case, and what separates words. */
export function plainOf(value: string): string {
  return value.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Whether a value comes of another by a slip that no newer value would look like. */
function isSlip(meant: string, value: string): boolean {
  const [right, wrong] = [meant.toLowerCase(), value.toLowerCase()];
  // such as 'm5.large' for 'ml.m5.large'
  if (right.endsWith(`.${wrong}`) || right.endsWith(`_${wrong}`)) return true;
  const isDoubled = withoutDoubles(plainOf(right)) === withoutDoubles(plainOf(wrong));
  return isDoubled || hasSwappedLetters(right, wrong);
}

function withoutDoubles(text: string): string {
  return text.replace(/(.)\1+/gu, '$1');
}

/** Whether two texts differ in two letters next to each other that have changed places. */
export function hasSwappedLetters(right: string, wrong: string): boolean {
  if (right.length !== wrong.length) return false;
  const at = [...right].findIndex((character, index) => character !== wrong[index]);
  const [first, second] = [right[at], right[at + 1]];
  const isPair = /^[a-z]{2}$/.test(`${first}${second}`);
  return isPair && wrong === `${right.slice(0, at)}${second}${first}${right.slice(at + 2)}`;
}

/** Whether a value has more or fewer parts than all values of the enum have, such as `ml.m5` among types of instances. */
function hasOddParts(allowed: readonly string[], value: string): boolean {
  const partsOf = (text: string) => text.split('.').length;
  const parts = partsOf(allowed[0]);
  return parts > 1 && partsOf(value) !== parts && allowed.every((each) => partsOf(each) === parts);
}

function nearestOf(allowed: readonly string[], value: string): readonly [nearest: string, typos: number] {
  const lower = value.toLowerCase();
  const all = allowed.map((each) => [each, distance(each.toLowerCase(), lower)] as const);
  return all.reduce((best, each) => (each[1] < best[1] ? each : best));
}
