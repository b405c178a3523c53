import { type CheckedFile, type CheckFinding, errorFinding, warningFinding } from './checked-file';
import { dataInputOf } from './data-input-text';
import type { ArchiveContents } from '../src/sagemaker/model-archive/archive-contents';
import { modelArchiveAt } from '../src/sagemaker/model-archive/model-archive';
import { UnusableArchive } from '../src/sagemaker/model-archive/unusable-archive';
import { shown } from '../src/validation/shown';

/** How such archives are named that Neo is given. */
const NAMED = /\.tar\.gz$/;

/**
 * Reads an archive as a compilation job would.
 *
 * @param framework The framework as the API spells it; without one, each that the archive may be for is tried.
 */
export function checkArchive(path: string, framework?: string): CheckedFile {
  try {
    const checked = checkContents(path, modelArchiveAt(path), framework);
    return { ...checked, findings: [...nameFindings(path), ...checked.findings] };
  } catch (error) {
    if (!(error instanceof UnusableArchive)) throw error;
    const text = `must be ${error.allowed}, got ${shown(path)}, ${error.found}: ${error.advice}`;
    return { path, kind: 'model archive', frameworks: [], findings: [errorFinding(text)] };
  }
}

/** What is in an archive, or would be. */
export function checkContents(path: string, contents: ArchiveContents, framework?: string): CheckedFile {
  const candidates = framework === undefined ? contents.frameworks : [framework];
  const found = candidates.map((name) => ({ name, findings: findingsFor(path, contents, name) }));
  const taken = found.filter(({ findings }) => findings.every(({ severity }) => severity !== 'error'));
  const frameworks = taken.map(({ name }) => name);
  const file = { path, kind: 'model archive' as const, frameworks };
  if (candidates.length === 0) return { ...file, findings: [...noModel(path, contents)] };
  const told = unique((taken.length > 0 ? taken : found).flatMap(({ findings }) => findings));
  return frameworks.length === 1
    ? { ...file, ...dataInputOf(frameworks[0], contents.inputs(frameworks[0])), findings: told }
    : { ...file, findings: told };
}

function findingsFor(path: string, contents: ArchiveContents, framework: string | undefined): CheckFinding[] {
  return contents
    .problems(framework, shown(path))
    .map(({ text, warning }) =>
      warning === undefined ? errorFinding(`must be ${text}`) : warningFinding(warning, `should be ${text}`),
    );
}

/** What is to be said where no file has the name of a model. */
function* noModel(path: string, contents: ArchiveContents): Iterable<CheckFinding> {
  const general = findingsFor(path, contents, undefined);
  yield* general;
  if (contents.fileNames === '') return;
  const text = `must be an archive with the files of a framework that Neo knows, got ${contents.fileNames} in ${shown(path)}: give '--framework' for what it lacks`;
  yield errorFinding(text);
}

function nameFindings(path: string): CheckFinding[] {
  if (NAMED.test(path)) return [];
  const text = `should have a name that ends in '.tar.gz', as Neo's documentation has it, got ${shown(path)}`;
  return [warningFinding('modelArchiveName', text)];
}

/** What concerns the archive as a whole is found for each framework. */
function unique(findings: readonly CheckFinding[]): CheckFinding[] {
  return [...new Map(findings.map((finding) => [finding.text, finding])).values()];
}
