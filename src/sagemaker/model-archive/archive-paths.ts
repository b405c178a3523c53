import { posix } from 'node:path';

/** How many paths are kept, to know them again. */
const MOST_PATHS = 1000;
/** How many links are followed from one to the next, as Linux does. */
const MOST_LINKS = 40;

/** What is known of a path: how many bytes its file has, or where it leads as a link. */
type PathFacts = number | string | undefined;

/** The paths of the first files of an archive, and where links lead that are among them. */
export class ArchivePaths {
  private readonly paths = new Map<string, PathFacts>();
  /** Those of hidden files, which count for no framework: a link may lead to one. */
  private readonly hidden = new Map<string, PathFacts>();

  /** Whether there may be more than are known. */
  public get isFull(): boolean {
    return this.paths.size >= MOST_PATHS || this.hidden.size >= MOST_PATHS;
  }

  public get names(): Iterable<string> {
    return this.paths.keys();
  }

  /** Those that are links. */
  public get links(): readonly string[] {
    return [...this.paths].filter(([, facts]) => typeof facts === 'string').map(([path]) => path);
  }

  public add(path: string, facts: PathFacts): void {
    if (this.paths.size < MOST_PATHS) this.paths.set(path, facts);
  }

  public addHidden(path: string, facts: PathFacts): void {
    if (this.hidden.size < MOST_PATHS) this.hidden.set(path, facts);
  }

  /** Whether the path itself is there, be it a link to nothing. */
  public has(path: string): boolean {
    return this.paths.has(path);
  }

  /** Whether a file is there once links are followed; undefined where there are more than are known. */
  public hasFile(path: string): boolean | undefined {
    const end = this.endOf(path);
    if (end === undefined) return false;
    return this.paths.has(end) || this.hidden.has(end) || (this.isFull ? undefined : false);
  }

  /** How many bytes the file of a path has, where that is known. */
  public sizeOf(path: string): number | undefined {
    const end = this.endOf(path);
    const size = end === undefined ? undefined : this.factsOf(end);
    return typeof size === 'number' ? size : undefined;
  }

  /**
   * The path that a link leads to in the end, through links to files and to folders; that of what is no link is its own. Undefined
   * where links lead to one another without an end.
   */
  public endOf(path: string): string | undefined {
    let end = path;
    for (let count = 0; count <= MOST_LINKS; count++) {
      const next = this.afterFirstLink(end);
      if (next === undefined) return end;
      end = next;
    }
    return undefined;
  }

  private afterFirstLink(path: string): string | undefined {
    const own = this.factsOf(path);
    // nearly all paths are files themselves
    if (typeof own === 'number') return undefined;
    const parts = path.split('/');
    for (let length = 1; length <= parts.length; length++) {
      const target = this.factsOf(parts.slice(0, length).join('/'));
      if (typeof target === 'string') return posix.normalize(posix.join(target, ...parts.slice(length)));
    }
    return undefined;
  }

  private factsOf(path: string): PathFacts {
    return this.paths.get(path) ?? this.hidden.get(path);
  }
}
