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

function parted(line: string, width: number): string[] {
  const [begin] = /^ */.exec(line)!;
  const further = ' '.repeat(begin.length + INDENT);
  const columns = line.slice(begin.length).split(COLUMN);
  const lines: string[] = [];
  let current = begin;
  const isNew = (): boolean => current.trim() === '';
  const next = (): void => {
    lines.push(current.trimEnd());
    current = further;
  };
  const add = (piece: string, separator: string): boolean => {
    const joined = isNew() ? current + piece : current + separator + piece;
    if (textWidth(joined.trimEnd()) > width && !isNew()) return false;
    current = joined;
    return true;
  };
  columns.forEach((column, index) => {
    const isLast = index === columns.length - 1;
    const piece = isLast ? column : `${column} |`;
    const fits = textWidth(further + piece) <= width;
    if (fits && add(piece, ' ')) return;
    if (!isNew()) next();
    if (fits) return void add(piece, ' ');
    for (const word of piece.split(' ')) {
      if (add(word, ' ')) continue;
      next();
      add(word, ' ');
    }
  });
  next();
  return lines;
}
