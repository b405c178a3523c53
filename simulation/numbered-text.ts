/** What was asked for before: requests and properties, which never change. */
const KNOWN = new WeakMap<object, unknown>();
/** Texts by what they say, but for the moments in them. */
const NUMBERS = new Map<string, number>();

/** A moment of the time in which the simulation plays. */
export const MOMENT = /20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g;
/** When a URL was signed no one reads. */
export const SIGNED_AT = /X-Amz-Date=\w+/g;

/** What stands for the text of a value, and for no other: its number, with the moments that are in it. */
export function numberedTextOf(value: object): unknown {
  const known = KNOWN.get(value);
  if (known !== undefined) return known;
  const text = JSON.stringify(value).replace(SIGNED_AT, '');
  // no text of JSON has a line feed in it
  const rest = text.replace(MOMENT, '\n');
  const number = NUMBERS.get(rest) ?? NUMBERS.size;
  NUMBERS.set(rest, number);
  const numbered = [number, ...(text.match(MOMENT) ?? [])];
  KNOWN.set(value, numbered);
  return numbered;
}
