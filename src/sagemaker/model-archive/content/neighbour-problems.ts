import { posix } from 'node:path';
import type { FileFacts, FileProblem } from './file-facts';

const SAVED_MODEL = /(^|\/)saved_model\.(pb|pbtxt)$/;
const MOST_SHOWN = 10;
const IN_ONE_FILE = 'save the model with onnx.save_model and save_as_external_data=False';

/** What there is in an archive besides a file. */
export interface Neighbours {
  /** Whether a file is there; undefined where that is not known. */
  hasFile(path: string): boolean | undefined;
  /** Whether the variables of a SavedModel are in a folder. */
  hasVariables(folder: string): boolean;
}

/** What is wrong with what a model needs beside it. */
export function* neighbourProblems(path: string, facts: FileFacts, neighbours: Neighbours): Iterable<FileProblem> {
  const folder = posix.dirname(path);
  yield* weightProblems(folder, facts.neededFiles ?? [], neighbours);
  if (SAVED_MODEL.test(path) && facts.problems.length === 0 && !neighbours.hasVariables(folder)) {
    yield {
      allowed: 'a SavedModel with the folder variables beside it',
      found: 'none such',
      advice: 'pack the whole folder that tf.saved_model.save has written',
    };
  }
}

function* weightProblems(folder: string, files: readonly string[], neighbours: Neighbours): Iterable<FileProblem> {
  if (files.length === 0) return;
  const missing = files.filter((file) => neighbours.hasFile(posix.join(folder, file)) === false);
  if (missing.length > 0) {
    yield {
      allowed: 'a model that has its weights in it',
      found: `one whose weights are in ${missing.slice(0, MOST_SHOWN).join(', ')}, which the archive does not have beside it`,
      advice: `pack that file, too, or ${IN_ONE_FILE}`,
    };
    return;
  }
  yield {
    allowed: "a model that has its weights in it: Neo's documentation has one file",
    found: `one whose weights are in ${files.slice(0, MOST_SHOWN).join(', ')}`,
    advice: IN_ONE_FILE,
    warning: 'neoModelFormat',
  };
}
