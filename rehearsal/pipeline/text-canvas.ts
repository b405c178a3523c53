/** Where a stroke leads from the middle of a cell: left, right, up, down. */
type Direction = 'L' | 'R' | 'U' | 'D';

const DIRECTIONS: readonly Direction[] = ['L', 'R', 'U', 'D'];
const STROKES: Record<string, string> = {
  L: '─',
  R: '─',
  LR: '─',
  UD: '│',
  LU: '┘',
  LD: '┐',
  RU: '└',
  RD: '┌',
  LRU: '┴',
  LRD: '┬',
  LUD: '┤',
  RUD: '├',
  LRUD: '┼',
};

/** Characters in rows; strokes that meet are joined. */
export class TextCanvas {
  private readonly texts = new Map<number, Map<number, string>>();
  private readonly strokes = new Map<number, Map<number, Set<Direction>>>();

  public write(row: number, x: number, text: string): void {
    [...text].forEach((letter, index) => cells(this.texts, row).set(x + index, letter));
  }

  /** From the left edge of one cell to the right edge of another, or to the middle where a vertical stroke ends it. */
  public horizontal(row: number, from: number, to: number, ends: { left?: boolean; right?: boolean } = {}): void {
    for (let x = from; x <= to; x++) {
      if (x > from || ends.left !== false) this.add(row, x, 'L');
      if (x < to || ends.right !== false) this.add(row, x, 'R');
    }
  }

  public vertical(x: number, from: number, to: number): void {
    for (let row = from; row <= to; row++) {
      if (row > from) this.add(row, x, 'U');
      if (row < to) this.add(row, x, 'D');
    }
  }

  public lines(): string[] {
    const rows = [...this.texts.keys(), ...this.strokes.keys()];
    return Array.from({ length: Math.max(-1, ...rows) + 1 }, (_, row) => this.line(row));
  }

  private line(row: number): string {
    const texts = cells(this.texts, row);
    const strokes = cells(this.strokes, row);
    const width = Math.max(-1, ...texts.keys(), ...strokes.keys()) + 1;
    return Array.from({ length: width }, (_, x) => texts.get(x) ?? character(strokes.get(x))).join('');
  }

  private add(row: number, x: number, direction: Direction): void {
    const strokes = cells(this.strokes, row);
    strokes.set(x, new Set([...(strokes.get(x) ?? []), direction]));
  }
}

function character(strokes: ReadonlySet<Direction> = new Set()): string {
  return STROKES[DIRECTIONS.filter((direction) => strokes.has(direction)).join('')] ?? ' ';
}

function cells<T>(rows: Map<number, Map<number, T>>, row: number): Map<number, T> {
  const known = rows.get(row) ?? new Map<number, T>();
  rows.set(row, known);
  return known;
}
