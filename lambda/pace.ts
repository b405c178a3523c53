/** The pause before something is looked at that should be over in a moment, in seconds. */
export const SHORT_PACE = 5;
/** The pause before it is looked again for a job that will most likely never be there, in seconds. */
export const LOOKOUT_PACE = 10;
/** The pause in which a role may propagate, in seconds. */
export const IAM_PACE = 10;
/** How often something is tried that the function may not do, which may pass: for three minutes, with the pause above. */
export const MOST_TRIES_IF_DENIED = 18;
/** The longest pause between two requests for a place in the account's quota, in seconds. */
export const LONGEST_QUOTA_PAUSE = 120;
/** The longest pause after an error of the service, in seconds. */
export const LONGEST_BUSY_PAUSE = 60;

/** After so many ticks no pause is shorter than this share of the whole wait. */
const FREE_TICKS = 100;
const LEAST_SHARE_OF_WAIT = 1 / 1000;
/** What has come to so many ticks is stopped: the history of an execution has room for 25,000 events, nine a tick. */
export const MOST_TICKS = 1600;

/** The pauses between rounds of signals, in seconds. */
const SIGNAL_PAUSES = [5, 10, 20, 40, 60];

const LONGEST_SECONDS = 300;
/** A job's end is noticed after this share of its run time at the latest. */
const SHARE_OF_RUN_TIME = 0.05;
/** How much earlier than that a tick may come, so that jobs that began together do not tick together. */
const JITTER = 0.05;

/** A number from 0 (included) to 1 (excluded), as `Math.random` gives. */
export type Random = () => number;

/** The seconds until a running job is looked at again. */
export function paceOf(ageMs: number, random: Random): number {
  const share = (ageMs / 1000) * SHARE_OF_RUN_TIME * (1 - JITTER * random());
  return Math.round(Math.min(LONGEST_SECONDS, Math.max(SHORT_PACE, share)));
}

/** The seconds before a call that failed for a passing reason is made again: doubling, with jitter. */
export function backoffOf(setbacks: number, longestSeconds: number, random: Random): number {
  const ceiling = Math.min(longestSeconds, 2 ** (setbacks + 1));
  return Math.max(1, Math.round(ceiling * (1 - random() / 2)));
}

/** The shortest pause after so many ticks of an operation that waits for so many seconds in all, in seconds. */
export function leastPauseOf(ticks: number, waitSeconds: number): number {
  return ticks < FREE_TICKS ? 0 : Math.ceil(waitSeconds * LEAST_SHARE_OF_WAIT);
}

/** The seconds before conditions are signalled again, after so many rounds in a row in which none was let go. */
export function signalPauseOf(vainRounds: number, random: Random): number {
  const pause = SIGNAL_PAUSES[Math.min(vainRounds, SIGNAL_PAUSES.length - 1)];
  return Math.max(1, Math.round(pause * (1 - random() / 2)));
}
