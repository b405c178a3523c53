import type { ArchiveEntry } from './archive-entry';
import type { ArchivePaths } from './archive-paths';
import type { ReadFiles } from './content/read-files';
import type { MemberReader } from './member-reader';

/** So many links are followed to read what they lead to: a model is one file, or a few. */
const MOST_LINKS = 20;

/**
 * The files that links lead to, which are to be read for what the names of the links say: a link may be called `model.onnx`, and its
 * file otherwise. They are known once all of an archive has been listed, for a link may come before its file, or after.
 */
export class LinkedFiles {
  /** The links that lead to a file, by its path. */
  private readonly links = new Map<string, string[]>();

  constructor(
    paths: ArchivePaths,
    private readonly contents: ReadFiles,
  ) {
    const telling = paths.links.filter((link) => contents.isReadByName(link)).slice(0, MOST_LINKS);
    for (const link of telling) {
      const end = paths.endOf(link);
      if (end === undefined || contents.isReadAs(end, link)) continue;
      this.links.set(end, [...(this.links.get(end) ?? []), link]);
    }
  }

  /** Whether there are any. */
  public get areThere(): boolean {
    return this.links.size > 0;
  }

  /** What is to read a member once more. */
  public reader({ path, target, size }: ArchiveEntry): MemberReader | undefined {
    if (target !== undefined || size === undefined) return undefined;
    const readers = (this.links.get(path) ?? []).flatMap((link) => this.contents.reader(link, size) ?? []);
    if (readers.length === 0) return undefined;
    return {
      take: (piece) => readers.forEach((reader) => reader.take(piece)),
      end: () => readers.forEach((reader) => reader.end()),
    };
  }
}
