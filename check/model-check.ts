import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type CheckedFile, type CheckFinding, errorFinding, warningFinding } from './checked-file';
import { dataInputOf } from './data-input-text';
import { contentReaders } from '../src/sagemaker/model-archive/content/content-kinds';
import type { ContentReader, FileFacts } from '../src/sagemaker/model-archive/content/file-facts';
import { type Neighbours, neighbourProblems } from '../src/sagemaker/model-archive/content/neighbour-problems';

const PIECE_BYTES = 64 * 1024;

/**
 * Reads a model that is not packed yet.
 *
 * @param framework The framework as the API spells it; without one, each that the file's name may be of is tried.
 */
export function checkModel(path: string, framework?: string): CheckedFile {
  const name = basename(path);
  const all = contentReaders(name, statSync(path).size);
  const readers = [...all].filter(([each]) => framework === undefined || each === framework);
  if (readers.length === 0) return { path, kind: 'model', frameworks: [], findings: [unreadFinding(name, framework)] };
  readThrough(
    path,
    readers.map(([, reader]) => reader),
  );
  const read = readers.map(([each, reader]) => ({ name: each, facts: reader.facts() }));
  const found = read.map(({ name: each, facts }) => ({ name: each, facts, findings: findingsOf(path, facts) }));
  const taken = found.filter(({ findings }) => findings.every(({ severity }) => severity !== 'error'));
  const file = { path, kind: 'model' as const, frameworks: taken.map((each) => each.name) };
  const findings = (taken.length > 0 ? taken : found).flatMap((each) => each.findings);
  if (taken.length !== 1) return { ...file, findings };
  return { ...file, ...dataInputOf(taken[0].name, taken[0].facts.inputs), findings };
}

function readThrough(path: string, readers: readonly ContentReader[]): void {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(PIECE_BYTES);
    for (let length = readSync(file, buffer); length > 0; length = readSync(file, buffer)) {
      const piece = buffer.subarray(0, length);
      readers.forEach((reader) => reader.take(piece));
    }
  } finally {
    closeSync(file);
  }
}

function findingsOf(path: string, facts: FileFacts): CheckFinding[] {
  const folder = dirname(path);
  const neighbours: Neighbours = {
    hasFile: (file) => existsSync(join(folder, file)),
    hasVariables: () => existsSync(join(folder, 'variables')),
  };
  return [...facts.problems, ...neighbourProblems(basename(path), facts, neighbours)].map(
    ({ allowed, found, advice, warning }) => {
      const text = `be ${allowed}, got ${found}: ${advice}`;
      return warning === undefined ? errorFinding(`must ${text}`) : warningFinding(warning, `should ${text}`);
    },
  );
}

function unreadFinding(name: string, framework: string | undefined): CheckFinding {
  const whose = framework === undefined ? 'a framework that Neo knows' : framework;
  return errorFinding(`must have the name of a model of ${whose}, such as 'model.onnx' for ONNX, got '${name}'`);
}
