import { type CheckedFile, type CheckFinding, errorFinding, warningFinding } from './checked-file';
import { dataInputOf } from './data-input-text';
import type { ArchiveContents } from '../src/sagemaker/model-archive/archive-contents';
import { modelArchiveAt } from '../src/sagemaker/model-archive/model-archive';
import { UnusableArchive } from '../src/sagemaker/model-archive/unusable-archive';
import { modelVersionRules } from '../src/sagemaker/neo/model-version-rules';
import type { NeoTargetKind } from '../src/sagemaker/neo/neo-devices';
import { neoFramework } from '../src/sagemaker/neo/neo-frameworks';
import { shown } from '../src/validation/shown';

/** How such archives are named that Neo is given. */
const NAMED = /\.tar\.gz$/;

const INNER = /^[^,]*\.(?:zip|tar|t?gz|7z|bz2|xz)$/i;
/** A file alone that has such a name is hardly a model, although that of XGBoost may have any. */
const OTHER_FILE = /^[^,]*\.(?:txt|md|rst|csv|log|ya?ml|py|ipynb|html?|png|jpe?g|zip|tar|t?gz|7z|bz2|xz)$/i;

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
    return {
      path,
      kind: 'model archive',
      frameworks: [],
      findings: [errorFinding(`must be ${error.problemAt(path)}`)],
    };
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
  if (
    taken.length === 0 &&
    candidates.join() === 'XGBOOST' &&
    framework === undefined &&
    OTHER_FILE.test(contents.fileNames)
  ) {
    return { ...file, findings: [...noModel(path, contents)] };
  }
  const told = unique((taken.length > 0 ? taken : found).flatMap(({ findings }) => findings));
  return frameworks.length === 1
    ? { ...file, ...dataInputOf(frameworks[0], contents.inputs(frameworks[0])), findings: told }
    : { ...file, findings: told };
}

function findingsFor(path: string, contents: ArchiveContents, framework: string | undefined): CheckFinding[] {
  const problems = contents
    .problems(framework, shown(path))
    .map(({ text, warning }) =>
      warning === undefined ? errorFinding(`must be ${text}`) : warningFinding(warning, `should be ${text}`),
    );
  return framework === undefined ? problems : [...problems, ...versionFindings(contents, framework)];
}

/** What is said of the version that has saved a model, where it is so of all targets: nobody says here which one it is for. */
function versionFindings(contents: ArchiveContents, framework: string): CheckFinding[] {
  const saved = contents.version(framework);
  const kinds = Object.keys(neoFramework(framework)?.targets ?? {}) as NeoTargetKind[];
  const found = kinds.map((kind) => [
    ...modelVersionRules(framework, undefined, saved, { kind, name: 'every target' }),
  ]);
  if (found.some((findings) => findings.length === 0)) return [];
  return found.slice(-1).flatMap((findings) => findings.map(({ text }) => warningFinding('neoModelVersion', text)));
}

/** What is to be said where no file has the name of a model. */
function* noModel(path: string, contents: ArchiveContents): Iterable<CheckFinding> {
  const general = findingsFor(path, contents, undefined);
  yield* general;
  if (contents.fileNames === '') return;
  const text = `must be an archive with the files of a framework that Neo knows, got ${contents.fileNames} in ${shown(path)}: ${INNER.test(contents.fileNames) ? 'pack what is in that one, for Neo unpacks the outer archive only' : "give '--framework' for what it lacks"}`;
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
