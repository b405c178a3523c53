/** Something about a file of an archive that Neo refuses, or may refuse. */
export interface FileProblem {
  /** What the file must be, as in `an ONNX model`. */
  readonly allowed: string;
  /** What it is, as in `a Git LFS pointer`. */
  readonly found: string;
  /** What to do about it. */
  readonly advice: string;
  /** The file that it is about, where that is another than the one that was read. */
  readonly path?: string;
  /** The id of the warning, where it is not certain. */
  readonly warning?: string;
}

/** A size of a dimension: a number, or the name of one that is open until the model runs (empty where it has none). */
export type Dimension = number | string;

/** An input of a model, as the model itself has it. */
export interface ModelInput {
  readonly name: string;
  /** Undefined where the model does not say how many dimensions there are. */
  readonly shape?: readonly Dimension[];
  /** Whether the model may do without it, as it does without labels. */
  readonly isOptional?: boolean;
}

/** The files that the values of variables lie in. */
export interface VariableShards {
  readonly count: number;
  /** How many bytes each has at least, where that is known. */
  readonly leastBytes?: readonly number[];
}

/** What is known of a file once it has been read. */
export interface FileFacts {
  readonly problems: readonly FileProblem[];
  /** The inputs of the model in it, where it says them. */
  readonly inputs?: readonly ModelInput[];
  /** Files that the model needs beside it, from its own folder. */
  readonly neededFiles?: readonly string[];
  /** How many bytes each of those has at least, by its name. */
  readonly neededBytes?: ReadonlyMap<string, number>;
  /** The version of the framework that has saved it, as in `2.9.1`, where it says that. */
  readonly version?: string;
  /** Whether a graph has variables, whose values lie in other files. */
  readonly hasVariables?: boolean;
  /** The files that an index of variables points at. */
  readonly shards?: VariableShards;
  /** What a graph takes from outside, in its order: inputs and parameters. */
  readonly variables?: readonly string[];
  /** The names of parameters that it has, or wants. */
  readonly parameters?: ReadonlySet<string>;
}

/** What is shown a file piece by piece, and concludes what it is. */
export interface ContentReader {
  take(piece: Buffer): void;
  facts(): FileFacts;
}

export const NOTHING_KNOWN: FileFacts = { problems: [] };

/** A file whose bytes are not what its format has. It never leaves this folder. */
export class MalformedFile extends Error {}
