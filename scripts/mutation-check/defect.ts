/** A fault that somebody could make in the handler: the tests of the lifecycle must notice it. */
export interface Defect {
  readonly name: string;
  /** The source that has it, below its folder. */
  readonly file: string;
  /** @default - lambda */
  readonly folder?: 'lambda' | 'src';
  /** The text that it takes the place of, which the source has exactly once. */
  readonly text: string;
  readonly replacement: string;
  /** What a person would lose to whom it happens. */
  readonly loss: string;
}

/** The source with the defect in it. Throws where the source has changed so that it is not clear where the defect goes. */
export function sourceWith({ name, file, folder = 'lambda', text, replacement }: Defect, source: string): string {
  const occurrences = source.split(text).length - 1;
  if (occurrences !== 1) {
    throw new Error(
      `Defect '${name}': ${folder}/${file} must have its text once, and has it ${occurrences} times: ${text}`,
    );
  }
  // a function, for a text could have patterns of its own
  return source.replace(text, () => replacement);
}
