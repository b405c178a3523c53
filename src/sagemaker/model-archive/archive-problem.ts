/** Something about an archive that Neo refuses, or may refuse. */
export interface ArchiveProblem {
  /** What it must be, and what was found: `an archive with …`. */
  readonly text: string;
  /** The id of the warning, where it is not certain. */
  readonly warning?: string;
}

/** What is certain. */
export function mustHave(text: string): ArchiveProblem {
  return { text: `an archive ${text}` };
}

/** What only documents say, or the public loaders of Neo. */
export function shouldHave(warning: string, text: string): ArchiveProblem {
  return { text: `an archive ${text}`, warning };
}
