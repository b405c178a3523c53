import { modelArchiveAt } from './model-archive';
import { UnusableArchive } from './unusable-archive';
import { shown } from '../../validation/shown';

/**
 * What keeps Neo from taking the archive at a path for a model of a framework: each problem says what the archive must be,
 * and what was found.
 *
 * @param framework The framework as the API spells it, where it is known.
 */
export function archiveProblems(path: string, framework: unknown): string[] {
  try {
    return modelArchiveAt(path)
      .problems(framework, shown(path))
      .map((problem) => `an archive ${problem}`);
  } catch (error) {
    if (!(error instanceof UnusableArchive)) throw error;
    return [`${error.allowed}, got ${shown(path)}, ${error.found}`];
  }
}
