import type { FileFacts, FileProblem } from './file-facts';

/** What there is in an archive besides a file. */
export interface Neighbours {
  /** Whether a file is there; undefined where that is not known. */
  hasFile(path: string): boolean | undefined;
  /** How many bytes a file has, where that is known. */
  sizeOf(path: string): number | undefined;
  /** What a file is that only stands for another, such as a pointer of Git LFS. */
  placeholder(path: string): Omit<FileProblem, 'allowed'> | undefined;
  /** What is known of a file. */
  factsOf(path: string, framework: string): FileFacts;
  /** Whether the variables of a SavedModel are in a folder. */
  hasVariables(folder: string): boolean;
}
