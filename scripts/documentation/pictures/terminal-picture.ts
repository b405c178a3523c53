import type { Theme } from './theme';
import { escaped } from '../../../rehearsal/pipeline/xml-text';

/** As wide as the terminal that is drawn: what is longer goes on in the next line. */
const COLUMNS = 138;
const [CHARACTER, LINE, MARGIN] = [7.25, 18, 14];

/** How many lines are drawn of the beginning and of the end; of those between, it is said how many they are. */
const [FIRST, LAST] = [3, 12];

interface Piece {
  readonly text: string;
  readonly code?: string;
}

/** A picture of what a command has printed, with the colours of the terminal, as SVG. */
export function terminalPicture(command: string, printed: string, theme: Theme): string {
  const { background, text: color, codes } = theme.terminal;
  const lines = [[{ text: `$ ${command}` }], ...shortened(printed.trim().split('\n')).flatMap(wrapped)];
  const width = Math.round(COLUMNS * CHARACTER + 2 * MARGIN);
  const height = lines.length * LINE + 2 * MARGIN;
  const rows = lines.map((pieces, index) => {
    const spans = pieces.map(({ text, code }) => {
      const paint =
        code !== undefined && codes[code] ? ` fill="${codes[code]}"` : code === '1' ? ' font-weight="bold"' : '';
      return `<tspan${paint}>${escaped(text)}</tspan>`;
    });
    return `<text x="${MARGIN}" y="${MARGIN + index * LINE + 13}" xml:space="preserve">${spans.join('')}</text>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, Liberation Mono, monospace" font-size="12" fill="${color}">`,
    `<title>${escaped(command)}</title>`,
    `<rect width="${width}" height="${height}" rx="8" fill="${background}" stroke="${theme.plain.stroke}"/>`,
    ...rows,
    '</svg>',
    '',
  ].join('\n');
}

function shortened(lines: readonly string[]): string[] {
  const left = lines.length - FIRST - LAST;
  if (left < 3) return [...lines];
  return [...lines.slice(0, FIRST), `⋮ ${left} more lines`, ...lines.slice(-LAST)];
}

/** The rows of a line, each as wide as the terminal. */
function wrapped(line: string): Piece[][] {
  const rows: Piece[][] = [[]];
  let column = 0;
  for (const { text, code } of piecesOf(line)) {
    // a character is what a reader sees as one
    for (const character of text) {
      if (column === COLUMNS) {
        rows.push([]);
        column = 0;
      }
      const row = rows[rows.length - 1];
      const last = row[row.length - 1];
      if (last && last.code === code) row[row.length - 1] = { text: last.text + character, code };
      else row.push({ text: character, code });
      column++;
    }
  }
  return rows;
}

/** A line in pieces of one colour each. */
function piecesOf(line: string): Piece[] {
  const pieces: Piece[] = [];
  let code: string | undefined;
  for (const part of line.split(/(\x1b\[\d+m)/)) {
    const escape = /^\x1b\[(\d+)m$/.exec(part)?.[1];
    if (escape === undefined) {
      if (part !== '') pieces.push({ text: part, code });
    } else {
      code = ['0', '22', '39'].includes(escape) ? undefined : escape;
    }
  }
  return pieces;
}
