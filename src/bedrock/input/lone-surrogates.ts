const BACKSLASH = 0x5c;

/** Half of a pair of escapes: `\ud83d` without the second half, or that without the first. */
const HALF =
  /\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F][0-9a-fA-F]{2})|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}/;
const SURROGATE = /\p{Surrogate}/u;

/**
 * Whether a text of a JSON document has half of a character, as text does that was cut by its length in UTF-16. Only an
 * escape can say so: the bytes of such a half are not UTF-8.
 *
 * @param line The document.
 * @param text The same, as a text.
 * @param value What was parsed of it.
 */
export function hasLoneSurrogate(line: Buffer, text: string, value: unknown): boolean {
  return line.includes(BACKSLASH) && HALF.test(text) && isHalved(value);
}

/** An escaped backslash before it makes text of an escape, so that only the value says what it is. */
function isHalved(root: unknown): boolean {
  // however deep the document is
  const values: unknown[] = [root];
  while (values.length > 0) {
    const value = values.pop();
    if (typeof value === 'string' ? SURROGATE.test(value) : false) return true;
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, member] of Object.entries(value)) {
      if (SURROGATE.test(name)) return true;
      values.push(member);
    }
  }
  return false;
}
