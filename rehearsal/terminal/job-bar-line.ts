import { durationText } from './duration-text';
import { cut } from './line-layout';
import type { RunningJob } from './running-job';

/** A name takes no more of a line than this. */
const NAME_SHARE = 1 / 3;
/** Most statuses have it; longer ones move the bars. */
const STATUS_WIDTH = 15;
/** Of the rehearsed time, such as `23 h 59 min`. */
const TIME_WIDTH = 11;
const SPACES = 4;
const MIN_BAR_WIDTH = 5;
const MAX_BAR_WIDTH = 40;

/** The lines of running jobs: names, statuses, bars and times each in a column, within the width of a terminal. */
export function jobBarLines(jobs: readonly RunningJob[], width: number): string[] {
  const longest = (texts: string[]): number => Math.max(...texts.map(({ length }) => length));
  const nameWidth = Math.min(longest(jobs.map(({ name }) => name)), Math.floor(width * NAME_SHARE));
  const statusWidth = Math.max(STATUS_WIDTH, longest(jobs.map(({ status }) => status)));
  const room = width - nameWidth - statusWidth - TIME_WIDTH - SPACES;
  const barWidth = Math.min(MAX_BAR_WIDTH, Math.max(MIN_BAR_WIDTH, room));
  return jobs.map(({ name, status, elapsedMs, totalMs }) => {
    const done = Math.round(barWidth * Math.min(1, totalMs > 0 ? elapsedMs / totalMs : 1));
    const bar = '█'.repeat(done).padEnd(barWidth, '░');
    const text = `${cut(name, nameWidth).padEnd(nameWidth)} ${status.padEnd(statusWidth)} ${bar} ${durationText(elapsedMs)}`;
    // a line that goes on in the next could not be taken back
    return ` ${text}`.slice(0, width);
  });
}
