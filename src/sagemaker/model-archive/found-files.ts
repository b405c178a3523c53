import { posix } from 'node:path';
import type { FrameworkFile } from './framework-files';
import { NameList } from './name-list';

/** The files of an archive that may be the one that a framework needs. */
export class FoundFiles {
  private readonly named = new NameList();
  private readonly any = new NameList();
  private taken = 0;

  constructor(
    private readonly framework: string,
    private readonly wanted: FrameworkFile,
  ) {}

  public add(path: string): void {
    const { endings, others = [], taken } = this.wanted;
    const name = posix.basename(path);
    this.any.add(path);
    if (taken?.test(name)) this.taken++;
    if (endings.some((ending) => name.endsWith(ending)) && !others.includes(name)) this.named.add(path);
  }

  /** What the archive must have and does not: what is wanted, and what was found instead. */
  public problem(archive: string): string | undefined {
    const { several, orOnlyFile } = this.wanted;
    const { count } = this.named.count === 0 && orOnlyFile ? this.any : this.named;
    if (count === 1 || (count > 1 && (several || this.taken === 1))) return undefined;
    const found =
      this.named.count > 0
        ? `${this.named.count} in ${archive}: ${this.named.toString()}`
        : `none in ${archive}, which has ${this.any.count > 0 ? this.any.toString() : 'no files'}`;
    return `with ${this.wantedText()} for ${this.framework}, got ${found}`;
  }

  private wantedText(): string {
    const { endings, several, orOnlyFile } = this.wanted;
    const number = several ? 'at least one' : 'exactly one';
    return `${number} ${endings.join(' or ')} file${orOnlyFile ? ', or no other file than the model,' : ''}`;
  }
}
