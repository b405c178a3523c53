/** One thing that was measured, beside what it is compared with. */
export interface Figure {
  /** What was measured. */
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What the figure should be, as a text; absent for a figure that only serves to compare. */
  readonly target?: string;
  /** Whether the figure is what it should be. */
  readonly met?: boolean;
}

/** A figure that must not be larger than a limit. */
export function atMost(name: string, value: number, limit: number, unit: string): Figure {
  return { name, value, unit, target: `≤ ${limit} ${unit}`.trim(), met: value <= limit };
}

/** A figure that must not be smaller than a limit. */
export function atLeast(name: string, value: number, limit: number, unit: string): Figure {
  return { name, value, unit, target: `≥ ${limit} ${unit}`.trim(), met: value >= limit };
}

/** The middle one of some numbers. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** Figures as a table of text. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, value, unit, target = '', met }) => [
    name,
    `${Number.isInteger(value) ? value : value.toFixed(value < 10 ? 2 : 0)} ${unit}`.trim(),
    target,
    met === undefined ? '' : met ? 'met' : 'MISSED',
  ]);
  const all = [['figure', 'value', 'target', ''], ...rows];
  const widths = all[0].map((_, column) => Math.max(...all.map((row) => row[column].length)));
  const line = (row: readonly string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  return [line(all[0]), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line)].join('\n');
}
