import { wordsOf } from './service-text';

/** What can be done about a reason: where the pattern stands in it, the hint, or what makes the hint from what was found. */
export type Hint = readonly [pattern: RegExp, hint: string | ((found: RegExpExecArray) => string)];

/**
 * The first hint that fits a reason, or `undefined` where the reason is none of the known ones. It hangs on the words of the service: a
 * bucket may be called anything.
 */
export function hintIn(hints: readonly Hint[], reason: string): string | undefined {
  const words = wordsOf(reason);
  for (const [pattern, hint] of hints) {
    const found = pattern.exec(words);
    if (found) return typeof hint === 'string' ? hint : hint(found);
  }
  return undefined;
}
