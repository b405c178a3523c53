import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { CsvFaults } from './csv-faults';
import type { DataFileRules, PayloadRules } from './data-file-rules';
import { linesOf } from './data-lines';
import { type FileKind, kindOfFile } from './file-kind';
import { filterProblem } from './filter-fit';
import {
  CSV,
  isOtherwiseSeparated,
  isParquet,
  JSON_LINES,
  layoutProblem,
  objectLinesProblem,
  PLAIN_TEXT,
} from './first-line';
import { typeText } from './mime-type';
import { NoJson, type Parsed, parsed, UNREAD } from './parsed-json';
import { MOST_PAYLOAD_MB } from './payload-limit';
import { SeriesFaults } from './series-faults';
import { ToldLines } from './told-lines';
import { brokenJsonReason } from '../../local-file/broken-json';
import { firstBytesOf } from '../../local-file/file-signature';
import { noTextIn } from '../../local-file/no-text';
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
/** What an answer of the service is called in a joined record. */
const OUTPUT = '"SageMakerOutput"';
const MUST_BE_SERIES = 'this algorithm reads a series on each line';

/** What is told of a file that is no data. */
const KINDS: { readonly [kind in Exclude<FileKind, 'gzip' | 'no text'>]: readonly [id: string, text: string] } = {
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
  if (kind !== undefined && kind !== 'gzip' && kind !== 'no text') {
    const [id, text] = KINDS[kind];
    yield warning(id, rules.member, `has ${file.name}, which ${text}`);
    return;
  }
  const reason = rules.isGzip === false && kind !== 'gzip' ? textProblem(rules, first) : undefined;
  if (reason !== undefined) {
    yield warning('dataFile', rules.member, `has ${file.name}, which ${reason}`);
    return;
  }
  yield* compressionRules(file, rules, kind === 'gzip', first.length === 0);
  if (kind === 'gzip' || rules.isGzip !== false) return;
  if (rules.payload) yield* wholeFileRules(file, rules.member, rules.payload);
  if (isDocument(rules)) yield* documentRules(file, rules);
  yield* lineRules(file, rules, first);
}

/** What is wrong with the beginning of a file that should be of a type. */
function textProblem(rules: DataFileRules, first: Buffer): string | undefined {
  const { contentType, isWrapped, hasObjectLines } = rules;
  const noLines = hasObjectLines ? objectLinesProblem(first) : undefined;
  if (noLines !== undefined || contentType === undefined) return noLines;
  const isText = PLAIN_TEXT.includes(contentType);
  if (first.length === 0) return isText ? 'is empty: leave it out, or there is no record for its part' : undefined;
  const noText = isText ? noTextIn(first) : undefined;
  if (noText) return `${noText.found}, and ${typeText(rules)}: ${noText.advice}`;
  return isWrapped ? undefined : layoutProblem(rules, first);
}

/** Whether each file is one JSON document, which is sent or read as it is. */
function isDocument({ contentType, payload }: DataFileRules): boolean {
  return contentType === 'application/json' && !payload?.isSplitByLine;
}

function* documentRules(file: DataFile, rules: DataFileRules): Iterable<Finding> {
  const { path, name } = file;
  const { member, isReadByService, payload } = rules;
  if (statSync(path).size > LARGEST_DOCUMENT_BYTES) return;
  const content = readFileSync(path);
  const document = parsed(content);
  if (!(document instanceof NoJson)) {
    if (document !== UNREAD) yield* filterRules(file, rules, document);
    return;
  }
  const line = parsed(content.subarray(0, Math.max(0, content.indexOf('\n'))));
  const isLines = !(line instanceof NoJson) && line !== UNREAD;
  // only where a file is sent as it is, it has to be one document
  if (isLines && payload === undefined) return;
  const broken = brokenJsonReason(content);
  const wayOut = isLines
    ? ": its lines are, give 'splitType: TransformSplitType.LINE'"
    : broken === undefined
      ? ` (${document.reason}): write it anew, for example with json.dumps()`
      : `: it has ${broken}`;
  const text = `has ${name}, which is no JSON document${wayOut}`;
  yield isReadByService && payload ? refusal(member, text) : warning('dataRecords', member, text);
}

function* compressionRules(
  { name }: DataFile,
  rules: DataFileRules,
  isCompressed: boolean,
  isEmpty: boolean,
): Iterable<Finding> {
  const { member, contentType, isGzip } = rules;
  if (isGzip && !isCompressed && !isEmpty) {
    const text = `has ${name}, which is not compressed with gzip: leave 'compression' out, or compress all files`;
    yield refusal(member, text);
  }
  if (isGzip !== false || !isCompressed || contentType === undefined || !PLAIN_TEXT.includes(contentType)) return;
  const text = `has ${name}, which is compressed with gzip, and ${typeText(rules)}: nothing decompresses it before it is read. Give 'compression', where the job can do that, or decompress the file`;
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
  const text = `has ${name} of ${Math.ceil(size / MEGABYTE)} MB, which is sent as a whole without a 'splitType', and a request has ${megabytes} MB at most ('maxPayload'): give 'splitType', such as TransformSplitType.LINE, or a larger 'maxPayload' up to ${MOST_PAYLOAD_MB} MB`;
  yield { ...refusal(member, text), isLimit: true };
}

/** Lines that are no records of the type that the request says, or do not fit into a request. */
function* lineRules(file: DataFile, rules: DataFileRules, head: Buffer): Iterable<Finding> {
  const { member, contentType, payload, isReadByService } = rules;
  const isSplit = payload?.isSplitByLine ?? false;
  const series = rules.hasObjectLines && !isParquet(head) ? new SeriesFaults() : undefined;
  const isJson =
    series !== undefined || JSON_LINES.includes(contentType ?? '') || (contentType === 'application/json' && isSplit);
  const hasCommas = contentType === CSV && !(rules.hasAnySeparator && isOtherwiseSeparated(head));
  const csv = hasCommas ? new CsvFaults() : undefined;
  const most = isSplit && payload?.megabytes !== undefined ? payload.megabytes * MEGABYTE : Infinity;
  if (!isJson && !csv && most === Infinity) return;
  const long = new ToldLines();
  const reserved = new ToldLines();
  const undecodable = new ToldLines();
  const broken = new Map<string, ToldLines>();
  let first: Parsed | undefined;
  /** Of the first line that is none: those of all others may differ in no more than a number. */
  let noJson: string | undefined;
  const failure = linesOf(file.path, most, long, (line, number) => {
    csv?.take(line);
    if (!isJson) return;
    if (!isUtf8(line)) undecodable.add(number);
    const value = parsed(line);
    if (value instanceof NoJson) {
      add(
        broken,
        brokenJsonReason(line) ??
          (noJson ??= noJsonText(value, series ? MUST_BE_SERIES : `'contentType' is '${contentType}'`)),
        number,
      );
      return;
    }
    if (value !== UNREAD) {
      first ??= value;
      series?.take(value.value, number);
    }
    if (rules.isJoined && line.includes(OUTPUT)) {
      reserved.add(number);
    }
  });
  if (failure !== undefined) {
    yield warning('dataFile', member, `has ${file.name}, which was not read to its end: ${failure}`);
    return;
  }
  const place = (lines: ToldLines) => `has in ${file.name}, ${lines.text}:`;
  if (!long.isEmpty) {
    const text = `${place(long)} more than the ${payload?.megabytes} MB that a request has at most ('maxPayload'), so that the record fits into none: give a larger 'maxPayload' up to ${MOST_PAYLOAD_MB} MB, or shorten the record`;
    yield { ...refusal(member, text), isLimit: true };
  }
  for (const [reason, lines] of broken) {
    const text = `${place(lines)} ${reason}`;
    yield isReadByService ? refusal(member, text) : warning('dataRecords', member, text);
  }
  if (!undecodable.isEmpty) {
    const text = `${place(undecodable)} bytes that are no UTF-8, as JSON has to be: save the file as UTF-8`;
    yield warning('dataRecords', member, text);
  }
  if (!reserved.isEmpty) {
    const text = `${place(reserved)} a member SageMakerOutput, which the answers are joined as: it may be overwritten`;
    yield warning('dataRecords', member, text);
  }
  for (const text of series?.texts(place) ?? []) yield warning('dataRecords', member, text);
  for (const text of csv?.texts(place, isSplit) ?? []) yield warning('dataRows', member, text);
  if (csv && csv.columns > 0) yield* filterRules(file, rules, csv);
  else if (first) yield* filterRules(file, rules, first);
}

function add(lines: Map<string, ToldLines>, reason: string, number: number): void {
  const told = lines.get(reason) ?? new ToldLines();
  lines.set(reason, told);
  told.add(number);
}

/** What the filter of the job makes of the first record. */
function* filterRules(
  { name }: DataFile,
  { inputFilter }: DataFileRules,
  record: Parsed | { readonly columns: number },
): Iterable<Finding> {
  const problem = inputFilter && filterProblem(inputFilter.step, record);
  if (problem === undefined) return;
  const text = `is '${inputFilter?.text}', which ${problem}, in the first record of ${name}: the model gets nothing of it`;
  yield warning('filterMiss', { property: 'inputFilter', api: 'DataProcessing.InputFilter' }, text);
}

/** Of a line that is no JSON for a reason that only the parser knows. */
function noJsonText({ reason }: NoJson, expected: string): string {
  return `no JSON (${reason}), and ${expected}: write each record as JSON on a line of its own`;
}
