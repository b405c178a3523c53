/** Looks for a text in the bytes of a file that comes piece by piece. */
export class TextSearch {
  private found = false;
  private last = Buffer.alloc(0);
  private readonly text: Buffer;

  constructor(text: string) {
    this.text = Buffer.from(text);
  }

  public get isFound(): boolean {
    return this.found;
  }

  public take(piece: Buffer): void {
    if (this.found) return;
    const seam = Buffer.concat([this.last, piece.subarray(0, this.text.length)]);
    this.found = seam.includes(this.text) || piece.includes(this.text);
    // a copy: what it is cut from may be used again
    this.last = Buffer.from(
      Buffer.concat([this.last, piece.subarray(-this.text.length)]).subarray(1 - this.text.length),
    );
  }
}

/** The longest JSON that is kept. */
const MOST_CAUGHT = 4 * 1024 * 1024;
const SEAM = 64;
const [QUOTE, BACKSLASH, OPEN, CLOSE] = Buffer.from('"\\{}');

/** Catches the first JSON object that begins in one of a few ways in the bytes of a file. */
export class JsonCatcher {
  /** The end of what came before, in which an object may begin. */
  private before = Buffer.alloc(0);
  private pieces?: Buffer[];
  private length = 0;
  private depth = 0;
  private isText = false;
  private isEscaped = false;
  private isDone = false;

  private readonly starts: readonly Buffer[];

  constructor(...starts: readonly string[]) {
    this.starts = starts.map((start) => Buffer.from(start));
  }

  /** The object; undefined where there is none, or none that is whole. */
  public get value(): unknown {
    if (!this.isDone || !this.pieces) return undefined;
    try {
      return JSON.parse(Buffer.concat(this.pieces).toString());
    } catch {
      return undefined;
    }
  }

  public take(piece: Buffer): void {
    if (this.isDone) return;
    if (this.pieces) return this.catch(piece);
    const seam = Buffer.concat([this.before, piece.subarray(0, SEAM)]);
    const inSeam = this.startIn(seam);
    const inPiece = this.startIn(piece);
    if (inSeam < 0 && inPiece < 0) {
      // a copy: what it is cut from may be used again
      this.before = Buffer.from(piece.length < SEAM ? seam.subarray(-SEAM) : piece.subarray(-SEAM));
      return;
    }
    this.pieces = [];
    this.catch(inSeam < 0 ? piece.subarray(inPiece) : seam.subarray(inSeam));
    if (inSeam >= 0 && !this.isDone) this.catch(piece.subarray(SEAM));
  }

  /** Where an object begins; a negative number where none does. */
  private startIn(bytes: Buffer): number {
    const found = this.starts.map((start) => bytes.indexOf(start)).filter((at) => at >= 0);
    return found.length === 0 ? -1 : Math.min(...found);
  }

  private catch(piece: Buffer): void {
    const end = this.endIn(piece);
    const part = Buffer.from(piece.subarray(0, end));
    this.pieces!.push(part);
    this.length += part.length;
    if (this.depth === 0) this.isDone = true;
    if (this.length <= MOST_CAUGHT) return;
    this.isDone = true;
    this.pieces = undefined;
  }

  /** Where the object ends in a piece. */
  private endIn(piece: Buffer): number {
    for (let at = 0; at < piece.length; at++) {
      const byte = piece[at];
      if (this.isText) {
        if (this.isEscaped) this.isEscaped = false;
        else if (byte === BACKSLASH) this.isEscaped = true;
        else if (byte === QUOTE) this.isText = false;
      } else if (byte === QUOTE) {
        this.isText = true;
      } else if (byte === OPEN) {
        this.depth++;
      } else if (byte === CLOSE && --this.depth === 0) {
        return at + 1;
      }
    }
    return piece.length;
  }
}
