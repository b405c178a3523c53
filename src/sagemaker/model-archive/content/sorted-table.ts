import { MalformedFile } from './file-facts';

/** An entry of a table. */
export interface SortedEntry {
  readonly keyLength: number;
  readonly value: Buffer;
}

const FOOTER_BYTES = 48;
const TRAILER_BYTES = 5;
const MOST_VARINT_BYTES = 5;

/**
 * The entries of a sorted table (SSTable) in LevelDB's format, as TensorFlow 2.9 writes it: uncompressed blocks, an index of them,
 * and a footer that says where the index is. Every length is checked before it is followed; blocks only lead forward.
 *
 * @see https://github.com/google/leveldb/blob/1.23/doc/table_format.md
 * @see https://github.com/tensorflow/tensorflow/blob/v2.9.0/tensorflow/core/lib/io/format.cc
 */
export function* sortedEntries(file: Buffer): Iterable<SortedEntry> {
  if (file.length < FOOTER_BYTES) throw new MalformedFile('it is too short');
  const footer = new Cursor(file, file.length - FOOTER_BYTES, file.length);
  footer.handle();
  const index = footer.handle();
  let end = 0;
  for (const { value } of blockEntries(file, index.offset, index.size)) {
    const block = new Cursor(value, 0, value.length).handle();
    // what comes twice would be read without end
    if (block.offset < end) throw new MalformedFile('its blocks overlap');
    end = block.offset + block.size;
    yield* blockEntries(file, block.offset, block.size);
  }
}

/**
 * The entries of a block: each key begins with so much of the one before it. Where the block may be entered comes behind them.
 */
function* blockEntries(file: Buffer, offset: number, size: number): Iterable<SortedEntry> {
  if (size < 4 || offset + size + TRAILER_BYTES > file.length) {
    throw new MalformedFile('a block reaches beyond its end');
  }
  if (file[offset + size] !== 0) throw new MalformedFile('it has a compressed block');
  const restarts = file.readUInt32LE(offset + size - 4);
  const end = offset + size - 4 - 4 * restarts;
  if (end < offset) throw new MalformedFile('a block is too short');
  const cursor = new Cursor(file, offset, end);
  let keyLength = 0;
  while (cursor.at < end) {
    const [shared, rest, length] = [cursor.number(), cursor.number(), cursor.number()];
    if (shared > keyLength) throw new MalformedFile('a key begins with more than there is');
    keyLength = shared + cursor.bytes(rest).length;
    yield { keyLength, value: cursor.bytes(length) };
  }
}

class Cursor {
  constructor(
    private readonly file: Buffer,
    public at: number,
    private readonly end: number,
  ) {}

  /** A number of up to 32 bits, seven in a byte. */
  public number(): number {
    let value = 0;
    for (let index = 0; index < MOST_VARINT_BYTES; index++) {
      const [byte] = this.bytes(1);
      value += (byte % 128) * 128 ** index;
      if (byte < 128) return value;
    }
    throw new MalformedFile('a number is too long');
  }

  public bytes(length: number): Buffer {
    if (this.at + length > this.end) throw new MalformedFile('a block is too short');
    this.at += length;
    return this.file.subarray(this.at - length, this.at);
  }

  /** Where a block is. */
  public handle(): { readonly offset: number; readonly size: number } {
    return { offset: this.number(), size: this.number() };
  }
}
