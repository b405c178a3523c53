import { type ArchiveEntry, isHidden, leadsOut } from './archive-entry';
import { FoundFiles } from './found-files';
import { FRAMEWORK_FILES } from './framework-files';
import { NameList } from './name-list';

/** What is in a model archive, as far as Neo cares: it takes memory that does not depend on how much that is. */
export class ArchiveContents {
  private files = 0;
  private readonly leadingOut = new NameList();
  private readonly found = new Map(
    [...FRAMEWORK_FILES].map(([framework, wanted]) => [
      framework,
      wanted.map((file) => new FoundFiles(framework, file)),
    ]),
  );

  public add(entry: ArchiveEntry): void {
    const { path, target } = entry;
    if (leadsOut(entry)) this.leadingOut.add(target === undefined ? path : `${path} -> ${target}`);
    if (!entry.isFile || isHidden(path)) return;
    this.files++;
    for (const files of this.found.values()) files.forEach((file) => file.add(path));
  }

  /**
   * What keeps Neo from taking the archive for a model: each says what the archive must be, and what was found.
   *
   * @param framework The framework as the API spells it, where it is known.
   * @param archive The archive as a message shows it.
   */
  public problems(framework: unknown, archive: string): string[] {
    return [...this.pathProblems(archive), ...this.fileProblems(framework, archive)];
  }

  private pathProblems(archive: string): string[] {
    const { count } = this.leadingOut;
    if (count === 0) return [];
    return [`with no path or link that leads out of it, got ${count} in ${archive}: ${this.leadingOut.toString()}`];
  }

  private fileProblems(framework: unknown, archive: string): string[] {
    const found = typeof framework === 'string' && this.found.get(framework);
    if (!found) return this.files === 0 ? [`with a model in it, got no file in ${archive}`] : [];
    return found.map((file) => file.problem(archive)).filter((problem) => problem !== undefined);
  }
}
