import { posix } from 'node:path';
import { contentReaders, readingOf } from './content-kinds';
import { placeholderOf } from './disguise';
import { type FileFacts, type FileProblem, NOTHING_KNOWN } from './file-facts';
import { FileSample } from './file-sample';
import type { MemberReader } from '../member-reader';

/** So many files of a name's ending are read: a model is one file, or a few. */
const READ_OF_ENDING = 4;
const MOST_ENDINGS = 40;
/** What is enough to know a file that stands for another, and how many files are looked at for that. */
const PLACEHOLDER_SIZES = { head: 512, tail: 0 };
const MOST_LOOKED_AT = 1000;

/** What is known of the files of an archive, by framework. What was read is let go of: only conclusions are kept. */
export class ReadFiles {
  private readonly facts = new Map<string, ReadonlyMap<string, FileFacts>>();
  private readonly placeholders = new Map<string, Omit<FileProblem, 'allowed'>>();
  private readonly ofEnding = new Map<string, number>();
  private lookedAt = 0;

  /**
   * What is to read a file. Of those of which enough have been read, only the beginning is looked at; undefined where there are too
   * many for that, too.
   */
  public reader(path: string, size: number): MemberReader | undefined {
    const readers = this.counts(path) ? contentReaders(path, size) : new Map<string, never>();
    if (readers.size === 0 && this.lookedAt >= MOST_LOOKED_AT) return undefined;
    this.lookedAt++;
    const beginning = new FileSample(size, PLACEHOLDER_SIZES);
    return {
      take: (piece) => {
        beginning.take(piece);
        readers.forEach((reader) => reader.take(piece));
      },
      end: () => {
        this.notePlaceholder(path, beginning);
        if (readers.size === 0) return;
        this.facts.set(path, new Map([...readers].map(([name, reader]) => [name, reader.facts()])));
      },
    };
  }

  /** Whether there is more to read of a file of such a name than of any other. */
  public isReadByName(path: string): boolean {
    return readingOf(path) !== '';
  }

  /** Whether a file has been read in the way in which one of another name would be. */
  public isReadAs(path: string, other: string): boolean {
    return this.facts.has(path) && readingOf(path) === readingOf(other);
  }

  public has(path: string): boolean {
    return this.facts.has(path);
  }

  public of(path: string, framework: string): FileFacts {
    return this.facts.get(path)?.get(framework) ?? NOTHING_KNOWN;
  }

  /** What a file is that only stands for another. */
  public placeholder(path: string): Omit<FileProblem, 'allowed'> | undefined {
    return this.placeholders.get(path);
  }

  private notePlaceholder(path: string, { head, size }: FileSample): void {
    const found = placeholderOf(head, size);
    // a member that is there twice replaces what was there
    if (!found) this.placeholders.delete(path);
    else this.placeholders.set(path, found);
  }

  private counts(path: string): boolean {
    if (this.facts.has(path)) return true;
    const ending = posix.extname(path).slice(0, 20);
    const count = this.ofEnding.get(ending) ?? 0;
    if (count >= READ_OF_ENDING || (count === 0 && this.ofEnding.size >= MOST_ENDINGS)) return false;
    this.ofEnding.set(ending, count + 1);
    return true;
  }
}
