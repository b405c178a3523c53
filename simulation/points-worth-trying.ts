import type { Depth } from './depth';
import type { Point } from './fault-plan';

/** Whether an interruption at a point differs from those at other points: one tick that waits for a job is like the other. */
export function isWorthInterrupting({ index }: Point, { isShort, interruptions = 1 }: Depth): boolean {
  if (isShort) return index < BEGINNING && index % SHORT_STEP === 0;
  if (index < BEGINNING) return index % interruptions === 0;
  return index % (index < MIDDLE ? FURTHER_STEP : LAST_STEP) === 0 && index < LAST_INTERRUPTION;
}

/** Up to there, each point is another step of the operation. */
const BEGINNING = 26;
const FURTHER_STEP = 8;
/** From there on, a deployment waits for hours. */
const MIDDLE = 140;
const LAST_STEP = 60;
const LAST_INTERRUPTION = 500;
/** In a short exploration, only one of so many interruptions is tried. */
const SHORT_STEP = 8;

/** Of the looks in the midst of a wait, one in so many is tried at most, and some more than so many in all. */
const WAIT_STEP = 16;
const WAIT_SAMPLES = 8;
/** So many points a look has: the tick and its calls. */
const LOOK_LENGTHS = [2, 3, 4];
/** So many looks before and after it are like one in the midst of a wait. */
const LIKE_LOOKS = [-3, -2, -1, 1, 2, 3];

/** In a long wait, one look at the job is like the other: few of them are tried. */
export function withoutWaits(points: readonly Point[]): readonly Point[] {
  const isAlike = (index: number, other: number) =>
    points[index]?.place === points[other]?.place && points[index].label === points[other].label;
  const lookLength = (index: number) =>
    LOOK_LENGTHS.find((length) => LIKE_LOOKS.every((looks) => isAlike(index, index + looks * length)));
  return points.filter((_, index) => {
    const length = lookLength(index);
    if (length === undefined) return true;
    const step = Math.max(WAIT_STEP, Math.ceil(points.length / length / WAIT_SAMPLES));
    return Math.floor(index / length) % step === 0;
  });
}
