import type { FrameworkFile } from './framework-file';
import { NEO_FRAMEWORKS } from '../neo/neo-frameworks';

/** Names that say something of a file to one of the frameworks. */
const TELLING = new RegExp(
  Object.values(NEO_FRAMEWORKS)
    .flatMap(({ files }) => files.flatMap(tellingNames))
    .join('|'),
);

function tellingNames({ endings, taken, weights, alsoRead = [] }: FrameworkFile): string[] {
  const patterns = [taken, weights].flatMap((pattern) => (pattern ? [pattern.source] : []));
  return [...patterns, ...[...endings, ...alsoRead].map((ending) => `${ending.replace('.', '\\.')}$`)];
}

/** Whether the name of a file says something to one of the frameworks. An archive may have many thousands that do not. */
export function isTelling(name: string): boolean {
  return TELLING.test(name);
}
