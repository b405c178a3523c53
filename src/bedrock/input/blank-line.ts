/** What JSON takes for white space. */
const [SPACE, TAB, LINE_FEED, CARRIAGE_RETURN] = Buffer.from(' \t\n\r');

/** Whether a line has nothing in it. A control character is something: JSON takes none of them. */
export function isBlank(line: Buffer): boolean {
  let at = 0;
  while (isSpace(line[at])) at++;
  return at === line.length;
}

function isSpace(byte: number): boolean {
  return byte === SPACE || byte === CARRIAGE_RETURN || byte === TAB || byte === LINE_FEED;
}
