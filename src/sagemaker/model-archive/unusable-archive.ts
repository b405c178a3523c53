import { shown } from '../../validation/shown';

/** What every archive must be. */
export const GZIP_TAR = 'a gzip-compressed tar archive';

/** An archive that cannot be read to its end. */
export class UnusableArchive extends Error {
  /**
   * @param allowed What the archive must be.
   * @param found What is wrong with it, as in `which is empty`.
   * @param advice What to do about it.
   */
  constructor(
    public readonly allowed: string,
    public readonly found: string,
    public readonly advice = 'pack the model once more, for example with tar -czf',
  ) {
    super(`${allowed}, ${found}`);
  }

  /** What the archive at a path must be, and what is wrong with it. */
  public problemAt(path: string): string {
    return `${this.allowed}, got ${shown(path)}, ${this.found}: ${this.advice}`;
  }
}
