import { filesIn, importsOf } from './file-imports';
import { FOLDERS, reachable } from '../../projenrc/imports';

/** All that the files of a folder import, and what that imports in turn. */
const metFrom = (folder: string): string[] => {
  const met = new Set(filesIn(folder));
  for (const file of met) importsOf(file).forEach((imported) => met.add(imported));
  return [...met];
};

test.each(FOLDERS)('%s/ may import all that what it imports comes with', (folder) => {
  const allowed = [folder, ...reachable(folder)];
  const isAllowed = (file: string) => allowed.some((path) => file === path || file.startsWith(`${path}/`));
  expect(metFrom(folder).filter((file) => !isAllowed(file))).toEqual([]);
});
