/** What is looked at in an input, and what is not: the table in `docs/checks.md` is made of these. */
export interface ReadingScope {
  /** The input, in a few words of Markdown. */
  readonly input: string;
  readonly looksAt: readonly string[];
  readonly leaves: readonly string[];
}
