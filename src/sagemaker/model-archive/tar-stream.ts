import type { MemberReader } from './member-reader';
import { type PaxRecords, paxRecordsIn } from './pax-records';
import { BLOCK_BYTES, DamagedTar, TAR_TYPE, type TarHeader, tarHeaderIn } from './tar-header';

/** A member of a tar archive, with what headers before its own say of it. */
export interface TarMember extends Pick<TarHeader, 'path' | 'type' | 'size' | 'linkpath'> {
  /** Whether its bytes are those of a file that tar has left the zeros out of. */
  readonly isSparse: boolean;
}

/** Is handed a member, and returns what is to read it; nothing, if what is in it does not matter. */
export type VisitMember = (member: TarMember) => MemberReader | undefined;

const { link, symbolicLink, folder, file, sparseFile } = TAR_TYPE;
const { paxHeader, sunPaxHeader, globalPaxHeader, longPath, oldLongPath, longLinkpath } = TAR_TYPE;
const ABOUT_OTHERS = new Set<string>([paxHeader, sunPaxHeader, globalPaxHeader, longPath, oldLongPath, longLinkpath]);
/** A header about the next member that is longer is passed over. */
const MOST_ABOUT_OTHERS = 1_048_576;
const NOTHING_SAID: PaxRecords = {};

/** Reads a tar archive as it comes, and keeps no more than a header. Throws `DamagedTar`. */
export class TarStream {
  /** Whether the blocks have been read that end an archive. */
  public isEnded = false;
  /** Whether it has a header, or what ends an archive. */
  public isTar = false;
  /** What reads the member that is open, and how much of that is to come; then come bytes that nobody reads. */
  private reader?: MemberReader;
  private left = 0;
  private toPassOver = 0;
  /** A header that began in the piece before. */
  private readonly begun = Buffer.alloc(BLOCK_BYTES);
  private begunBytes = 0;
  private hasZeros = false;
  /** What is said of the next member, and of all that follow. */
  private ofNext = NOTHING_SAID;
  private ofAll = NOTHING_SAID;

  constructor(private readonly visit: VisitMember) {}

  /** Whether a member is open. */
  public get isInMember(): boolean {
    return this.left > 0 || this.toPassOver > 0;
  }

  /** Takes the next piece; what follows the end of the archive is passed over. */
  public take(piece: Buffer): void {
    for (let at = 0; at < piece.length && !this.isEnded;) {
      const rest = piece.length - at;
      if (this.left > 0) {
        const length = Math.min(this.left, rest);
        this.read(piece.subarray(at, at + length));
        at += length;
      } else if (this.toPassOver > 0) {
        const length = Math.min(this.toPassOver, rest);
        this.toPassOver -= length;
        at += length;
      } else if (this.begunBytes > 0 || rest < BLOCK_BYTES) {
        const length = piece.copy(this.begun, this.begunBytes, at);
        this.begunBytes = (this.begunBytes + length) % BLOCK_BYTES;
        at += length;
        if (this.begunBytes === 0) this.readHeader(this.begun, 0);
      } else {
        this.readHeader(piece, at);
        at += BLOCK_BYTES;
      }
    }
  }

  private read(piece: Buffer): void {
    this.reader!.take(piece);
    this.left -= piece.length;
    if (this.left === 0) this.reader!.end();
  }

  private readHeader(block: Buffer, start: number): void {
    const header = tarHeaderIn(block, start);
    if (!header) {
      this.isEnded = this.hasZeros;
      if (this.isEnded) this.isTar = true;
      this.hasZeros = true;
      return;
    }
    this.hasZeros = false;
    const isAboutOthers = ABOUT_OTHERS.has(header.type);
    const member = isAboutOthers ? { ...header, isSparse: false } : this.memberOf(header);
    requireNames(member);
    this.isTar = true;
    if (isAboutOthers && header.size <= MOST_ABOUT_OTHERS) {
      this.open(header.size, new WholeReader(header.size, (bytes) => this.note(header.type, bytes)));
      return;
    }
    this.open(member.size, this.visit(member));
    if (header.hasLongMap) throw new DamagedTar('the map of a sparse file goes on');
  }

  private open(size: number, reader: MemberReader | undefined): void {
    const padded = Math.ceil(size / BLOCK_BYTES) * BLOCK_BYTES;
    this.reader = reader;
    this.left = reader ? size : 0;
    this.toPassOver = padded - this.left;
    if (reader && size === 0) reader.end();
  }

  private memberOf({ path, type, size, linkpath }: TarHeader): TarMember {
    const { ofNext, ofAll } = this;
    this.ofNext = NOTHING_SAID;
    // a path of all would be one file again and again
    const itsPath = ofNext.sparsePath || (ofNext.path ?? path);
    // older archives have folders as files
    const itsType = type === file && itsPath.endsWith('/') ? folder : type;
    return {
      path: itsPath,
      type: itsType,
      // some write the size that the file system has for a folder: nothing follows
      size: itsType === folder ? 0 : (ofNext.size ?? ofAll.size ?? size),
      linkpath: ofNext.linkpath ?? ofAll.linkpath ?? linkpath,
      isSparse: type === sparseFile || ofNext.sparsePath !== undefined,
    };
  }

  /** Notes what is said of others. */
  private note(type: string, bytes: Buffer): void {
    if (type === globalPaxHeader) this.ofAll = { ...this.ofAll, ...paxRecordsIn(bytes) };
    else if (type === paxHeader || type === sunPaxHeader) this.ofNext = { ...this.ofNext, ...paxRecordsIn(bytes) };
    else this.ofNext = { ...this.ofNext, [type === longLinkpath ? 'linkpath' : 'path']: nameOf(bytes) };
  }
}

function requireNames({ path, type, linkpath }: TarMember): void {
  if (path === '') throw new DamagedTar('path is required');
  const isLink = type === link || type === symbolicLink;
  if (isLink && linkpath === '') throw new DamagedTar('linkpath required');
  if (isLink || linkpath === '' || type === paxHeader || type === globalPaxHeader) return;
  throw new DamagedTar('linkpath forbidden');
}

/** The name that a header of GNU tar is, which ends with a zero. */
function nameOf(bytes: Buffer): string {
  return bytes.toString('utf8').split('\0', 1)[0];
}

/** Keeps all of a header about others. */
class WholeReader implements MemberReader {
  private readonly bytes: Buffer;
  private filled = 0;

  constructor(
    size: number,
    private readonly done: (bytes: Buffer) => void,
  ) {
    this.bytes = Buffer.allocUnsafe(size);
  }

  public take(piece: Buffer): void {
    this.filled += piece.copy(this.bytes, this.filled);
  }

  public end(): void {
    this.done(this.bytes);
  }
}
