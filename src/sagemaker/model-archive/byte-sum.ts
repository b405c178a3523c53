/** How many bytes are summed up: those of a block. */
const LENGTH = 512;
const bytes = Buffer.from(new ArrayBuffer(LENGTH));
const words = new Uint32Array(bytes.buffer, bytes.byteOffset, LENGTH / Uint32Array.BYTES_PER_ELEMENT);

/* eslint-disable no-bitwise -- sums of bytes, four at a time */
/** The sum of the 512 bytes from a place: an archive may have many thousands of headers, each with such a sum. */
export function byteSum(block: Buffer, start: number): number {
  // numbers of four bytes must lie where such numbers may
  block.copy(bytes, 0, start, start + LENGTH);
  // each is two sums of 128 bytes, none of which needs more than 15 bits
  let [even, odd] = [0, 0];
  for (const word of words) {
    even += word & 0x00ff00ff;
    odd += (word >>> 8) & 0x00ff00ff;
  }
  return (even & 0xffff) + (even >>> 16) + (odd & 0xffff) + (odd >>> 16);
}
/* eslint-enable no-bitwise */
