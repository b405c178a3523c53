import { posix } from 'node:path';
import type { FileFacts, FileProblem, VariableShards } from './file-facts';
import type { Neighbours } from './neighbours';

const MOST_SHOWN = 10;
const PACK_ALL = 'pack the whole folder that tf.saved_model.save has written';

/** Whether the values of a SavedModel's variables are in the files that TensorFlow reads them from. */
export function* variablesProblems(
  folder: string,
  { hasVariables }: FileFacts,
  neighbours: Neighbours,
): Iterable<FileProblem> {
  if (!neighbours.hasVariables(folder)) {
    yield { allowed: 'a SavedModel with the folder variables beside it', found: 'none such', advice: PACK_ALL };
    return;
  }
  const index = posix.join(folder, 'variables', 'variables.index');
  if (neighbours.hasFile(index) === false) {
    // without variables, TensorFlow 1 writes no index, and reads none
    if (hasVariables) yield missing([index]);
    return;
  }
  const { problems, shards } = neighbours.factsOf(index, 'TENSORFLOW');
  for (const problem of problems) yield { ...problem, path: index };
  if (shards) yield* shardProblems(index, shards, neighbours);
}

function* shardProblems(
  index: string,
  { count, leastBytes }: VariableShards,
  neighbours: Neighbours,
): Iterable<FileProblem> {
  const number = (value: number) => String(value).padStart(5, '0');
  const paths = Array.from({ length: count }, (_, shard) =>
    index.replace(/index$/, `data-${number(shard)}-of-${number(count)}`),
  );
  const absent = paths.filter((path) => neighbours.hasFile(path) === false);
  if (absent.length > 0) yield missing(absent);
  for (const [shard, path] of paths.entries()) {
    const allowed = "a file of a SavedModel's variables";
    const placeholder = neighbours.placeholder(path);
    const [size, least] = [neighbours.sizeOf(path), leastBytes?.[shard] ?? 0];
    if (placeholder && least > 0) {
      yield { allowed, ...placeholder, path };
    } else if (size !== undefined && size < least) {
      const found = `one of ${size} bytes that is cut off: its index has ${least}`;
      yield { allowed, found, advice: PACK_ALL, path };
    }
  }
}

function missing(paths: readonly string[]): FileProblem {
  const names = paths.slice(0, MOST_SHOWN).map((path) => `variables/${posix.basename(path)}`);
  return {
    allowed: 'a SavedModel with its variables beside it',
    found: `one without ${names.join(', ')}${paths.length > MOST_SHOWN ? ` and ${paths.length - MOST_SHOWN} more` : ''}`,
    advice: PACK_ALL,
  };
}
