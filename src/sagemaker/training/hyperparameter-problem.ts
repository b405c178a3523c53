/** What is wrong with a hyperparameter, as a message says it. */
export interface HyperparameterProblem {
  readonly text: string;
  /** Whether it may be right with another image: one that is newer than this library, or another version. */
  readonly mayBeNewer: boolean;
}

/** What is certain. */
export function certain(text: string): HyperparameterProblem {
  return { text, mayBeNewer: false };
}
