/** A text, which may go on behind what is looked at: what is in it says nothing of the line. */
const TEXT = /"(?:[^"\\]|\\.)*"?/g;
/** What Python prints of a dictionary or a list. */
const PYTHON = /^\s*[{[]\s*'|[:,[]\s*(?:True|False|None|nan)\s*[,}\]]/;
const NO_NUMBER = /[:,[]\s*-?(NaN|Infinity)\s*[,}\]]/;
/** How much is looked at: what a line is, its beginning says. */
const LOOKED_AT = 1000;

/** Of a line that begins a document and does not end it. */
export const SEVERAL_LINES = 'the beginning of a document of several lines: write each record on one line';

/** What a line is that is no JSON, and what to do about it: a clause, or undefined where nothing is known of it. */
export function brokenJsonReason(line: Buffer): string | undefined {
  const start = line.toString('utf8', 0, LOOKED_AT);
  const outside = start.replace(TEXT, '""');
  if (PYTHON.test(outside)) return 'what Python prints, and no JSON: write it with json.dumps()';
  const number = NO_NUMBER.exec(outside)?.[1];
  if (number !== undefined) return `${number}, which JSON does not have: write null, or leave the member out`;
  if (/^\s*[[{]\s*$/.test(start)) return SEVERAL_LINES;
  const end = line.toString('utf8', Math.max(0, line.length - LOOKED_AT)).trimEnd();
  if (/[}\]],$/.test(end)) return 'a comma after the document: lines of JSON have nothing between them but their ends';
  return /\}\s*\{\s*"/.test(outside)
    ? 'several documents in one line: write each record on a line of its own'
    : undefined;
}
