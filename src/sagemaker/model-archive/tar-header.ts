import { byteSum } from './byte-sum';

/** What an archive is made of: headers and contents fill blocks of this many bytes. */
export const BLOCK_BYTES = 512;

/** What a header says of a member. */
export interface TarHeader {
  readonly path: string;
  /** One character, as POSIX and GNU tar have it: `0` for a file. */
  readonly type: string;
  /** How many bytes follow. */
  readonly size: number;
  /** What a link points at; empty for anything else. */
  readonly linkpath: string;
  /** Whether more blocks of a sparse file's map follow. */
  readonly hasLongMap: boolean;
}

/** An archive whose bytes are not what its format has. It never leaves this folder. */
export class DamagedTar extends Error {}

/** The types of members, by their character. A sparse file is one that tar has left the zeros out of. */
export const TAR_TYPE = {
  file: '0',
  link: '1',
  symbolicLink: '2',
  folder: '5',
  contiguousFile: '7',
  sparseFile: 'S',
  paxHeader: 'x',
  sunPaxHeader: 'X',
  globalPaxHeader: 'g',
  longPath: 'L',
  oldLongPath: 'N',
  longLinkpath: 'K',
} as const;

/** Where the fields of a header are, in bytes from its beginning. */
const PATH = { at: 0, length: 100 };
const SIZE = { at: 124, length: 12 };
const CHECKSUM = { at: 148, length: 8 };
const TYPE = 156;
const LINKPATH = { at: 157, length: 100 };
const MAGIC = { at: 257, text: Buffer.from('ustar\u000000') };
const PREFIX = { at: 345, length: 155 };
/** GNU tar has other fields there. */
const HAS_LONG_MAP = 482;
/** Archives of star have times at the end of the prefix, and a zero before them. */
const STAR = { prefixEnd: 475, prefixLength: 130 };

const [ZERO, SEVEN, SPACE] = Buffer.from('07 ');
/** How a number begins that is not written in octal digits, but in bytes: one that is not negative. */
const IN_BYTES = 0x80;

/**
 * Reads a header of a member; undefined for a block of zeros. Throws `DamagedTar`.
 *
 * It follows `ustar` of POSIX.1-2017, the numbers in bytes and the sparse files of GNU tar, and the prefix of star.
 *
 * @see https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html
 * @see https://www.gnu.org/software/tar/manual/html_node/Standard.html
 */
export function tarHeaderIn(block: Buffer, start: number): TarHeader | undefined {
  let sum = byteSum(block, start);
  if (sum === 0) return undefined;
  // the checksum is that of the header with spaces in its own place
  const ownPlace = start + CHECKSUM.at;
  for (let at = ownPlace; at < ownPlace + CHECKSUM.length; at++) sum += SPACE - block[at];
  if (sum !== octalIn(block, ownPlace, CHECKSUM.length)) throw new DamagedTar('checksum failure');
  // an old archive has no character for files
  const type = String.fromCharCode(block[start + TYPE] || ZERO);
  return {
    path: pathIn(block, start),
    type,
    size: sizeIn(block, start + SIZE.at),
    linkpath: textIn(block, start + LINKPATH.at, LINKPATH.length),
    hasLongMap: type === TAR_TYPE.sparseFile && block[start + HAS_LONG_MAP] !== 0,
  };
}

/** A text up to the first zero. */
function textIn(block: Buffer, start: number, length: number): string {
  if (block[start] === 0) return '';
  let end = start;
  while (end < start + length && block[end] !== 0) end++;
  return block.toString('utf8', start, end);
}

function pathIn(block: Buffer, start: number): string {
  const path = textIn(block, start + PATH.at, PATH.length);
  const magic = start + MAGIC.at;
  // nearly all paths are short
  if (block[start + PREFIX.at] === 0 || MAGIC.text.compare(block, magic, magic + MAGIC.text.length) !== 0) return path;
  const length = block[start + STAR.prefixEnd] === 0 ? STAR.prefixLength : PREFIX.length;
  return `${textIn(block, start + PREFIX.at, length)}/${path}`;
}

function sizeIn(block: Buffer, start: number): number {
  // eslint-disable-next-line no-bitwise -- what the format has it by
  if ((block[start] & IN_BYTES) === 0) return octalIn(block, start, SIZE.length) ?? 0;
  let size = 0;
  for (let at = start + 1; at < start + SIZE.length; at++) size = size * 256 + block[at];
  if (block[start] !== IN_BYTES || !Number.isSafeInteger(size)) throw new DamagedTar('invalid size');
  return size;
}

/** A number in octal digits, with spaces before and anything behind it. */
function octalIn(block: Buffer, start: number, length: number): number | undefined {
  let at = start;
  const end = start + length;
  while (at < end && block[at] === SPACE) at++;
  const first = at;
  let value = 0;
  for (; at < end && block[at] >= ZERO && block[at] <= SEVEN; at++) value = value * 8 + block[at] - ZERO;
  return at === first ? undefined : value;
}
