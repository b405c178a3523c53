import { closeSync, openSync, readSync } from 'node:fs';

/** What is read at once. */
const BUFFER_BYTES = 1_048_576;
const LINE_FEED = 10;

/** The longest line that is read: far more than a model takes in one request, and little enough to hold in memory. */
export const LONGEST_LINE_BYTES = 100_000_000;

/** What is done with the lines of a file. */
export interface LineVisitor {
  /** A line without its line feed; the bytes are only good until the visitor returns. Lines count from 1. */
  line(bytes: Buffer, number: number): void;
  /** A line that is longer than what is read: what is thrown. */
  tooLong(number: number): Error;
  /** The file cannot be read: what is thrown. */
  unreadable(reason: string): Error;
  /** So much more of the file has been read. */
  advanced(bytes: number): void;
}

/** Reads a file line by line, in memory that is bounded by the longest line. */
export function readLines(path: string, visitor: LineVisitor, longestLine = LONGEST_LINE_BYTES): void {
  const attempt = <T>(action: () => T): T => {
    try {
      return action();
    } catch (error) {
      throw visitor.unreadable((error as Error).message);
    }
  };
  const file = attempt(() => openSync(path, 'r'));
  try {
    const lines = new LineSplitter(visitor, longestLine);
    const buffer = Buffer.allocUnsafe(BUFFER_BYTES);
    for (let length = -1; length !== 0;) {
      length = attempt(() => readSync(file, buffer));
      lines.take(buffer.subarray(0, length));
      visitor.advanced(length);
    }
    lines.end();
  } finally {
    closeSync(file);
  }
}

/** Makes lines of what is read, piece by piece. */
class LineSplitter {
  /** The beginning of a line that goes on in the next piece. */
  private begun: Buffer[] = [];
  private begunBytes = 0;
  private number = 1;

  constructor(
    private readonly visitor: LineVisitor,
    private readonly longestLine: number,
  ) {}

  public take(piece: Buffer): void {
    let start = 0;
    for (let end = piece.indexOf(LINE_FEED); end >= 0; end = piece.indexOf(LINE_FEED, start)) {
      this.endLine(piece.subarray(start, end));
      start = end + 1;
    }
    // the piece's memory is used again
    if (start < piece.length) this.keep(Buffer.from(piece.subarray(start)));
  }

  /** What is left is a line, too: the last one needs no line feed. */
  public end(): void {
    if (this.begunBytes > 0) this.endLine(Buffer.alloc(0));
  }

  private keep(bytes: Buffer): void {
    this.begunBytes += bytes.length;
    if (this.begunBytes > this.longestLine) throw this.visitor.tooLong(this.number);
    this.begun.push(bytes);
  }

  private endLine(bytes: Buffer): void {
    let line = bytes;
    if (this.begunBytes > 0) {
      this.keep(bytes);
      line = Buffer.concat(this.begun);
      [this.begun, this.begunBytes] = [[], 0];
    }
    if (line.length > this.longestLine) throw this.visitor.tooLong(this.number);
    this.visitor.line(line, this.number);
    this.number++;
  }
}
