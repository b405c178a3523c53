const NAME = Buffer.from('keras_version\0', 'latin1');
const HEAP = Buffer.from('GCOL', 'latin1');
const VERSION = /^\d{1,3}\.\d{1,3}(\.\w{1,20})?$/;
/** How far behind its name the value of an attribute begins: its type and its dimensions come between. */
const MOST_BETWEEN = 96;
const HEAP_HEADER = 16;

/**
 * The version of Keras in the attribute `keras_version` of an HDF5 file, as h5py 1 to 3 write it: the text itself, or its length
 * and where it is in the global heap (version 3.0 of the format, IV.A.2.m and III.E). Undefined where it is not found.
 *
 * @see https://docs.hdfgroup.org/hdf5/develop/_f_m_t3.html
 */
export function kerasVersion(head: Buffer): string | undefined {
  const name = head.indexOf(NAME);
  if (name < 0) return undefined;
  const start = name + NAME.length;
  const inline = /\0(\d{1,3}\.\d{1,3}\.\w{1,10})\0/.exec(head.toString('latin1', start, start + MOST_BETWEEN));
  if (inline) return inline[1];
  for (let at = start; at < start + MOST_BETWEEN && at + 16 <= head.length; at++) {
    const length = head.readUInt32LE(at);
    const heap = head.readBigUInt64LE(at + 4);
    if (length === 0 || length > 32 || heap + BigInt(HEAP_HEADER) > BigInt(head.length)) continue;
    const text = heapText(head, Number(heap), head.readUInt32LE(at + 12), length);
    if (text !== undefined && VERSION.test(text)) return text;
  }
  return undefined;
}

/** An object of a collection of the global heap: its number, its size, and its bytes, one after the other. */
function heapText(head: Buffer, heap: number, wanted: number, length: number): string | undefined {
  if (!head.subarray(heap, heap + HEAP.length).equals(HEAP)) return undefined;
  for (let at = heap + HEAP_HEADER; at + 16 <= head.length;) {
    const index = head.readUInt16LE(at);
    const size = Number(head.readBigUInt64LE(at + 8));
    if (index === wanted && size >= length) return head.toString('latin1', at + 16, at + 16 + length);
    if (index === 0) return undefined;
    at += 16 + Math.ceil(size / 8) * 8;
  }
  return undefined;
}
