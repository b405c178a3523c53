import { posix } from 'node:path';
import type { ArchiveEntry } from './archive-entry';
import { gunzipFile } from './gunzip-file';
import type { MemberReader } from './member-reader';
import { nameText } from './name-list';
import { DamagedTar, TAR_TYPE } from './tar-header';
import { type TarMember, TarStream } from './tar-stream';
import { GZIP_TAR, UnusableArchive } from './unusable-archive';
import { isGzip } from '../../local-file/file-signature';

const { file, contiguousFile, sparseFile, link, symbolicLink } = TAR_TYPE;
/** The types of members that become files. */
const FILES = new Set<string>([file, contiguousFile, sparseFile, link, symbolicLink]);

/** Is handed a member, and returns what is to read it; nothing, if what is in it does not matter. */
export type VisitEntry = (entry: ArchiveEntry) => MemberReader | undefined;

/** Hands over every member of a compressed tar archive, which is read to its end. Throws `UnusableArchive`. */
export function readEntries(path: string, visit: VisitEntry): void {
  const reader = new TarReader(visit);
  gunzipFile(path, (piece) => reader.take(piece));
  reader.end();
}

class TarReader {
  private readonly tar: TarStream;
  private begun = false;
  private last?: string;
  private sparse?: string;

  constructor(visit: VisitEntry) {
    this.tar = new TarStream((member) => {
      this.last = member.path;
      if (member.isSparse) this.sparse ??= member.path;
      return visit(entryOf(member));
    });
  }

  public take(piece: Buffer): void {
    // an archive in an archive is none that Neo takes
    if (!this.begun && isGzip(piece)) throw new UnusableArchive(GZIP_TAR, 'which is compressed twice');
    this.begun = true;
    try {
      this.tar.take(piece);
    } catch (error) {
      if (!(error instanceof DamagedTar)) throw error;
      throw new UnusableArchive(GZIP_TAR, this.damage(error.message));
    }
  }

  public end(): void {
    if (this.tar.isInMember || !this.tar.isTar) throw new UnusableArchive(GZIP_TAR, this.damage());
  }

  /** What is wrong, where the archive does not just end. */
  private damage(reason?: string): string {
    if (this.last === undefined) return 'which is compressed, but is no tar archive';
    // what follows the header of one may be its map
    if (this.sparse !== undefined) return `which has the sparse file ${quoted(this.sparse)}: leave out tar's --sparse`;
    if (reason === undefined) return `which ends in the middle of ${quoted(this.last)}`;
    return `which is damaged after ${quoted(this.last)}: ${reason}`;
  }
}

function quoted(path: string): string {
  return `'${nameText(path)}'`;
}

function entryOf({ path, type, size, linkpath, isSparse }: TarMember): ArchiveEntry {
  // what follows the header of a sparse file is not what the file has
  const itsSize = isSparse ? undefined : size;
  const entry = {
    path: path.startsWith('./') ? path.replace(/^(\.\/)+/, '') : path,
    isFile: FILES.has(type),
    size: itsSize,
  };
  if (type === link) return { ...entry, target: linkpath };
  if (type !== symbolicLink) return entry;
  // only a symbolic link starts from where it is
  return { ...entry, target: posix.isAbsolute(linkpath) ? linkpath : posix.join(posix.dirname(path), linkpath) };
}
