import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Whether files of a repository are in Git LFS, as far as the attributes of an app's folder, and of those above, say.
 *
 * @param root The folder of the repository, which is looked at last.
 */
export function usesLfs(folder: string, root: string): boolean {
  const path = join(folder, '.gitattributes');
  if (existsSync(path) && /^[^#\n]*\sfilter=lfs\b/m.test(readFileSync(path, 'utf8'))) return true;
  return folder !== root && usesLfs(dirname(folder), root);
}
