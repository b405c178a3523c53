/** Makes the error about a record from what is wrong with it. */
export type RecordFault = (reason: string) => Error;

const LONGEST_VALUE = 40;

/** What kind of value something is, for a value that may be a whole document. */
export function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** A value as a message shows it: never all of a long one. */
export function shortened(value: unknown): string {
  if (typeof value === 'object' && value !== null) return kindOf(value);
  const text = typeof value === 'string' ? value : String(value);
  const short = text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}...` : text;
  return typeof value === 'string' ? `'${short}'` : short;
}
