import { MalformedFile } from './file-facts';

/**
 * What is done with the fields of a message. What it does not ask for is passed over, however long it is.
 *
 * @see https://protobuf.dev/programming-guides/encoding/
 */
export interface MessageVisitor {
  /** A field with a number that has no fixed length. */
  number?(field: number, value: number): void;
  /** What reads a message in a field; undefined where it does not matter. */
  message?(field: number): MessageVisitor | undefined;
  /** Whether the bytes of a field are wanted: they are kept whole, up to a limit. */
  wants?(field: number): boolean;
  /** The bytes of a field; they are only good until the visitor returns. */
  bytes?(field: number, value: Buffer): void;
  end?(): void;
}

/** The longest text or list of numbers that is kept. */
const MOST_KEPT = 256 * 1024;
const CONTINUES = 128;
/** How deep messages may be in each other, as protobuf's own readers have it. */
const MOST_OPEN = 100;
/** What the last seven bits of a number may be worth: it has ten bytes at most. */
const LARGEST_WORTH = CONTINUES ** 9;

/** How a value is written, by the last three bits of its tag. */
const WIRE = { varint: 0, eightBytes: 1, withLength: 2, fourBytes: 5 };

/** Reads a protobuf message (wire format of versions 2 and 3, without groups) as it comes, and keeps only what is asked for. */
export class ProtoStream {
  /** What reads the message that is open, and where in the stream that ends; undefined behind the end of all. */
  private visitor?: MessageVisitor;
  private messageEnd: number;
  /** The same of the messages that it is in, from the outermost. */
  private readonly outer: { readonly visitors: MessageVisitor[]; readonly ends: number[] } = { visitors: [], ends: [] };
  private malformed?: string;
  private position = 0;
  private toPassOver = 0;
  /** The number that is being read, byte by byte, and what its next seven bits are worth. */
  private value = 0;
  private worth = 1;
  /** The field that a number is the value or the length of; 0 while its tag is read. */
  private field = 0;
  private isLength = false;
  /** How many bytes of the field are wanted, and those that were in the pieces before. */
  private wanted = 0;
  private kept?: { readonly bytes: Buffer; filled: number };

  constructor(visitor: MessageVisitor, size: number) {
    this.visitor = visitor;
    this.messageEnd = size;
  }

  /** Takes the next piece. After what is no message, nothing is taken any more. */
  public take(piece: Buffer): void {
    this.guard(() => this.read(piece));
  }

  /** Why it is no message; undefined where it has come to its end as one. */
  public end(): string | undefined {
    this.guard(() => {
      this.closeMessages();
      if (this.visitor) throw new MalformedFile('it ends in the middle of a message');
    });
    return this.malformed;
  }

  private guard(action: () => void): void {
    if (this.malformed !== undefined) return;
    try {
      action();
    } catch (error) {
      if (!(error instanceof MalformedFile)) throw error;
      this.malformed = error.message;
    }
  }

  private read(piece: Buffer): void {
    for (let at = 0; at < piece.length;) {
      if (this.toPassOver > 0) {
        const length = Math.min(this.toPassOver, piece.length - at);
        this.toPassOver -= length;
        this.position += length;
        at += length;
      } else if (this.wanted > 0) {
        at += this.readBytes(piece, at);
      } else if (this.worth === 1 && this.position < this.messageEnd && piece[at] < CONTINUES) {
        // nearly all numbers have one byte
        this.position++;
        this.takeNumber(piece[at++]);
      } else {
        at += this.readNumber(piece, at);
      }
      if (this.position === this.messageEnd) this.closeMessages();
    }
  }

  /** Reads on in bytes that are wanted, and returns how many it has read. */
  private readBytes(piece: Buffer, at: number): number {
    if (!this.kept && this.wanted <= piece.length - at) {
      const length = this.wanted;
      this.position += length;
      this.handOver(piece.subarray(at, at + length));
      return length;
    }
    this.kept ??= { bytes: Buffer.allocUnsafe(this.wanted), filled: 0 };
    const length = piece.copy(this.kept.bytes, this.kept.filled, at);
    this.kept.filled += length;
    this.position += length;
    if (this.kept.filled === this.wanted) this.handOver(this.kept.bytes);
    return length;
  }

  /** Reads on in a number, and returns how many bytes it has read. */
  private readNumber(piece: Buffer, start: number): number {
    // in variables of its own: this is where the time goes
    let { value, worth } = this;
    let at = start;
    let isWhole = false;
    while (at < piece.length && !isWhole && worth <= LARGEST_WORTH) {
      const byte = piece[at++];
      isWhole = byte < CONTINUES;
      // numbers beyond 2^53 lose their last digits, which does no harm here
      value += (byte % CONTINUES) * worth;
      worth *= CONTINUES;
    }
    if (!this.visitor) throw new MalformedFile('bytes follow its end');
    this.position += at - start;
    if (this.position > this.messageEnd) throw new MalformedFile('a field reaches beyond its message');
    if (!isWhole && worth > LARGEST_WORTH) throw new MalformedFile('a number has more than ten bytes');
    this.value = isWhole ? 0 : value;
    this.worth = isWhole ? 1 : worth;
    if (isWhole) this.takeNumber(value);
    return at - start;
  }

  private takeNumber(value: number): void {
    const { field } = this;
    this.field = 0;
    if (field === 0) this.takeTag(value);
    else if (this.isLength) this.takeLength(field, value);
    else this.visitor!.number?.(field, value);
  }

  private takeTag(tag: number): void {
    const field = Math.floor(tag / 8);
    const type = tag % 8;
    if (field < 1 || field >= 2 ** 29) throw new MalformedFile(`it has a field with the number ${field}`);
    if (type === WIRE.eightBytes) return this.passOver(8);
    if (type === WIRE.fourBytes) return this.passOver(4);
    if (type !== WIRE.varint && type !== WIRE.withLength) {
      throw new MalformedFile(`it has a field of the wire type ${type}`);
    }
    this.field = field;
    this.isLength = type === WIRE.withLength;
  }

  private takeLength(field: number, length: number): void {
    const visitor = this.visitor!;
    const message = visitor.message?.(field);
    if (message) {
      this.requireRoom(length);
      // the message that is being read is not among them
      if (this.outer.visitors.length + 1 >= MOST_OPEN) {
        throw new MalformedFile(`its messages are more than ${MOST_OPEN} deep`);
      }
      this.outer.visitors.push(visitor);
      this.outer.ends.push(this.messageEnd);
      this.visitor = message;
      this.messageEnd = this.position + length;
    } else if (length <= MOST_KEPT && visitor.wants?.(field)) {
      this.requireRoom(length);
      this.field = field;
      this.wanted = length;
      if (length === 0) this.handOver(Buffer.alloc(0));
    } else {
      this.passOver(length);
    }
  }

  private handOver(bytes: Buffer): void {
    const { field } = this;
    this.field = 0;
    this.wanted = 0;
    this.kept = undefined;
    this.visitor!.bytes?.(field, bytes);
  }

  private passOver(length: number): void {
    this.requireRoom(length);
    this.toPassOver = length;
  }

  private requireRoom(length: number): void {
    if (this.position + length > this.messageEnd) throw new MalformedFile('a field reaches beyond its message');
  }

  /** Closes the message that has been read to its end, and those that end with it. */
  private closeMessages(): void {
    while (this.visitor && this.position === this.messageEnd && this.isBetweenFields()) {
      this.visitor.end?.();
      this.visitor = this.outer.visitors.pop();
      this.messageEnd = this.outer.ends.pop() ?? this.messageEnd;
    }
  }

  private isBetweenFields(): boolean {
    return this.worth === 1 && this.field === 0 && this.wanted === 0 && this.toPassOver === 0;
  }
}
