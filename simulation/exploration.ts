import type { Authorize } from './aws/authorize';
import { type Fault, faultsAt } from './fault';
import type { PlannedFault, Point } from './fault-plan';
import { type Moment, type Run, runScenario } from './run-scenario';
import type { Scenario } from './scenarios/scenario';
import { digestOf } from './world-digest';
import type { Supposition } from '../unconfirmed/supposition';

/** A run in which something was wrong. */
export interface Failure {
  readonly scenario: string;
  readonly faults: readonly PlannedFault[];
  readonly violations: readonly string[];
}

/** What was tried, and what came of it. */
export interface Findings {
  /** Runs, each a scenario with its faults. */
  readonly runs: number;
  /** Faults that have met a point. */
  readonly faults: number;
  /** Second faults that were not tried, for the same had been tried in the same state. */
  readonly pruned: number;
  readonly failures: readonly Failure[];
  /** The alternatives that have decided on anything, by their names. */
  readonly played: ReadonlySet<string>;
}

/** How far a scenario is explored. */
export interface Depth {
  /** How many faults a run has at most. */
  readonly faults: 1 | 2;
  /** Whether only those faults are tried that pairs are made of. */
  readonly isShort?: boolean;
  /** One in so many points at the beginning is one to give up at. @default 1 */
  readonly interruptions?: number;
  /** Whether a person who gives up meets every fault, or only those that pairs are made of. @default false */
  readonly isThorough?: boolean;
  /** Whether only those faults are tried that pairs are made of, but in all places. @default false */
  readonly isCommon?: boolean;
  /** Stops at the first failure. */
  readonly isImpatient?: boolean;
  /** What is taken to be so of what nobody has confirmed. @default - what is usual */
  readonly supposition?: Supposition;
  /** Decides on each call of the handler. @default - all are allowed */
  readonly authorize?: Authorize;
}

/** Plays a scenario with every fault at every point, and with every pair of them. */
export async function explore(scenario: Scenario, depth: Depth): Promise<Findings> {
  const exploration = new Exploration(scenario, depth);
  await exploration.run();
  return exploration;
}

/** Whether an interruption at a point differs from those at other points: one tick that waits for a job is like the other. */
function isWorthInterrupting({ index }: Point, { isShort, interruptions = 1 }: Depth): boolean {
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
function withoutWaits(points: readonly Point[]): readonly Point[] {
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

class Exploration implements Findings {
  public runs = 0;
  public faults = 0;
  public pruned = 0;
  public readonly failures: Failure[] = [];
  public readonly played = new Set<string>();
  /** States from which all second faults have been tried. */
  private readonly seen = new Set<string>();
  /** States from which all goes well where no other fault comes. */
  private readonly safe = new Set<string>();

  constructor(
    private readonly scenario: Scenario,
    private readonly depth: Depth,
  ) {}

  public async run(): Promise<void> {
    const { isInterrupted } = this.scenario;
    const { run, quiet } = await this.playWhole([]);
    const { points } = run;
    for (const { digest } of quiet) this.seen.add(digest);
    if (!isInterrupted) return this.addFaults([], points, this.depth.faults, true);
    // the person who deploys gives up at each point in turn
    for (const { index } of points.filter((point) => isWorthInterrupting(point, this.depth))) {
      await this.addSecond([{ point: index, fault: 'interrupt' }], this.depth.isThorough === true);
      if (this.isDone) return;
    }
  }

  /** Adds one fault, and another after it where there may be two. */
  private async addFaults(
    before: readonly PlannedFault[],
    points: readonly Point[],
    more: number,
    isAll: boolean,
  ): Promise<void> {
    const first = before.length === 0 ? 0 : before[before.length - 1].point;
    for (const { index, place } of withoutWaits(points.slice(first))) {
      if (before.some(({ point, fault }) => point === index && fault !== 'interrupt')) continue;
      for (const fault of this.faultsAt(place, isAll)) {
        const faults = [...before, { point: index, fault }];
        const isLast = more === 1 || !this.faultsAt(place, false).includes(fault);
        if (isLast) await this.playOut(faults);
        else await this.addSecond(faults, false);
        if (this.isDone) return;
      }
    }
  }

  /** Adds a second fault, up to where the run is in a state that another one has been in. */
  private async addSecond(faults: readonly PlannedFault[], isAll: boolean): Promise<void> {
    const { run, quiet } = await this.playWhole(faults);
    // when the operation is over, there is nothing left to give up
    if (faults[0].fault === 'interrupt' && !run.isInterrupted) return;
    const known = quiet.find(({ digest }) => this.seen.has(digest))?.points ?? run.points.length;
    for (const { digest } of quiet) this.seen.add(digest);
    const rest = run.points.slice(known);
    this.pruned += rest.reduce((sum, { place }) => sum + this.faultsAt(place, isAll).length, 0);
    await this.addFaults(faults, run.points.slice(0, known), 1, isAll);
  }

  private faultsAt(place: Point['place'], isAll: boolean): readonly Fault[] {
    return faultsAt(place, !isAll || this.depth.isShort || this.depth.isCommon);
  }

  /** A run to its end: what it has been through after its last fault is known then. */
  private async playWhole(faults: readonly PlannedFault[]): Promise<{ readonly run: Run; readonly quiet: Quiet[] }> {
    const quiet: Quiet[] = [];
    const last = faults.at(-1)?.point ?? -1;
    const run = await this.play(faults, ({ world, points, isOutcomeKept }) => {
      if (points <= last) return false;
      const digest = digestOf(world);
      quiet.push({ digest, points, state: stateOf(digest, isOutcomeKept) });
      return false;
    });
    if (run.violations.length === 0) quiet.forEach(({ state }) => this.safe.add(state));
    return { run, quiet };
  }

  /** A run that ends as soon as it is known how it goes on. */
  private async playOut(faults: readonly PlannedFault[]): Promise<void> {
    const last = faults.at(-1)!.point;
    const states: string[] = [];
    let [moments, next] = [0, 1];
    const run = await this.play(faults, ({ world, points, isOutcomeKept }) => {
      if (points <= last || ++moments < next) return false;
      // most come back at once or late, and to find out takes as long as to go on for a moment or two
      next = Math.ceil(moments * LOOK_AGAIN);
      const state = stateOf(digestOf(world), isOutcomeKept);
      states.push(state);
      return this.safe.has(state);
    });
    if (run.violations.length === 0) states.forEach((state) => this.safe.add(state));
  }

  private async play(faults: readonly PlannedFault[], onQuiet: (moment: Moment) => boolean): Promise<Run> {
    const { authorize, supposition } = this.depth;
    const run = await runScenario(this.scenario, faults, { authorize, supposition, onQuiet });
    this.runs++;
    this.faults += run.met.length;
    run.played.forEach((name) => this.played.add(name));
    if (run.violations.length > 0) {
      this.failures.push({ scenario: this.scenario.name, faults, violations: run.violations });
    }
    return run;
  }

  private get isDone(): boolean {
    return this.depth.isImpatient === true && this.failures.length > 0;
  }
}

/** A moment between two calls of the function. */
interface Quiet {
  readonly digest: string;
  /** The digest, and what is asked of the outcome. */
  readonly state: string;
  /** How many points there were before it. */
  readonly points: number;
}

/** How many times as many moments later it is asked again whether the rest of a run is known. */
const LOOK_AGAIN = 1.5;

/** What the future of a run depends on, and what is asked of it. */
function stateOf(digest: string, isOutcomeKept: boolean): string {
  return `${digest}${isOutcomeKept ? '' : ' or another outcome'}`;
}
