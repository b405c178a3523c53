import { posix } from 'node:path';
import { contentReaders } from './content-kinds';
import { type FileFacts, NOTHING_KNOWN } from './file-facts';
import type { MemberReader } from '../archive-entries';

/** So many files of a name's ending are read: a model is one file, or a few. */
const READ_OF_ENDING = 4;
const MOST_ENDINGS = 40;

/** What is known of the files of an archive, by framework. What was read is let go of: only conclusions are kept. */
export class ReadFiles {
  private readonly facts = new Map<string, ReadonlyMap<string, FileFacts>>();
  private readonly ofEnding = new Map<string, number>();

  /** What is to read a file; undefined where it does not matter what is in it, or where enough like it have been read. */
  public reader(path: string, size: number): MemberReader | undefined {
    if (!this.counts(path)) return undefined;
    const readers = contentReaders(path, size);
    if (readers.size === 0) return undefined;
    return {
      take: (piece) => readers.forEach((reader) => reader.take(piece)),
      end: () => this.facts.set(path, new Map([...readers].map(([name, reader]) => [name, reader.facts()]))),
    };
  }

  public of(path: string, framework: string): FileFacts {
    return this.facts.get(path)?.get(framework) ?? NOTHING_KNOWN;
  }

  /** Whether a file has been read for a framework. */
  public has(framework: string): boolean {
    return [...this.facts.values()].some((facts) => facts.has(framework));
  }

  private counts(path: string): boolean {
    // a member that is there twice replaces what was there
    if (this.facts.has(path)) return true;
    const ending = posix.extname(path).slice(0, 20);
    const count = this.ofEnding.get(ending) ?? 0;
    if (count >= READ_OF_ENDING || (count === 0 && this.ofEnding.size >= MOST_ENDINGS)) return false;
    this.ofEnding.set(ending, count + 1);
    return true;
  }
}
