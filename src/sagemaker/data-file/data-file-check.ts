import { readFileSync, statSync } from 'node:fs';
import { CsvRows } from './csv-rows';
import type { DataFileRules, PayloadRules } from './data-file-rules';
import { firstBytesOf, type FileKind, kindOfFile } from './first-bytes';
import { ToldLines } from './told-lines';
import { readLines } from '../../local-file/json-lines';
import { hasTooManyValues } from '../../local-file/oversized-json';
import { type Finding, refusal, warning } from '../../validation/finding';

/** A file of a job's data. */
export interface DataFile {
  readonly path: string;
  /** What a message calls it. */
  readonly name: string;
}

/** As AWS counts them; a limit of the service is never refused for less. */
const MEGABYTE = 2 ** 20;
/** A larger document is left to the service: it would be in memory as a whole. */
const LARGEST_DOCUMENT_BYTES = 20 * MEGABYTE;
/** Types of data whose records are lines of JSON. */
const JSON_LINES = ['application/jsonlines', 'application/x-jsonlines', 'application/jsonl', 'application/x-jsonl'];
const CSV = 'text/csv';
/** Types of data that a reader does not decompress by itself. */
const PLAIN_TEXT = [CSV, 'application/json', ...JSON_LINES, 'text/libsvm', 'text/x-libsvm'];

/** What is told of a file that is no data. */
const KINDS: { readonly [kind in Exclude<FileKind, 'gzip'>]: readonly [id: string, text: string] } = {
  'LFS pointer': [
    'dataFile',
    'is a pointer of Git LFS, and not the data itself: get the file with `git lfs pull` before the synthesis',
  ],
  manifest: [
    'dataManifest',
    "looks like a manifest, and all files are data here: upload it, and give it with 'fromManifest()'",
  ],
  'augmented manifest': [
    'dataManifest',
    "looks like an augmented manifest, and all files are data here: if its records refer to the data, upload it, and give it with 'TrainingInput.fromAugmentedManifest()'",
  ],
};

/** Reads a file as far as a request says what it is, in memory that does not depend on its size. */
export function* dataFileRules(file: DataFile, rules: DataFileRules): Iterable<Finding> {
  const first = firstBytesOf(file.path);
  const kind = kindOfFile(first);
  if (kind !== undefined && kind !== 'gzip') {
    const [id, text] = KINDS[kind];
    yield warning(id, rules.member, `has ${file.name}, which ${text}`);
    return;
  }
  yield* compressionRules(file, rules, kind === 'gzip', first.length === 0);
  if (kind === 'gzip' || rules.isGzip !== false) return;
  if (rules.payload) yield* wholeFileRules(file, rules.member, rules.payload);
  if (isDocument(rules)) yield* documentRules(file, rules);
  yield* lineRules(file, rules);
}

/** Whether each file is one JSON document, which is sent as it is. */
function isDocument({ contentType, payload }: DataFileRules): boolean {
  return contentType === 'application/json' && payload?.isSplitByLine === false;
}

function* documentRules({ path, name }: DataFile, { member, isReadByService }: DataFileRules): Iterable<Finding> {
  if (statSync(path).size > LARGEST_DOCUMENT_BYTES) return;
  const content = readFileSync(path);
  if (isJsonText(content)) return;
  const isLines = isJsonText(content.subarray(0, Math.max(0, content.indexOf('\n'))));
  const wayOut = isPython(content)
    ? ': it is what Python prints, write it with json.dumps()'
    : isLines
      ? ": its lines are, give 'splitType: TransformSplitType.LINE'"
      : '';
  const text = `has ${name}, which is no JSON document${wayOut}`;
  yield isReadByService ? refusal(member, text) : warning('dataRecords', member, text);
}

function* compressionRules(
  { name }: DataFile,
  { member, contentType, isGzip }: DataFileRules,
  isCompressed: boolean,
  isEmpty: boolean,
): Iterable<Finding> {
  if (isGzip && !isCompressed && !isEmpty) {
    const text = `has ${name}, which is not compressed with gzip: leave 'compression' out, or compress all files`;
    yield refusal(member, text);
  }
  if (isGzip !== false || !isCompressed || contentType === undefined || !PLAIN_TEXT.includes(contentType)) return;
  const text = `has ${name}, which is compressed with gzip, and 'contentType' is '${contentType}': nothing decompresses it before it is read. Give 'compression', where the job can do that, or decompress the file`;
  yield warning('compressedData', member, text);
}

/** A file that is not cut is one payload. */
function* wholeFileRules(
  { path, name }: DataFile,
  member: string,
  { megabytes, isSplitByLine }: PayloadRules,
): Iterable<Finding> {
  if (megabytes === undefined || isSplitByLine) return;
  const { size } = statSync(path);
  if (size <= megabytes * MEGABYTE) return;
  const text = `has ${name} of ${Math.ceil(size / MEGABYTE)} MB, which is sent as a whole without a 'splitType', and a request has ${megabytes} MB at most ('maxPayload'): give 'splitType', such as TransformSplitType.LINE, or a larger 'maxPayload' up to 100 MB`;
  yield { ...refusal(member, text), isLimit: true };
}

/** Lines that are no records of the type that the request says, or do not fit into a request. */
function* lineRules(
  file: DataFile,
  { member, contentType, payload, isReadByService }: DataFileRules,
): Iterable<Finding> {
  const isSplit = payload?.isSplitByLine ?? false;
  const isJson = JSON_LINES.includes(contentType ?? '') || (contentType === 'application/json' && isSplit);
  const csv = contentType === CSV ? new CsvFaults() : undefined;
  const most = isSplit && payload?.megabytes !== undefined ? payload.megabytes * MEGABYTE : Infinity;
  if (!isJson && !csv && most === Infinity) return;
  const [broken, python, long] = [new ToldLines(), new ToldLines(), new ToldLines()];
  const failure = linesOf(file.path, (line, number) => {
    if (line.length > most) long.add(number);
    csv?.take(line);
    if (isJson && !isJsonText(line)) (isPython(line) ? python : broken).add(number);
  });
  if (failure !== undefined) {
    yield warning('dataFile', member, `has ${file.name}, which was not read to its end: ${failure}`);
    return;
  }
  const place = (lines: ToldLines) => `has in ${file.name}, ${lines.text}:`;
  if (!long.isEmpty) {
    const text = `${place(long)} more than the ${payload?.megabytes} MB that a request has at most ('maxPayload'), so that the record fits into none`;
    yield { ...refusal(member, text), isLimit: true };
  }
  const told = (text: string): Finding =>
    isReadByService ? refusal(member, text) : warning('dataRecords', member, text);
  if (!python.isEmpty) {
    const text = `${place(python)} what Python prints, and no JSON: write the records with json.dumps()`;
    yield told(text);
  }
  if (!broken.isEmpty) yield told(`${place(broken)} no JSON, and 'contentType' is '${contentType}'`);
  for (const text of csv?.texts(place, isSplit) ?? []) yield warning('dataRows', member, text);
}

/** The rows of a CSV file that are not as they should be. */
class CsvFaults {
  private readonly lines = {
    ragged: new ToldLines(),
    'line in quotes': new ToldLines(),
    'open quotes': new ToldLines(),
  };
  private raggedColumns = 0;
  private readonly rows = new CsvRows(({ kind, line, columns }) => {
    if (kind === 'ragged' && this.lines.ragged.isEmpty) this.raggedColumns = columns;
    this.lines[kind].add(line);
  });

  public take(line: Buffer): void {
    this.rows.take(line);
    this.rows.take(LINE_END);
  }

  public *texts(place: (lines: ToldLines) => string, isSplit: boolean): Iterable<string> {
    this.rows.end();
    const { ragged, 'line in quotes': broken, 'open quotes': open } = this.lines;
    if (!open.isEmpty) yield `${place(open)} quotes that are never closed`;
    if (!ragged.isEmpty) {
      yield `${place(ragged)} rows of another number of columns than the first one: ${this.raggedColumns}, and ${this.rows.columns} there`;
    }
    if (isSplit && !broken.isEmpty) {
      yield `${place(broken)} the end of a line in quotes, at which batch transform cuts the record`;
    }
  }
}

const LINE_END = Buffer.from('\n');

/** Reads lines; why that failed, if it did. */
function linesOf(path: string, visit: (line: Buffer, number: number) => void): string | undefined {
  try {
    readLines(path, {
      line: visit,
      tooLong: (number) => new UnreadLine(`line ${number} is longer than 100 MB`),
      unreadable: (reason) => new UnreadLine(reason),
      advanced: () => undefined,
    });
    return undefined;
  } catch (error) {
    if (error instanceof UnreadLine) return error.message;
    throw error;
  }
}

/** A line that cannot be read, and why. */
class UnreadLine extends Error {}

/** Whether a line is a JSON document, or has nothing in it. */
function isJsonText(line: Buffer): boolean {
  if (hasTooManyValues(line)) return false;
  const text = line.toString();
  if (text.trim() === '') return true;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Whether a line looks like the text that Python has for a dictionary or a list. */
function isPython(line: Buffer): boolean {
  const text = line.subarray(0, 1000).toString();
  return /^\s*[{[]\s*'/.test(text) || /[:,[]\s*(?:True|False|None|nan)\s*[,}\]]/.test(text);
}
