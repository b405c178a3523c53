import { fits } from '../request-body/body-fit';
import type { BodyShape } from '../request-body/body-shape';
import { isFree } from '../request-body/text-place';

/** What stands in a form for an id, for another text, and for a number: bytes that no JSON document has. */
export const [ID, TEXT, NUMBER] = [0, 1, 2];

const [SPACE, QUOTE, BACKSLASH, DELETE] = Buffer.from(' "\\\x7f');
/** What may follow a backslash, besides the `u` of an escape that has four digits. */
const ESCAPES = new Set(Buffer.from('"\\/bfnrt'));
const U = 'u'.charCodeAt(0);
const DIGITS = new Set(Buffer.from('0123456789abcdefABCDEF'));
/** The digits that half of a character begins with, which may be without its other half. */
const HALF = { first: new Set(Buffer.from('dD')), second: new Set(Buffer.from('89abcdefABCDEF')) };
/** Whether a byte is one of some characters. */
function bytesOf(characters: string): Uint8Array {
  const isOne = new Uint8Array(256);
  for (const byte of Buffer.from(characters)) isOne[byte] = 1;
  return isOne;
}
/** Whether a byte stands for itself in a text. */
const IS_PLAIN = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x20 && byte !== QUOTE && byte !== BACKSLASH ? 1 : 0,
);

const [ZERO, NINE] = Buffer.from('09');
/** What a number has that is not one of few digits. */
const NUMERIC = bytesOf('0123456789+-.eE');
const FEW_DIGITS = 9;
const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/**
 * A line of a file, but for texts and numbers that nothing depends on. Where a line has this form, it is as right as the one that the form
 * was made of: to compare its bytes takes a fraction of what it takes to parse it.
 */
export class RecordForm {
  private readonly isFree: readonly boolean[];

  /**
   * @param bytes The line with what stands for a number in its place, and what stands for a text in the place of what is
   *   between its quotes.
   * @param shapes Of the texts but the id, and of the numbers, in their order.
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
    let [at, places] = [0, 0];
    for (let index = 0; index < this.bytes.length; index++) {
      const byte = this.bytes[index];
      if (byte === TEXT) {
        const start = at;
        at = endOfText(line, start);
        // an empty text may be a fault
        if (at === start) return undefined;
        const text = places++;
        const isAny = this.isFree[text] && isVisible(line[start]);
        if (!isAny && !isText(line, start, at, this.shapes[text])) return undefined;
      } else if (byte === ID) {
        const start = at;
        while (IS_PLAIN[line[at]]) at++;
        if (at === start) return undefined;
        id = line.toString('utf8', start, at);
      } else if (byte === NUMBER) {
        const start = at;
        at = endOfNumber(line, start);
        if (!isNumber(line, start, at, this.shapes[places++])) return undefined;
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

function endOfNumber(line: Buffer, start: number): number {
  let at = start;
  while (NUMERIC[line[at]]) at++;
  return at;
}

function isNumber(line: Buffer, start: number, end: number, shape: BodyShape): boolean {
  const number = fewDigitsIn(line, start, end);
  if (number !== undefined) return fits(shape, number);
  const text = line.toString('latin1', start, end);
  return JSON_NUMBER.test(text) && fits(shape, Number(text));
}

/** A whole number as most are; undefined for any other. */
function fewDigitsIn(line: Buffer, start: number, end: number): number | undefined {
  if (end === start || end - start > FEW_DIGITS || line[start] === ZERO) return undefined;
  let number = 0;
  for (let at = start; at < end; at++) {
    if (line[at] < ZERO || line[at] > NINE) return undefined;
    number = number * 10 + line[at] - ZERO;
  }
  return number;
}

/** How long an escape is; 0 for what is none, or is half of a character. */
function lengthOfEscape(line: Buffer, at: number): number {
  if (ESCAPES.has(line[at + 1])) return 2;
  if (line[at + 1] !== U || (HALF.first.has(line[at + 2]) && HALF.second.has(line[at + 3]))) return 0;
  for (let index = 2; index < 6; index++) if (!DIGITS.has(line[at + index])) return 0;
  return 6;
}
