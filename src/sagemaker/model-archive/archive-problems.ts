import type { ArchiveContents, SavedVersion } from './archive-contents';
import type { ArchiveProblem } from './archive-problem';
import type { ModelInput } from './content/file-facts';
import { modelArchiveAt } from './model-archive';
import { UnusableArchive } from './unusable-archive';
import { shown } from '../../validation/shown';

/**
 * What keeps Neo from taking the archive at a path for a model of a framework: each problem says what the archive must be,
 * and what was found.
 *
 * @param framework The framework as the API spells it, where it is known.
 */
export function archiveProblems(path: string, framework: unknown): ArchiveProblem[] {
  try {
    return modelArchiveAt(path).problems(framework, shown(path));
  } catch (error) {
    if (!(error instanceof UnusableArchive)) throw error;
    return [{ text: error.problemAt(path) }];
  }
}

/** The inputs of the model in the archive at a path, as the model says them; undefined where it does not. */
export function archiveInputs(path: string, framework: string): readonly ModelInput[] | undefined {
  return usableArchive(path)?.inputs(framework);
}

/** Which version of the framework has saved the model in the archive at a path; undefined where it does not say that. */
export function archiveVersion(path: string, framework: string): SavedVersion | undefined {
  return usableArchive(path)?.version(framework);
}

/** What is in an archive; undefined where it cannot be read to its end. */
function usableArchive(path: string): ArchiveContents | undefined {
  try {
    return modelArchiveAt(path);
  } catch (error) {
    if (!(error instanceof UnusableArchive)) throw error;
    return undefined;
  }
}
