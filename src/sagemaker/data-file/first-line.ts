import type { DataFileRules } from './data-file-rules';
import { typeText } from './mime-type';

/** Types of data whose records are lines of JSON. */
export const JSON_LINES = [
  'application/jsonlines',
  'application/x-jsonlines',
  'application/jsonl',
  'application/x-jsonl',
];
export const CSV = 'text/csv';
const LIBSVM = ['text/libsvm', 'text/x-libsvm'];
/** Types of data that a reader does not decompress by itself. */
export const PLAIN_TEXT = [CSV, 'application/json', ...JSON_LINES, ...LIBSVM];
/** Types of data whose files are of RecordIO. */
const RECORD_IO = ['application/x-recordio', 'application/x-recordio-protobuf'];
const RECORD_IO_MAGIC = '0a23d7ce';
const PARQUET = 'application/x-parquet';
/** As it is, or with a footer that is encrypted. */
const PARQUET_START = /^PAR[1E]$/;

const BYTE_ORDER_MARK = 'efbbbf';
/** A label, and the numbers of columns with their values. */
const LIBSVM_LINE = /^[^\s:,]+(?:[ \t]+\d+:[^\s:,]+)+\s*$/;
/** What may part the values of a row, besides a comma. */
const OTHER_SEPARATORS: readonly (readonly [separator: string, name: string])[] = [
  [';', 'semicolons'],
  ['\t', 'tabs'],
  ['|', 'pipes'],
];
/** What to do about data of another type than the request says. */
const SAY_TYPE = 'give the type that the data has';
/** A row of fewer values may be a text with such a character in it. */
const FEWEST_PARTS = 3;

/**
 * What a file looks like that is not of the type that it is said to be, by its first line; undefined where it may be. None of
 * it is certain: a text may look like anything.
 */
export function layoutProblem(
  rules: Pick<DataFileRules, 'contentType' | 'isDefaultType' | 'hasAnySeparator'>,
  head: Buffer,
): string | undefined {
  const { contentType = '', hasAnySeparator } = rules;
  if (RECORD_IO.includes(contentType) && head.toString('hex', 0, 4) !== RECORD_IO_MAGIC) {
    return `begins with no record of RecordIO, and 'contentType' is '${contentType}': ${SAY_TYPE}`;
  }
  if (contentType === PARQUET && head.length > 0 && !isParquet(head)) {
    return `does not begin as Parquet does, and 'contentType' is '${contentType}': ${SAY_TYPE}`;
  }
  if (!PLAIN_TEXT.includes(contentType)) return undefined;
  if (head.toString('hex', 0, 3) === BYTE_ORDER_MARK) {
    return 'begins with a byte order mark, which readers take for a part of the first value: save it as UTF-8 without one';
  }
  const lines = head.toString('utf8').split('\n');
  const [first] = lines;
  if (contentType === CSV) return tableProblem(first, hasAnySeparator ? [] : lines.slice(1, -1));
  if (LIBSVM.includes(contentType) && /,/.test(first) && !/:/.test(first)) {
    return `looks like CSV, and ${typeText(rules)}: ${SAY_TYPE}`;
  }
  return undefined;
}

/** What a file looks like that should have an object as JSON on each line; undefined where it may. */
export function objectLinesProblem(head: Buffer): string | undefined {
  const start = head.toString('latin1');
  if (/^\s*\[/.test(start)) {
    return 'is a list as JSON, and this algorithm reads an object on each line: write each series on a line of its own';
  }
  return /^\s*\{[ \t]*\r?\n/.test(start)
    ? 'has an object over several lines, and this algorithm reads one on each line: write each series on a line of its own'
    : undefined;
}

export function isParquet(head: Buffer): boolean {
  return PARQUET_START.test(head.toString('latin1', 0, 4));
}

/** Whether the first row has something else between its values than commas. */
export function isOtherwiseSeparated(head: Buffer): boolean {
  return /^[^,\n]*[;\t|]/.test(head.toString('latin1'));
}

function tableProblem(first: string, others: readonly string[]): string | undefined {
  if (/^\s*(?:\[\s*)?\{\s*"[^"]*"\s*:/.test(first)) {
    return `looks like JSON, and 'contentType' is 'text/csv': ${SAY_TYPE}`;
  }
  if (LIBSVM_LINE.test(first)) return `looks like LIBSVM, and 'contentType' is 'text/csv': ${SAY_TYPE}`;
  if (first.includes(',')) return undefined;
  const found = OTHER_SEPARATORS.find(([separator]) => {
    const count = partsOf(first, separator);
    return count >= FEWEST_PARTS && others.length > 0 && others.every((line) => partsOf(line, separator) === count);
  });
  const name = found?.[1] ?? (hasNumbersAlone(first, others) ? 'spaces' : undefined);
  return name && `has ${name} between its values, and CSV has commas: write commas in their place`;
}

/** Whether spaces part numbers, and nothing else: so NumPy writes them by itself. A text may have spaces in it. */
function hasNumbersAlone(first: string, others: readonly string[]): boolean {
  const numbersIn = (line: string) => line.trim().split(/ +/);
  const numbers = numbersIn(first);
  const isRow = numbers.length >= FEWEST_PARTS && numbers.every((each) => each !== '' && Number.isFinite(Number(each)));
  return isRow && others.length > 0 && others.every((line) => numbersIn(line).length === numbers.length);
}

function partsOf(line: string, separator: string): number {
  return line.split(separator).length;
}
