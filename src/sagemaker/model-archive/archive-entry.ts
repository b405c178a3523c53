import { posix } from 'node:path';

/** A member of an archive. */
export interface ArchiveEntry {
  /** Its path in the archive, without a leading `./`. */
  readonly path: string;
  /** Whether it is a file, or a link, which unpacking makes another name of a file. */
  readonly isFile: boolean;
  /** How many bytes it has; a link has none of its own. */
  readonly size?: number;
  /** What a link points at, from the top of the archive. */
  readonly target?: string;
}

/** The top of an archive, as a folder: SageMaker's own tools begin archives with it, and every extractor takes it. */
const TOP = '/';

/**
 * Whether unpacking an entry would reach out of the folder that the archive is unpacked in. A path with `..` in it is
 * taken to do so wherever it leads: what comes before that may be a link.
 */
export function leadsOut({ path, isFile, target = '' }: ArchiveEntry): boolean {
  // nearly all are neither: most of the time is saved here
  if (isPlain(path) && isPlain(target)) return false;
  if (path.split('/').includes('..')) return true;
  if (!isFile && posix.normalize(path) === TOP) return false;
  return [path, target].some((name) => posix.isAbsolute(name) || /^\.\.(\/|$)/.test(posix.normalize(name)));
}

/** Whether a path can lead nowhere but down. */
function isPlain(path: string): boolean {
  return !path.startsWith('/') && !path.includes('..');
}

/** Whether the system leaves a file out when it lists a folder: macOS adds such, and Neo does not look at them. */
export function isHidden(path: string): boolean {
  // most names have no dot at their beginning, wherever that is
  return (path.startsWith('.') || path.includes('/.')) && posix.basename(path).startsWith('.');
}
