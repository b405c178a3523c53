import { fits } from '../request-body/body-fit';
import type { BodyShape } from '../request-body/body-shape';
import { isFree } from '../request-body/text-place';

/** What stands in a form for an id, and for another text: bytes that no JSON document has. */
export const [ID, TEXT] = [0, 1];

const [SPACE, QUOTE, BACKSLASH, DELETE] = Buffer.from(' "\\\x7f');
/** What may follow a backslash, besides the `u` of an escape that has four digits. */
const ESCAPES = new Set(Buffer.from('"\\/bfnrt'));
const U = 'u'.charCodeAt(0);
const DIGITS = new Set(Buffer.from('0123456789abcdefABCDEF'));
/** The digits that half of a character begins with, which may be without its other half. */
const HALF = { first: new Set(Buffer.from('dD')), second: new Set(Buffer.from('89abcdefABCDEF')) };
/** Whether a byte stands for itself in a text. */
const IS_PLAIN = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x20 && byte !== QUOTE && byte !== BACKSLASH ? 1 : 0,
);

/**
 * A line of a file, but for texts that nothing depends on. Where a line has this form, it is as right as the one that the form
 * was made of: to compare its bytes takes a fraction of what it takes to parse it.
 */
export class RecordForm {
  private readonly isFree: readonly boolean[];

  /**
   * @param bytes The line with what stands for a text in the place of what is between its quotes.
   * @param shapes Of the texts but the id, in their order.
   */
  constructor(
    private readonly bytes: Buffer,
    private readonly shapes: readonly BodyShape[],
  ) {
    this.isFree = shapes.map(isFree);
  }

  /** The id in a line of this form, which is empty where the form has none; undefined for a line that may have another one. */
  public idIn(line: Buffer): string | undefined {
    let id = '';
    let [at, texts] = [0, 0];
    for (let index = 0; index < this.bytes.length; index++) {
      const byte = this.bytes[index];
      if (byte === TEXT) {
        const start = at;
        at = endOfText(line, start);
        // an empty text may be a fault
        if (at === start) return undefined;
        const text = texts++;
        const isAny = this.isFree[text] && isVisible(line[start]);
        if (!isAny && !isText(line, start, at, this.shapes[text])) return undefined;
      } else if (byte === ID) {
        const start = at;
        while (IS_PLAIN[line[at]]) at++;
        if (at === start) return undefined;
        id = line.toString('utf8', start, at);
      } else if (line[at++] !== byte) {
        return undefined;
      }
    }
    return at === line.length ? id : undefined;
  }
}

/** Where a text ends: with its quote, or before something that no text has, or that has to be looked at more closely. */
function endOfText(line: Buffer, start: number): number {
  let at = start;
  for (;;) {
    while (IS_PLAIN[line[at]]) at++;
    if (line[at] !== BACKSLASH) return at;
    const length = lengthOfEscape(line, at);
    if (length === 0) return at;
    at += length;
  }
}

/** Whether a byte is a character of ASCII that can be seen, and begins no escape. */
function isVisible(byte: number): boolean {
  return byte > SPACE && byte < DELETE && byte !== BACKSLASH;
}

function isText(line: Buffer, start: number, end: number, shape: BodyShape): boolean {
  const text = line.toString('utf8', start, end);
  return fits(shape, text.includes('\\') ? JSON.parse(`"${text}"`) : text);
}

/** How long an escape is; 0 for what is none, or is half of a character. */
function lengthOfEscape(line: Buffer, at: number): number {
  if (ESCAPES.has(line[at + 1])) return 2;
  if (line[at + 1] !== U || (HALF.first.has(line[at + 2]) && HALF.second.has(line[at + 3]))) return 0;
  for (let index = 2; index < 6; index++) if (!DIGITS.has(line[at + index])) return 0;
  return 6;
}
