import { MalformedFile } from './file-facts';

/** What is asked for lies in a part of the file that was not kept. */
export class BeyondSample extends Error {}

const LONGEST_TEXT = 64 * 1024;

/**
 * A table of a FlatBuffers file, of which the beginning is known. Every offset is checked before it is followed; each leads to
 * one value, so what points in circles does no harm.
 *
 * @see https://flatbuffers.dev/internals/
 */
export class FlatTable {
  /** @param size How many bytes the whole file has. */
  public static root(bytes: Buffer, size: number): FlatTable {
    const file = new FlatTable(bytes, size, 0);
    return new FlatTable(bytes, size, file.unsignedAt(0));
  }

  private constructor(
    private readonly bytes: Buffer,
    private readonly size: number,
    private readonly position: number,
  ) {}

  public byte(member: number): number {
    const at = this.placeOf(member);
    if (at === undefined) return 0;
    this.require(at, 1);
    return this.bytes.readUInt8(at);
  }

  public text(member: number): string {
    const at = this.target(member);
    if (at === undefined) return '';
    const length = this.unsignedAt(at);
    if (length > LONGEST_TEXT) throw new MalformedFile('it has a name without an end');
    this.require(at + 4, length);
    return this.bytes.toString('utf8', at + 4, at + 4 + length);
  }

  /** The whole numbers of a list, up to so many. */
  public numbers(member: number, most: number): number[] {
    const list = this.list(member);
    const length = Math.min(list.length, most);
    this.require(list.at, 4 * length);
    return Array.from({ length }, (_, index) => this.bytes.readInt32LE(list.at + 4 * index));
  }

  /** The tables of a list, up to so many. */
  public tables(member: number, most: number): FlatTable[] {
    const length = Math.min(this.list(member).length, most);
    return Array.from({ length }, (_, index) => this.tableAt(member, index));
  }

  public tableAt(member: number, index: number): FlatTable {
    const list = this.list(member);
    if (index < 0 || index >= list.length) throw new MalformedFile(`it has no tensor ${index}`);
    const at = list.at + 4 * index;
    return new FlatTable(this.bytes, this.size, at + this.unsignedAt(at));
  }

  private list(member: number): { readonly at: number; readonly length: number } {
    const at = this.target(member);
    if (at === undefined) return { at: 0, length: 0 };
    const length = this.unsignedAt(at);
    if (at + 4 + 4 * length > this.size) throw new MalformedFile('it has a list that is longer than the file');
    return { at: at + 4, length };
  }

  private target(member: number): number | undefined {
    const at = this.placeOf(member);
    return at === undefined ? undefined : at + this.unsignedAt(at);
  }

  /** Where a member is, by the table of places (vtable) that its own table points back at. */
  private placeOf(member: number): number | undefined {
    this.require(this.position, 4);
    const places = this.position - this.bytes.readInt32LE(this.position);
    const length = this.shortAt(places);
    const at = 4 + 2 * member;
    if (at + 2 > length) return undefined;
    const offset = this.shortAt(places + at);
    return offset === 0 ? undefined : this.position + offset;
  }

  private shortAt(at: number): number {
    this.require(at, 2);
    return this.bytes.readUInt16LE(at);
  }

  private unsignedAt(at: number): number {
    this.require(at, 4);
    return this.bytes.readUInt32LE(at);
  }

  private require(at: number, length: number): void {
    if (at < 0 || at + length > this.size) throw new MalformedFile('it points beyond its end');
    if (at + length > this.bytes.length) throw new BeyondSample();
  }
}
