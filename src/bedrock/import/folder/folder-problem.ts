/** Something about the folder of a model for which Bedrock does not import it, or may not. */
export interface FolderProblem {
  /** What it must be, and what was found: the rest of a sentence. */
  readonly text: string;
  /** The id of the warning, where only documents say so. */
  readonly warning?: string;
}
