import { posix } from 'node:path';
import { Parser } from 'tar/parse';
import type { ReadEntry } from 'tar/read-entry';
import type { ArchiveEntry } from './archive-entry';
import { gunzipFile, startsLikeGzip } from './gunzip-file';
import { nameText } from './name-list';
import { GZIP_TAR, UnusableArchive } from './unusable-archive';

/** The types of entries that become files. A sparse file is one that tar has left the zeros out of. */
const FILES = new Set(['File', 'OldFile', 'ContiguousFile', 'SparseFile', 'Link', 'SymbolicLink']);

/** What is shown the bytes of a member, piece by piece, and told when it has had all. */
export interface MemberReader {
  take(piece: Buffer): void;
  end(): void;
}

/** Is handed a member, and returns what is to read it; nothing, if what is in it does not matter. */
export type VisitEntry = (entry: ArchiveEntry) => MemberReader | undefined;

/** Hands over every member of a compressed tar archive, which is read to its end. Throws `UnusableArchive`. */
export function readEntries(path: string, visit: VisitEntry): void {
  const reader = new TarReader(visit);
  gunzipFile(path, (piece) => reader.take(piece));
  reader.end();
}

class TarReader {
  private readonly parser = new Parser({ strict: true, zstd: false, brotli: false });
  private begun = false;
  /** Whether the blocks have been read that end an archive. */
  private ended = false;
  private error?: Error;
  private last?: string;
  private sparse?: string;

  constructor(visit: VisitEntry) {
    const take = (entry: ReadEntry) => {
      this.last = entry.path;
      if (entry.type === 'SparseFile') this.sparse ??= entry.path;
      const reader = visit(entryOf(entry));
      if (!reader) return void entry.resume();
      entry.on('end', () => reader.end());
      entry.on('data', (piece) => reader.take(piece));
    };
    this.parser.on('entry', take);
    this.parser.on('ignoredEntry', take);
    this.parser.on('eof', () => (this.ended = true));
    this.parser.on('error', (error: Error) => (this.error ??= error));
  }

  public take(piece: Buffer): void {
    // the parser would decompress once more, which Neo does not
    if (!this.begun && startsLikeGzip(piece)) throw new UnusableArchive(GZIP_TAR, 'which is compressed twice');
    this.begun = true;
    // the parser would keep all that follows the end, in vain
    if (!this.ended) this.parser.write(piece);
    this.requireTar();
  }

  public end(): void {
    if (!this.ended) this.parser.end();
    this.requireTar();
  }

  private requireTar(): void {
    if (!this.error) return;
    throw new UnusableArchive(GZIP_TAR, this.damage(this.error.message));
  }

  private damage(reason: string): string {
    if (this.last === undefined) return 'which is compressed, but is no tar archive';
    // the parser does not know the maps of large sparse files
    if (this.sparse !== undefined) return `which has the sparse file ${quoted(this.sparse)}: leave out tar's --sparse`;
    if (reason.includes('Truncated')) return `which ends in the middle of ${quoted(this.last)}`;
    return `which is damaged after ${quoted(this.last)}: ${reason.replace(/^\w+: /, '')}`;
  }
}

function quoted(path: string): string {
  return `'${nameText(path)}'`;
}

function entryOf({ path, type, size, linkpath = '' }: ReadEntry): ArchiveEntry {
  const entry = { path: path.replace(/^(\.\/)+/, ''), isFile: FILES.has(type), size };
  if (type === 'Link') return { ...entry, target: linkpath };
  if (type !== 'SymbolicLink') return entry;
  // only a symbolic link starts from where it is
  return { ...entry, target: posix.isAbsolute(linkpath) ? linkpath : posix.join(posix.dirname(path), linkpath) };
}
