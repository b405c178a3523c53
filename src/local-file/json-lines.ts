import { closeSync, openSync, readSync } from 'node:fs';

/** What is read at once. */
const BUFFER_BYTES = 1_048_576;
const LINE_FEED = 10;

/**
 * The longest line that is read. The body of InvokeModel has 25,000,000 bytes at most; escapes may make more of them in a
 * file. A line is in memory several times over while it is parsed.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html
 */
export const LONGEST_LINE_BYTES = 32_000_000;

/** What is done with the lines of a file. */
export interface LineVisitor {
  /** A line without its line feed; the bytes are only good until the visitor returns. Lines count from 1. */
  line(bytes: Buffer, number: number): void;
  /** A line that is longer than what is read: what is thrown, or nothing to pass over it. */
  tooLong(number: number): Error | undefined;
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
  /** Whether the line that goes on is passed over. */
  private isTooLong = false;
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
    if (this.begunBytes > 0 || this.isTooLong) this.endLine(Buffer.alloc(0));
  }

  private keep(bytes: Buffer): void {
    if (this.isTooLong) return;
    this.begunBytes += bytes.length;
    if (this.begunBytes > this.longestLine) this.passOver();
    else this.begun.push(bytes);
  }

  private passOver(): void {
    const error = this.visitor.tooLong(this.number);
    if (error) throw error;
    this.isTooLong = true;
    [this.begun, this.begunBytes] = [[], 0];
  }

  private endLine(bytes: Buffer): void {
    let line = bytes;
    if (this.begunBytes > 0) {
      this.keep(bytes);
      line = Buffer.concat(this.begun);
      [this.begun, this.begunBytes] = [[], 0];
    } else if (!this.isTooLong && line.length > this.longestLine) {
      this.passOver();
    }
    if (!this.isTooLong) this.visitor.line(line, this.number);
    this.isTooLong = false;
    this.number++;
  }
}
