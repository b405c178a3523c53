/** A file that Neo looks for in an archive. */
export interface FrameworkFile {
  /** How the names of such files end. */
  readonly endings: readonly string[];
  /** Files whose names end so, and which are something else. */
  readonly others?: readonly string[];
  /** Whether there may be several. */
  readonly several?: boolean;
  /** Whether a file of any name will do where it is the only one. */
  readonly orOnlyFile?: boolean;
  /** What the name of the one has that Neo takes of several. */
  readonly taken?: RegExp;
  /** What files with nothing but weights are called, which are no model. */
  readonly weights?: RegExp;
  /** How the names of files end that are read where there is none of those: their names alone are wrong. */
  readonly alsoRead?: readonly string[];
  /** Who says that it must be there, where not Neo's documentation does. */
  readonly said?: string;
  /** The id of the warning, where it is not certain that it must be there. */
  readonly warning?: string;
  /** What to do about files that tools write beside a model, or instead of one. */
  readonly advice?: readonly (readonly [name: RegExp, advice: string])[];
}

/** How many such files there must be, and how their names end; each ending spelt as the reader of the text needs it. */
export function numberText(
  { endings, several }: FrameworkFile,
  spelt: (ending: string) => string = (ending) => ending,
): string {
  return `${several ? 'at least one' : 'exactly one'} ${endings.map(spelt).join(' or ')}`;
}
