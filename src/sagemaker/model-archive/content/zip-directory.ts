import type { FileSample } from './file-sample';

const END = Buffer.from('PK\u0005\u0006', 'latin1');
const END_BYTES = 22;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
const MOST_NAMES = 100_000;

/**
 * The names in a zip archive, by the central directory at its end (APPNOTE 6.3.10, 4.3.12 and 4.3.16); undefined where that is
 * damaged, or longer than what was kept of the end. An archive with ZIP64 has its directory in front of the same end.
 *
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export function zipNames(sample: FileSample): readonly string[] | undefined {
  const { tail } = sample;
  const end = tail.lastIndexOf(END);
  if (end < 0 || end + END_BYTES > tail.length) return undefined;
  const length = tail.readUInt32LE(end + 12);
  const start = directoryStart(tail, end, length, sample.tailStart);
  if (start === undefined || start < 0) return undefined;
  const names: string[] = [];
  for (let at = start; at + ENTRY_BYTES <= end && tail.readUInt32LE(at) === ENTRY && names.length < MOST_NAMES;) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => tail.readUInt16LE(at + offset));
    names.push(tail.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + name));
    at += ENTRY_BYTES + name + extra + comment;
  }
  return names.length > 0 ? names : undefined;
}

const END_64 = Buffer.from('PK\u0006\u0006', 'latin1');

function directoryStart(tail: Buffer, end: number, length: number, tailStart: number): number | undefined {
  const wide = tail.lastIndexOf(END_64, end);
  // 4.3.14: the size of the directory is 40 bytes into its wide end, and where it starts 48
  if (wide >= 0 && wide + 56 <= end) return Number(tail.readBigUInt64LE(wide + 48)) - tailStart;
  return end - length;
}
