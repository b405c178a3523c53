import { enumMismatch } from '../../validation/enum-check';

/** What media types and file names call formats that the APIs call otherwise. */
const FORMAT_ALIASES: ReadonlyMap<string, string> = new Map([
  ['jpg', 'jpeg'],
  ['image/jpg', 'image/jpeg'],
  ['3gp', 'three_gp'],
  ['markdown', 'md'],
  ['text', 'txt'],
  ['htm', 'html'],
]);

/** The value that was meant by another one; undefined where it may well be newer. */
export function meantValue(values: readonly string[], value: string): string | undefined {
  const plain = value.toLowerCase();
  const tail = plain.slice(plain.lastIndexOf('/') + 1).replace(/^\./, '');
  const found = [plain, tail, FORMAT_ALIASES.get(plain), FORMAT_ALIASES.get(tail)].find(
    (each) => each !== undefined && values.includes(each),
  );
  if (found !== undefined) return found;
  const mismatch = enumMismatch(values, value);
  return mismatch && mismatch.verdict !== 'unknown' ? mismatch.nearest : undefined;
}
