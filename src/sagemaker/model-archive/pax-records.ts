/** What a pax header says of the member that follows, in the place of that member's own header. */
export interface PaxRecords {
  readonly path?: string;
  readonly linkpath?: string;
  readonly size?: number;
  /** The path of a sparse file, or an empty one where it is not said: `path` is a stand-in. */
  readonly sparsePath?: string;
}

const [SPACE, LINE_FEED] = Buffer.from(' \n');
/** More digits than the length of a record has. */
const MOST_DIGITS = 10;

/**
 * Reads the records of a pax header: each has its length in bytes, its name and its value. A record whose length lies
 * ends them, for nobody knows where the next one is.
 *
 * @see https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html#tag_20_92_13_03
 * @see https://www.gnu.org/software/tar/manual/html_node/PAX-1.html
 */
export function paxRecordsIn(header: Buffer): PaxRecords {
  const records: { -readonly [name in keyof PaxRecords]: PaxRecords[name] } = {};
  for (let start = 0; start < header.length;) {
    const space = header.indexOf(SPACE, start);
    const digits = header.toString('latin1', start, Math.min(Math.max(space, start), start + MOST_DIGITS));
    const end = start + Number(digits);
    if (!/^\d+$/.test(digits) || end <= space || header[end - 1] !== LINE_FEED) break;
    const [name, ...parts] = header.toString('utf8', space + 1, end - 1).split('=');
    const [value] = parts.join('=').split('\0', 1);
    if (name === 'path' || name === 'linkpath') records[name] = value;
    else if (name === 'size' && /^\d+$/.test(value)) records.size = Number(value);
    else if (name === 'GNU.sparse.name') records.sparsePath = value;
    else if (name.startsWith('GNU.sparse.')) records.sparsePath ??= '';
    start = end;
  }
  return records;
}
