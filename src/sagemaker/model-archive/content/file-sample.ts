/** How much of the beginning and of the end of a file is kept, in bytes. */
export interface SampleSizes {
  readonly head: number;
  readonly tail: number;
}

/** The beginning and the end of a file, which may have gigabytes between them. */
export class FileSample {
  private readonly kept: Buffer[] = [];
  private readonly last: Buffer[] = [];
  private headLength = 0;
  private seen = 0;

  /** @param size How many bytes the file has, as the archive says. */
  constructor(
    public readonly size: number,
    private readonly sizes: SampleSizes,
  ) {}

  public take(piece: Buffer): void {
    const wanted = this.sizes.head - this.headLength;
    if (wanted > 0) {
      // a copy: what it is cut from may be used again
      const part = Buffer.from(piece.subarray(0, wanted));
      this.kept.push(part);
      this.headLength += part.length;
    }
    const from = Math.max(this.tailStart - this.seen, 0);
    if (from < piece.length) this.last.push(Buffer.from(piece.subarray(from)));
    this.seen += piece.length;
  }

  public get head(): Buffer {
    return Buffer.concat(this.kept);
  }

  public get tail(): Buffer {
    return Buffer.concat(this.last);
  }

  /** Where in the file its kept end begins. */
  public get tailStart(): number {
    return Math.max(this.size - this.sizes.tail, 0);
  }

  /** Whether the beginning is all of it. */
  public get isWhole(): boolean {
    return this.size <= this.sizes.head;
  }
}
