/** A shorter document cannot have so many values that they are a matter of memory. */
const SMALL_BYTES = 1_000_000;
/** More values than any request to a model has. */
const MOST_VALUES = 1_000_000;

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
/** What begins a value, or separates it from another: `[`, `{` and `,`. */
const STRUCTURE = [0x5b, 0x7b, 0x2c];

/** Whether a document has so many values that parsing it would take more memory than there may be. */
export function hasTooManyValues(document: Buffer): boolean {
  if (document.length < SMALL_BYTES) return false;
  let count = 0;
  for (const byte of STRUCTURE) {
    for (let at = document.indexOf(byte); at >= 0 && count <= MOST_VALUES; at = document.indexOf(byte, at + 1)) count++;
  }
  // texts may have any number of them
  return count > MOST_VALUES && structureOf(document) > MOST_VALUES;
}

/** How many of them are not in texts. */
function structureOf(document: Buffer): number {
  let count = 0;
  let isText = false;
  for (let at = 0; at < document.length && count <= MOST_VALUES; at++) {
    const byte = document[at];
    if (isText && byte === BACKSLASH) at++;
    else if (byte === QUOTE) isText = !isText;
    else if (!isText && STRUCTURE.includes(byte)) count++;
  }
  return count;
}
