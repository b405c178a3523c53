import { posix } from 'node:path';
import type { FileFacts, FileProblem } from './file-facts';
import type { Neighbours } from './neighbours';
import { variablesProblems } from './variables-problems';

const SAVED_MODEL = /(^|\/)saved_model\.(pb|pbtxt)$/;
const MOST_SHOWN = 10;
const IN_ONE_FILE = 'save the model with onnx.save_model and save_as_external_data=False';

/** What is wrong with what a model needs beside it. */
export function* neighbourProblems(path: string, facts: FileFacts, neighbours: Neighbours): Iterable<FileProblem> {
  const folder = posix.dirname(path);
  yield* weightProblems(folder, facts, neighbours);
  const isLoaded = facts.problems.every(({ warning }) => warning !== undefined);
  if (SAVED_MODEL.test(path) && isLoaded) yield* variablesProblems(folder, facts, neighbours);
}

function* weightProblems(
  folder: string,
  { neededFiles: files = [], neededBytes }: FileFacts,
  neighbours: Neighbours,
): Iterable<FileProblem> {
  if (files.length === 0) return;
  const paths = files.map((file) => posix.join(folder, file));
  const missing = files.filter((_, index) => neighbours.hasFile(paths[index]) === false);
  if (missing.length > 0) {
    yield {
      allowed: 'a model that has its weights in it',
      found: `one whose weights are in ${missing.slice(0, MOST_SHOWN).join(', ')}, which the archive does not have beside it`,
      advice: `pack that file, too, or ${IN_ONE_FILE}`,
    };
    return;
  }
  for (const [index, path] of paths.entries()) {
    const allowed = "a file with a model's weights";
    const placeholder = neighbours.placeholder(path);
    const [size, least] = [neighbours.sizeOf(path), neededBytes?.get(files[index]) ?? 0];
    if (placeholder) {
      yield { allowed, ...placeholder, path };
    } else if (size !== undefined && size < least) {
      const found = `one of ${size} bytes that is cut off: the model has weights up to ${least}`;
      yield { allowed, found, advice: `pack the whole file, or ${IN_ONE_FILE}`, path };
    }
  }
  yield {
    allowed: "a model that has its weights in it: Neo's documentation has one file",
    found: `one whose weights are in ${files.slice(0, MOST_SHOWN).join(', ')}`,
    advice: IN_ONE_FILE,
    warning: 'neoModelFormat',
  };
}
