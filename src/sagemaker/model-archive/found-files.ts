import { posix } from 'node:path';
import type { FrameworkFile } from './framework-files';
import { NameList } from './name-list';

/** How many paths of files are kept. */
const MOST_CANDIDATES = 10;

/** The files of an archive that may be the one that a framework needs. */
export class FoundFiles {
  private readonly named = new NameList();
  private readonly any = new NameList();
  private readonly weights = new NameList();
  private readonly namedPaths: string[] = [];
  private only?: string;
  private taken = 0;

  constructor(
    private readonly framework: string,
    private readonly wanted: FrameworkFile,
  ) {}

  /** The paths of the files that may be it. */
  public get candidates(): readonly string[] {
    if (this.named.count > 0) return this.namedPaths;
    return this.wanted.orOnlyFile && this.any.count === 1 ? [this.only!] : [];
  }

  /** Whether there is a file that is named as this one is. */
  public get isNamed(): boolean {
    return this.named.count > 0;
  }

  /** Whether there is a file that a person may have meant for it; JSON may be for anything. */
  public get isMeant(): boolean {
    const isTelling = this.isNamed && !this.wanted.endings.includes('.json');
    return isTelling || this.weights.count > 0 || this.advice() !== '';
  }

  public add(path: string): void {
    const { endings, others = [], taken, weights } = this.wanted;
    const name = posix.basename(path);
    this.any.add(path);
    this.only ??= path;
    if (weights?.test(name)) return this.weights.add(path);
    if (taken?.test(name)) this.taken++;
    if (!endings.some((ending) => name.endsWith(ending)) || others.includes(name)) return;
    this.named.add(path);
    if (this.namedPaths.length < MOST_CANDIDATES) this.namedPaths.push(path);
  }

  /** What the archive must have and does not: what is wanted, and what was found instead. */
  public problem(archive: string): string | undefined {
    const { several, orOnlyFile } = this.wanted;
    const { count } = this.named.count === 0 && orOnlyFile ? this.any : this.named;
    if (count === 1 || (count > 1 && (several || this.taken === 1))) return undefined;
    return `with ${this.wantedText()} for ${this.framework}, got ${this.found(archive)}${this.advice()}`;
  }

  private found(archive: string): string {
    if (this.named.count > 0) return `${this.named.count} in ${archive}: ${this.named.toString()}`;
    if (this.weights.count > 0) return `weights alone in ${archive}: ${this.weights.toString()}`;
    return `none in ${archive}, which has ${this.any.count > 0 ? this.any.toString() : 'no files'}`;
  }

  /** What to do, where it is known what happened. */
  private advice(): string {
    const files = this.named.count > 0 ? this.named : this.any;
    const found = this.wanted.advice?.find(([name]) => name.test(files.toString()));
    return found ? `. ${found[1]}` : '';
  }

  private wantedText(): string {
    const { endings, several, orOnlyFile } = this.wanted;
    const number = several ? 'at least one' : 'exactly one';
    return `${number} ${endings.join(' or ')} file${orOnlyFile ? ', or no other file than the model,' : ''}`;
  }
}
