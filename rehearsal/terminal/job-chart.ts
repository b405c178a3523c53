import { durationText } from './duration-text';
import { cut } from './line-layout';
import type { JobRun } from '../jobs/job-run';

const INDENT = '  ';
/** More jobs are many lines, and no longer a picture. */
const MAX_JOBS = 30;
const MAX_NAME = 24;
const MIN_BAR = 10;
const MAX_BAR = 40;

/** Draws when the jobs of an operation have run, each beside the others. One job alone needs no drawing. */
export function jobChart(runs: readonly JobRun[], elapsedMs: number, width: number): string[] {
  if (runs.length < 2) return [];
  const shown = runs.slice(0, MAX_JOBS);
  const texts = shown.map(({ afterMs, tookMs }) => `${durationText(tookMs)}, after ${durationText(afterMs)}`);
  const nameWidth = widthOf(shown.map(({ job }) => job));
  const room = width - INDENT.length - nameWidth - Math.max(...texts.map(({ length }) => length)) - 2;
  const barWidth = Math.min(MAX_BAR, Math.max(MIN_BAR, room));
  const lines = shown.map(
    (run, index) =>
      `${INDENT}${cut(run.job, nameWidth).padEnd(nameWidth)} ${bar(run, elapsedMs, barWidth)} ${texts[index]}`,
  );
  const more = runs.length - shown.length;
  return [
    `Jobs, in the ${durationText(elapsedMs)} that it took:`,
    ...lines,
    ...(more > 0 ? [`${INDENT}… and ${more} more`] : []),
  ];
}

/** What names take of a line: as much as tells them from one another. */
function widthOf(names: readonly string[]): number {
  const longest = Math.max(...names.map(({ length }) => length));
  const areToldApart = new Set(names.map((name) => cut(name, MAX_NAME))).size === new Set(names).size;
  return areToldApart ? Math.min(MAX_NAME, longest) : longest;
}

/** However short, a job is seen. */
function bar({ afterMs, tookMs }: JobRun, elapsedMs: number, width: number): string {
  const column = (ms: number): number => Math.round((ms / elapsedMs) * width);
  const begin = Math.min(width - 1, column(afterMs));
  const end = Math.min(width, Math.max(begin + 1, column(afterMs + tookMs)));
  return '█'
    .repeat(end - begin)
    .padStart(end, '░')
    .padEnd(width, '░');
}
