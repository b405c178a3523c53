import { parseSeconds } from './duration-text';

/** A job of 4 minutes takes 8 seconds. */
const USUAL_SPEED = 30;
/** Real seconds that somebody watches a job of days. */
const LONGEST_WATCH_SECONDS = 20;

/** Rehearsed seconds per real second where somebody watches, by what `--duration` says. */
export function watchingSpeed(durations: readonly string[]): number {
  const seconds = durations.map((option) => parseSeconds(option.slice(option.lastIndexOf('=') + 1)) ?? 0);
  return Math.max(USUAL_SPEED, ...seconds.map((duration) => duration / LONGEST_WATCH_SECONDS));
}
