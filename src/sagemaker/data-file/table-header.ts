import { statSync } from 'node:fs';
import { firstBytesOf } from '../../local-file/file-signature';

/** More columns say no more, and a line may be cut off. */
const MOST_COLUMNS = 100;
/** What stands for a number that is not there. */
const MISSING = /^(?:|nan|na|n\/a|null|none|nil|inf|infinity)$/i;
const WORD = /\p{L}/u;
// eslint-disable-next-line no-control-regex
const CONTROL = /[\0-\x08\x0e-\x1f]/;

/**
 * The first line of a CSV file, where it has the names of columns: none of its values is a number, and the line after it has
 * one; undefined for any other file.
 */
export function tableHeaderIn(path: string): string | undefined {
  const [first, second] = firstLinesOf(path);
  if (second === undefined || CONTROL.test(first)) return undefined;
  const names = valuesIn(first);
  const isOfNames = names.every((value) => !isNumber(value)) && names.some((value) => isName(value));
  return isOfNames && valuesIn(second).some(isNumber) ? first : undefined;
}

/**
 * A text beside numbers in the first row behind a header, or what is more than a number, such as a date; undefined where there is
 * none: a file of texts is another one.
 */
export function textCellIn(path: string, hasHeader: boolean): string | undefined {
  const row = firstLinesOf(path)[hasHeader ? 1 : 0] ?? '';
  const values = valuesIn(row);
  if (CONTROL.test(row) || !values.some(isNumber)) return undefined;
  return values.find((value) => !isNumber(value) && (isName(value) || /\d/.test(value)));
}

/** The first two lines. Of one that is cut off, the last value is left out, which may be half of a number. */
function firstLinesOf(path: string): string[] {
  const first = firstBytesOf(path);
  const lines = first.toString('utf8').split(/\r?\n/);
  if (first.length < statSync(path).size) lines.push(lines.pop()!.replace(/[,;\t|]?[^,;\t|]*$/, ''));
  return lines.slice(0, 2);
}

/** The values of a line. A comma in quotes is a part of one, but for a quote that is never closed. */
function valuesIn(line: string): string[] {
  const values = line.match(/(?<=^|[,;\t|])(?:\s*"[^"]*"\s*(?=$|[,;\t|])|[^,;\t|]*)/g) ?? [];
  return values.slice(0, MOST_COLUMNS).map((value) => value.trim().replace(/^"|"$/g, '').trim());
}

function isNumber(value: string): boolean {
  return value !== '' && Number.isFinite(Number(value));
}

function isName(value: string): boolean {
  return WORD.test(value) && !MISSING.test(value);
}
