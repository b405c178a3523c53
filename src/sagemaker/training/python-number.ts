/** What Python's `int()` takes of a text, but for spaces around it. */
const WHOLE = /^[+-]?\d+(?:_\d+)*$/;
/** What its `float()` takes, but for what is endless or no number. */
const NUMBER = /^[+-]?(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:e[+-]?\d+)?$/i;
const NO_BOUND = /^[+-]?(?:inf(?:inity)?|nan)$/i;

/** The whole number that Python reads in a text; NaN where it reads none. */
export function pythonInt(text: string): number {
  return WHOLE.test(text) ? Number(text.replaceAll('_', '')) : NaN;
}

/** The number that Python reads in a text; NaN where it reads none. */
export function pythonFloat(text: string): number {
  return NUMBER.test(text) ? Number(text.replaceAll('_', '')) : NaN;
}

/** Whether Python reads a number in it that is endless, or none. */
export function isPythonNoBound(text: string): boolean {
  return NO_BOUND.test(text);
}
