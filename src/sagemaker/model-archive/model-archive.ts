import { realpathSync, statSync } from 'node:fs';
import { ArchiveContents } from './archive-contents';
import { readEntries } from './archive-entries';

/** An archive that has been read, and what it was then. */
interface ReadArchive {
  readonly size: bigint;
  readonly modified: bigint;
  readonly contents: ArchiveContents;
}

/** A model may be given to many jobs, and take seconds to read. */
const read = new Map<string, ReadArchive>();

/** What is in the archive at a path: it is read once, as long as it does not change. Throws `UnusableArchive`. */
export function modelArchiveAt(path: string): ArchiveContents {
  const file = realpathSync(path);
  const { size, mtimeNs: modified } = statSync(file, { bigint: true });
  const known = read.get(file);
  if (known?.size === size && known.modified === modified) return known.contents;
  const contents = new ArchiveContents();
  readEntries(file, (entry) => contents.add(entry));
  const linked = contents.linkedFiles;
  if (linked.areThere) readEntries(file, (entry) => linked.reader(entry));
  read.set(file, { size, modified, contents });
  return contents;
}
