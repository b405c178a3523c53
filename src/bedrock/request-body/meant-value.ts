import { enumMismatch } from '../../validation/enum-check';

/** What media types and file names call formats that the APIs call otherwise. */
const FORMAT_ALIASES: ReadonlyMap<string, string> = new Map([
  ['jpg', 'jpeg'],
  ['3gp', 'three_gp'],
  ['markdown', 'md'],
  ['text', 'txt'],
  ['htm', 'html'],
]);

/** The value that was meant by another one; undefined where it may well be newer. */
export function meantValue(values: readonly string[], value: string): string | undefined {
  const tails = values.map(tailOf);
  // what media types begin with makes all of them alike
  if (values.some((each, index) => each !== tails[index])) {
    const meant = meantValue(tails, tailOf(value));
    return meant === undefined ? undefined : values[tails.indexOf(meant)];
  }
  const plain = value.toLowerCase();
  const tail = tailOf(plain).replace(/^\./, '');
  const found = [plain, tail, FORMAT_ALIASES.get(plain), FORMAT_ALIASES.get(tail)].find(
    (each) => each !== undefined && values.includes(each),
  );
  if (found !== undefined) return found;
  const mismatch = enumMismatch(values, value);
  return mismatch && mismatch.verdict !== 'unknown' ? mismatch.nearest : undefined;
}

/** What follows the slash of a media type, or of a path; any other text is its own. */
function tailOf(text: string): string {
  return text.slice(text.lastIndexOf('/') + 1);
}
