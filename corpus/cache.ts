import { mkdirSync, renameSync, rmSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What is fetched is kept here, from one run to the next. */
export const CACHE = process.env.CORPUS_CACHE ?? join(tmpdir(), 'cdk-ml-jobs-corpus');

/**
 * A folder of the cache, which is made once: a run that is broken off leaves none behind.
 *
 * @param make Fills the folder that it is given.
 */
export function cachedFolder(name: string, make: (folder: string) => void): string {
  const folder = join(CACHE, name.replace(/[^\w.=-]+/g, '_'));
  if (existsSync(folder)) return folder;
  const draft = `${folder}.part`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  make(draft);
  renameSync(draft, folder);
  return folder;
}
