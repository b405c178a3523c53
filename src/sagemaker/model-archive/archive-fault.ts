/**
 * Makes the error about an archive.
 *
 * @param allowed What the archive must be.
 * @param found What is wrong with it, as in `which is empty`.
 */
export type ArchiveFault = (allowed: string, found: string) => Error;

/** What every archive must be. */
export const GZIP_TAR = 'a gzip-compressed tar archive';
