import { type CheckedFile, errorFinding, warningFinding } from './checked-file';
import { folderProblems } from '../src/bedrock/import/folder/folder-problems';

/** Reads the folder of a model as a model import job would, in whatever Region. */
export function checkModelFolder(path: string): CheckedFile {
  const findings = folderProblems(path).map(({ text, warning }) =>
    warning === undefined ? errorFinding(text) : warningFinding(warning, text),
  );
  return { path, kind: 'model folder', findings };
}
