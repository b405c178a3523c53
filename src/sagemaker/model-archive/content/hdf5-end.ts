import type { FileSample } from './file-sample';

const SIGNATURE = Buffer.from('\u0089HDF\r\n\u001a\n', 'latin1');
/** What an address is that is not set. */
const UNDEFINED = BigInt('0xffffffffffffffff');

/**
 * Where the signature of an HDF5 file is: at its beginning, or after a block of the user's own, of 512 bytes or twice, four
 * times… as many. Undefined where there is none.
 */
export function signatureAt(head: Buffer): number | undefined {
  for (let at = 0; at < head.length; at = at === 0 ? 512 : 2 * at) {
    if (head.subarray(at, at + SIGNATURE.length).equals(SIGNATURE)) return at;
  }
  return undefined;
}

/**
 * Whether an HDF5 file is shorter than its superblock says (versions 0 to 3; version 3.0 of the format). Of a file whose addresses
 * do not have eight bytes, nothing is said.
 *
 * @see https://docs.hdfgroup.org/hdf5/develop/_f_m_t3.html
 */
export function isHdf5CutOff({ head, size }: FileSample, signature: number): boolean {
  const version = head[signature + 8];
  const isOld = version === 0 || version === 1;
  if (!isOld && version !== 2 && version !== 3) return false;
  if (head[signature + (isOld ? 13 : 9)] !== 8) return false;
  // before the end, there are the base address and another
  const base = signature + (isOld ? (version === 0 ? 24 : 28) : 12);
  if (base + 24 > head.length) return true;
  const end = head.readBigUInt64LE(base + 16);
  return end !== UNDEFINED && end > BigInt(size);
}
