/** An answer has at most 4,096 bytes, of which the ids of the stack and the resource may need the rest. */
const LONGEST_ATTRIBUTES_BYTES = 3200;

/** How many bytes the attributes of an answer leave to one that can be shortened. */
export function roomFor(attributes: { readonly [name: string]: string }): number {
  return LONGEST_ATTRIBUTES_BYTES - bytesOf(attributes);
}

/** As much of a text as there is room for, in whole characters. */
export function clip(text: string, room: number): string {
  let clipped = '';
  for (const character of text) {
    room -= bytesOf(character) - bytesOf('');
    if (room < 0) break;
    clipped += character;
  }
  return clipped;
}

/** The length of a value as JSON writes it. */
function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
