/** A text, which may go on behind what is looked at: what is in it says nothing of the line. */
const TEXT = /"(?:[^"\\]|\\.)*"?/g;
/** What Python prints of a dictionary or a list. */
const PYTHON = /^\s*[{[]\s*'|[:,[]\s*(?:True|False|None|nan)\s*[,}\]]/;
const NO_NUMBER = /[:,[]\s*-?(NaN|Infinity)\s*[,}\]]/;
/** Spaces that cannot be told from others, marks that cannot be seen, and control characters: JSON has none of them between its parts. */
const UNSEEN =
  // eslint-disable-next-line no-control-regex
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\u00a0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]/;
const AT_END = new RegExp(`${UNSEEN.source}(?=\\s*$)`);
/** Quotes as programs set them that write letters. */
const CURLY = /[\u2018-\u201f]/;
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
  const quote = CURLY.exec(outside)?.[0];
  if (quote !== undefined) {
    return `a curly quote (${codeOf(quote)}), and JSON has straight ones: write the file with a program for code`;
  }
  const rest = line.toString('utf8', Math.max(0, line.length - LOOKED_AT));
  const unseen = (UNSEEN.exec(outside) ?? AT_END.exec(rest))?.[0];
  if (unseen !== undefined) {
    return `a character that cannot be seen (${codeOf(unseen)}), which JSON has in texts only: delete it`;
  }
  if (/^\s*[[{]\s*$/.test(start)) return SEVERAL_LINES;
  const end = rest.trimEnd();
  if (/[}\]],$/.test(end)) return 'a comma after the document: lines of JSON have nothing between them but their ends';
  return /\}\s*\{\s*"/.test(outside)
    ? 'several documents in one line: write each record on a line of its own'
    : undefined;
}

/** A character as the tables of Unicode call it. */
function codeOf(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
