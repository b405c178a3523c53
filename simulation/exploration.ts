import type { Past } from './aws/invocation-record';
import type { Depth } from './depth';
import { type Fault, faultsAt } from './fault';
import type { PlannedFault, Point } from './fault-plan';
import { type KnownState, KnownStates, nameOf } from './known-states';
import { isWorthInterrupting, withoutWaits } from './points-worth-trying';
import { type Moment, type Run, runScenario } from './run-scenario';
import type { Scenario } from './scenarios/scenario';
import { UntriedFaults } from './untried-faults';
import { digestOf, excusesIn } from './world-digest';

/** A run in which something was wrong. */
export interface Failure {
  readonly scenario: string;
  readonly faults: readonly PlannedFault[];
  readonly violations: readonly string[];
}

/** What was tried, and what came of it. */
export interface Findings {
  /** What was tried, each a scenario with its faults. */
  readonly runs: number;
  /** Faults that have met a point. */
  readonly faults: number;
  /** Second faults that were not tried, for the same had been tried in the same state, where no more was excused. */
  readonly pruned: number;
  /** Invocations before a fault that were not played again, for the same had been played in the same state. */
  readonly repeated: number;
  readonly failures: readonly Failure[];
  /** The alternatives that have decided on anything, by their names. */
  readonly played: ReadonlySet<string>;
}

/** Plays a scenario with every fault at every point, and with every pair of them. */
export async function explore(scenario: Scenario, depth: Depth): Promise<Findings> {
  const exploration = new Exploration(scenario, depth);
  await exploration.run();
  return exploration;
}

class Exploration implements Findings {
  public runs = 0;
  public faults = 0;
  public pruned = 0;
  public repeated = 0;
  public readonly failures: Failure[] = [];
  public readonly played = new Set<string>();
  /** States from which all second faults have been tried. */
  private readonly seen = new KnownStates();
  /** States from which all goes well where no other fault comes. */
  private readonly safe = new KnownStates();

  constructor(
    private readonly scenario: Scenario,
    private readonly depth: Depth,
  ) {}

  public async run(): Promise<void> {
    const { isInterrupted } = this.scenario;
    const whole = await this.playWhole([]);
    const { points } = whole.run;
    for (const { state } of whole.quiet) this.seen.add(state);
    if (!isInterrupted) return this.addFaults(whole, points, this.depth.faults, true);
    // the person who deploys gives up at each point in turn
    for (const { index } of points.filter((point) => isWorthInterrupting(point, this.depth))) {
      await this.addSecond([{ point: index, fault: 'interrupt' }], this.depth.isThorough === true);
      if (this.isDone) return;
    }
  }

  /** Adds one fault, and another after it where there may be two. */
  private async addFaults(whole: Whole, points: readonly Point[], more: number, isAll: boolean): Promise<void> {
    const { faults: before } = whole;
    const first = before.length === 0 ? 0 : before[before.length - 1].point;
    const last: PlannedFault[] = [];
    for (const { index, place } of withoutWaits(points.slice(first))) {
      if (before.some(({ point, fault }) => point === index && fault !== 'interrupt')) continue;
      for (const fault of this.faultsAt(place, isAll)) {
        const isLast = more === 1 || !this.faultsAt(place, false).includes(fault);
        if (isLast) last.push({ point: index, fault });
        else await this.addSecond([...before, { point: index, fault }], false);
        if (this.isDone) return;
      }
    }
    await this.tryEach(whole, last);
  }

  /** Adds a second fault, up to where the run is in a state that another one has been in. */
  private async addSecond(faults: readonly PlannedFault[], isAll: boolean): Promise<void> {
    const whole = await this.playWhole(faults);
    const { run, quiet } = whole;
    // when the operation is over, there is nothing left to give up
    if (faults[0].fault === 'interrupt' && !run.isInterrupted) return;
    const known = quiet.find(({ state }) => this.seen.has(state))?.points ?? run.points.length;
    for (const { state } of quiet) this.seen.add(state);
    const rest = run.points.slice(known);
    this.pruned += rest.reduce((sum, { place }) => sum + this.faultsAt(place, isAll).length, 0);
    await this.addFaults(whole, run.points.slice(0, known), 1, isAll);
  }

  private faultsAt(place: Point['place'], isAll: boolean): readonly Fault[] {
    return faultsAt(place, !isAll || this.depth.isShort || this.depth.isCommon);
  }

  /** A run to its end: what it has been through after its last fault is known then. */
  private async playWhole(faults: readonly PlannedFault[]): Promise<Whole> {
    const quiet: Quiet[] = [];
    const last = faults.at(-1)?.point ?? -1;
    const run = await this.play(faults, undefined, (moment) => {
      if (moment.points > last) quiet.push({ state: stateAt(moment), points: moment.points });
      return false;
    });
    const { violations } = run;
    if (violations.length === 0) quiet.forEach(({ state }) => this.safe.add(state));
    else this.failures.push({ scenario: this.scenario.name, faults, violations });
    return { faults, run, quiet };
  }

  /**
   * Tries each of these faults after those that were before. Once a run is back in a state that the run without the fault
   * has been in, the next fault comes in the same run: what two runs have in common is played once.
   */
  private async tryEach(whole: Whole, faults: readonly PlannedFault[]): Promise<void> {
    const known = new Map(whole.quiet.map(({ state, points }) => [nameOf(state), points]));
    const untried = new UntriedFaults(faults);
    for (let first = untried.take(0); first && !this.isDone; first = untried.take(0)) {
      const tried = [first];
      const failure = await this.playOut(whole, first, (state, points) => {
        // the next fault must meet the same excuses as it would alone
        const place = known.get(nameOf(state));
        const next = place === undefined ? undefined : untried.take(place);
        if (place === undefined || next === undefined) return undefined;
        tried.push(next);
        return { point: points + next.point - place, fault: next.fault };
      });
      if (failure) await this.tellApart(whole, tried, failure);
    }
  }

  /** One of the faults of a run has let it fail: each is tried alone, to tell which. */
  private async tellApart(whole: Whole, tried: readonly PlannedFault[], failure: Failure): Promise<void> {
    const failures: Failure[] = [];
    for (const fault of tried.length > 1 ? tried : []) {
      const alone = await this.playOut(whole, fault, () => undefined);
      if (alone) failures.push(alone);
    }
    this.failures.push(...(failures.length > 0 ? failures : [failure]));
  }

  /** Plays until it is known how it goes on, and nothing else is to come then; what was wrong, if anything was. */
  private async playOut(
    whole: Whole,
    fault: PlannedFault,
    following: (state: KnownState, points: number) => PlannedFault | undefined,
  ): Promise<Failure | undefined> {
    const faults = [...whole.faults, fault];
    const all = [...faults];
    const past = { invocations: whole.run.invocations, until: fault.point };
    const states: KnownState[] = [];
    let [moments, next] = [0, 1];
    const run = await this.play(faults, past, (moment) => {
      const { points } = moment;
      if (points <= all.at(-1)!.point || ++moments < next) return false;
      // most come back at once or late, and to find out takes as long as to go on for a moment or two
      next = Math.ceil(moments * LOOK_AGAIN);
      const state = stateAt(moment);
      states.push(state);
      if (!this.safe.has(state)) return false;
      const another = following(state, points);
      if (!another) return true;
      [moments, next] = [0, 1];
      all.push(another);
      moment.add(another);
      return false;
    });
    const more = all.length - faults.length;
    this.runs += more;
    // those that were before count with each
    this.faults += more * (faults.length - 1);
    const violations = [...run.violations];
    if (run.met.length < all.length || !beginsAlike(whole.run, run, fault)) {
      violations.push('the simulation fails: a point is not where it was from the same state');
    }
    if (violations.length === 0) states.forEach((state) => this.safe.add(state));
    return violations.length === 0 ? undefined : { scenario: this.scenario.name, faults: all, violations };
  }

  private async play(
    faults: readonly PlannedFault[],
    past: Past | undefined,
    onQuiet: (moment: Moment) => boolean,
  ): Promise<Run> {
    const { authorize, supposition } = this.depth;
    const run = await runScenario(this.scenario, faults, { authorize, supposition, past, onQuiet });
    this.runs++;
    this.faults += run.met.length;
    this.repeated += run.repeated;
    run.played.forEach((name) => this.played.add(name));
    return run;
  }

  private get isDone(): boolean {
    return this.depth.isImpatient === true && this.failures.length > 0;
  }
}

/** A run to its end, whose faults others have, too. */
interface Whole {
  readonly faults: readonly PlannedFault[];
  readonly run: Run;
  readonly quiet: readonly Quiet[];
}

/** A moment between two calls of the function. */
interface Quiet {
  readonly state: KnownState;
  /** How many points there were before it. */
  readonly points: number;
}

/** How many times as many moments later it is asked again whether the rest of a run is known. */
const LOOK_AGAIN = 1.5;

/** Whether a run has had the points of another one up to its own fault. */
function beginsAlike({ points }: Run, run: Run, { point }: PlannedFault): boolean {
  return points.slice(0, point + 1).every(({ place, label }, index) => {
    const own = run.points.at(index);
    return own?.place === place && own.label === label;
  });
}

/** What a run has come to. */
function stateAt({ world, isOutcomeKept }: Moment): KnownState {
  return { digest: digestOf(world), excuses: [...excusesIn(world), ...(isOutcomeKept ? [] : ['another outcome'])] };
}
