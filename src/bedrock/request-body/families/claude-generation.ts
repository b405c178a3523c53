/** How hard Claude may think, and how much it may say. */
export const EFFORTS = ['low', 'medium', 'high', 'xhigh', 'max'];

/** What the versions of Claude take differently. What is newer than them all is left to the service. */
export interface ClaudeGeneration {
  /** The foundation models that it is true of, by their ids. */
  readonly ids: RegExp;
  /** The ways to think that it refuses, by their `type`. */
  readonly refusedThinking: readonly string[];
  /** How words may be chosen: with any parameters, with `temperature` or `top_p` alone, or with the defaults alone. */
  readonly sampling: 'any' | 'one' | 'default';
  /** Whether it goes on with the beginning of an answer. */
  readonly goesOn: boolean;
  /** Whether it must think where the effort is `xhigh` or `max`. */
  readonly mustThinkHard?: boolean;
  /** Whether a message of the system may say how much is to be thought from there on. */
  readonly takesEffortPerTurn?: boolean;
}
