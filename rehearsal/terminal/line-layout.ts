/** What a line that goes on is indented by, more than it begins with. */
const INDENT = 4;
const COLUMN = ' | ';
/** The colours of a terminal, which take no room. */
// eslint-disable-next-line no-control-regex
const COLORS = /\u001b\[[\d;]*m/g;
/** What takes the room of two characters. */
const WIDE = /\p{Emoji_Presentation}/gu;

/** How many characters of a terminal a text takes. */
export function textWidth(text: string): number {
  const plain = text.replace(COLORS, '');
  return [...plain].length + (plain.match(WIDE)?.length ?? 0);
}

/** The beginning of a text, with a mark where there is more. */
export function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}…`;
}

/**
 * The lines that a text takes on a terminal. This is the rule for all that is printed: a line that is too long goes on in the
 * next, a little further in; it is parted where a column ends (` | `), and within a column that is longer than a line, between
 * words. A word is never parted, so that ARNs can be copied.
 */
export function laidOut(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => (textWidth(line) <= width ? [line] : parted(line, width)));
}

/** A column that does not fit begins the next line; one that is longer than a line is parted between its words. */
function parted(line: string, width: number): string[] {
  const begin = /^ */.exec(line)![0];
  const further = begin + ' '.repeat(INDENT);
  const lines: string[] = [];
  let current = begin;
  const isEmpty = (): boolean => current.trim() === '';
  const add = (part: string): void => {
    const joined = isEmpty() ? current + part : `${current} ${part}`;
    if (isEmpty() || textWidth(joined.trimEnd()) <= width) {
      current = joined;
      return;
    }
    lines.push(current.trimEnd());
    current = further + part;
  };
  for (const column of columnsOf(line.slice(begin.length))) {
    if (textWidth(further + column) <= width) {
      add(column);
      continue;
    }
    // it begins a line of its own
    if (!isEmpty()) lines.push(current.trimEnd());
    current = isEmpty() ? current : further;
    column.split(' ').forEach(add);
  }
  return [...lines, current.trimEnd()];
}

/** Each with the sign that ends it. */
function columnsOf(text: string): string[] {
  const columns = text.split(COLUMN);
  return columns.map((column, index) => (index < columns.length - 1 ? `${column} |` : column));
}
