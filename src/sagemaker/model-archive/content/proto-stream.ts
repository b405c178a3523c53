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
  bytes?(field: number, value: Buffer): void;
  end?(): void;
}

interface OpenMessage {
  readonly visitor: MessageVisitor;
  /** Where in the stream the message ends. */
  readonly end: number;
}

/** The longest text or list of numbers that is kept. */
const MOST_KEPT = 256 * 1024;
const MOST_VARINT_BYTES = 10;
const CONTINUES = 128;
/** How deep messages may be in each other, as protobuf's own readers have it. */
const MOST_OPEN = 100;

/** How a value is written, by the last three bits of its tag. */
const WIRE = { varint: 0, eightBytes: 1, withLength: 2, fourBytes: 5 };

/** Reads a protobuf message (wire format of versions 2 and 3, without groups) as it comes, and keeps only what is asked for. */
export class ProtoStream {
  private readonly open: OpenMessage[];
  private malformed?: string;
  private position = 0;
  private toPassOver = 0;
  /** The number that is being read, byte by byte. */
  private value = 0;
  private valueBytes = 0;
  /** The field that a number is the value or the length of; undefined while its tag is read. */
  private field?: number;
  private isLength = false;
  private kept?: { readonly field: number; readonly bytes: Buffer; filled: number };

  constructor(visitor: MessageVisitor, size: number) {
    this.open = [{ visitor, end: size }];
  }

  /** Takes the next piece. After what is no message, nothing is taken any more. */
  public take(piece: Buffer): void {
    this.guard(() => this.read(piece));
  }

  /** Why it is no message; undefined where it has come to its end as one. */
  public end(): string | undefined {
    this.guard(() => {
      this.closeMessages();
      if (this.open.length > 0) throw new MalformedFile('it ends in the middle of a message');
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
    let at = 0;
    while (at < piece.length) {
      if (this.toPassOver > 0) {
        const length = Math.min(this.toPassOver, piece.length - at);
        this.toPassOver -= length;
        at += this.passed(length);
      } else if (this.kept) {
        const { bytes, filled } = this.kept;
        const length = piece.copy(bytes, filled, at);
        this.kept.filled += length;
        at += this.passed(length);
        if (this.kept.filled === bytes.length) this.handOver();
      } else {
        const byte = piece[at];
        at += this.passed(1);
        this.takeByte(byte);
      }
      if (this.toPassOver === 0 && !this.kept) this.closeMessages();
    }
  }

  private get current(): OpenMessage {
    const current = this.open.at(-1);
    if (!current) throw new MalformedFile('bytes follow its end');
    return current;
  }

  private passed(length: number): number {
    this.position += length;
    return length;
  }

  private takeByte(byte: number): void {
    const { end } = this.current;
    if (this.position > end) throw new MalformedFile('a field reaches beyond its message');
    if (++this.valueBytes > MOST_VARINT_BYTES) throw new MalformedFile('a number has more than ten bytes');
    // numbers beyond 2^53 lose their last digits, which does no harm here
    this.value += (byte % CONTINUES) * CONTINUES ** (this.valueBytes - 1);
    if (byte >= CONTINUES) return;
    const { value } = this;
    this.value = 0;
    this.valueBytes = 0;
    if (this.field === undefined) this.takeTag(value);
    else this.takeNumber(this.field, value);
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

  private takeNumber(field: number, value: number): void {
    this.field = undefined;
    const { visitor } = this.current;
    if (!this.isLength) return visitor.number?.(field, value);
    const message = visitor.message?.(field);
    if (message) {
      this.requireRoom(value);
      if (this.open.length >= MOST_OPEN) throw new MalformedFile(`its messages are more than ${MOST_OPEN} deep`);
      this.open.push({ visitor: message, end: this.position + value });
    } else if (value <= MOST_KEPT && visitor.wants?.(field)) {
      this.requireRoom(value);
      this.kept = { field, bytes: Buffer.alloc(value), filled: 0 };
      if (value === 0) this.handOver();
    } else {
      this.passOver(value);
    }
  }

  private handOver(): void {
    const { field, bytes } = this.kept!;
    this.kept = undefined;
    this.current.visitor.bytes?.(field, bytes);
  }

  private passOver(length: number): void {
    this.requireRoom(length);
    this.toPassOver = length;
  }

  private requireRoom(length: number): void {
    if (this.position + length > this.current.end) throw new MalformedFile('a field reaches beyond its message');
  }

  private closeMessages(): void {
    if (this.valueBytes > 0 || this.field !== undefined) return;
    while (this.open.length > 0 && this.position === this.open.at(-1)!.end) this.open.pop()!.visitor.end?.();
  }
}
