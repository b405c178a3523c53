import type { Authorize } from './aws/authorize';
import type { InvocationRecord, Past } from './aws/invocation-record';
import { isOfLastFault } from './failure-check';
import type { Fault } from './fault';
import { factsOf } from './fault';
import { FixedFaults, type PlannedFault, type Point } from './fault-plan';
import type { Scenario } from './scenarios/scenario';
import { missingWords } from './supposed-facts';
import { World } from './world';
import { Supposition } from '../unconfirmed/supposition';

/** How a scenario went. */
export interface Run {
  readonly violations: readonly string[];
  readonly points: readonly Point[];
  /** The faults that have met a point. */
  readonly met: readonly PlannedFault[];
  /** Whether the person who deploys has given up. */
  readonly isInterrupted: boolean;
  readonly status: string;
  /** The alternatives that have decided on anything, by their names. */
  readonly played: ReadonlySet<string>;
  /** What the function has done, each time that it ran. */
  readonly invocations: readonly InvocationRecord[];
  /** How often it has done what it does in the other run, and was not asked. */
  readonly repeated: number;
  readonly trace?: string;
}

/** A moment between two calls of the function. */
export interface Moment {
  readonly world: World;
  /** How many points there were before it. */
  readonly points: number;
  /** Whether the stack must end as it does without faults, as far as that can be said now. */
  readonly isOutcomeKept: boolean;
  /** Lets a fault meet a point that is still to come. */
  readonly add: (fault: PlannedFault) => void;
}

/** What is to be known of a run. */
export interface RunOptions {
  readonly isTraced?: boolean;
  /** What is taken to be so of what nobody has confirmed, also before the scenario. @default - what is usual */
  readonly supposition?: Supposition;
  /** Decides on each call of the handler, also on those before the scenario. @default - all are allowed */
  readonly authorize?: Authorize;
  /** A run that it begins like. @default - none is known */
  readonly past?: Past;
  /** Called with each moment between two calls of the function; whether the run may end there. @default - it goes to its end */
  readonly onQuiet?: (moment: Moment) => boolean;
}

/** Plays a scenario with faults; without any, it tells where they could be. */
export async function runScenario(
  scenario: Scenario,
  faults: readonly PlannedFault[] = [],
  { isTraced, supposition = Supposition.USUAL, authorize, past, onQuiet }: RunOptions = {},
): Promise<Run> {
  const plan = new FixedFaults(faults, () => world.interrupt());
  const world: World = new World({
    plan,
    isTraced,
    supposition,
    authorize,
    past,
    onQuiet:
      onQuiet &&
      (() =>
        onQuiet({
          world,
          points: plan.points.length,
          isOutcomeKept: isOutcomeKept(),
          add: (fault) => plan.add(fault),
        })),
  });
  const isOutcomeKept = () =>
    !world.excuses.isAnyOvertaxed && plan.met.every(({ fault }) => isHarmless(fault, scenario));
  world.account.courses = scenario.courses ?? {};
  const violations: string[] = [];
  try {
    if (scenario.given) world.goOnFrom(await prepared(scenario, scenario.given, supposition, authorize));
    world.account.expectTrouble();
    await world.run(() => scenario.play(world));
  } catch (error) {
    violations.push(`the simulation fails: ${String(error)}`);
  }
  violations.push(...world.monitor.violations);
  const { status, isInterrupted } = world.stacks.at(-1) ?? { status: 'NONE', isInterrupted: false };
  const expectedStatus = scenario.isInterrupted === true && !isInterrupted ? undefined : scenario.expected;
  const isJudged = !world.isLeft && isOutcomeKept() && expectedStatus !== undefined;
  if (isJudged && !isAsExpected(world, status, scenario, plan.met.length > 0)) {
    violations.push(`the outcome is another one: ${status}, not ${expectedStatus}`);
  }
  return {
    violations,
    points: plan.points,
    met: plan.met,
    isInterrupted,
    status,
    played: world.facts.played,
    invocations: world.invocations.all,
    repeated: world.invocations.repeated,
    trace: world.trace?.text,
  };
}

/** Whether the stack ends as it should: as in the usual case, or as it does when what is supposed lets it fail. */
function isAsExpected(
  { facts, requests, stacks }: World,
  status: string,
  { expected, spoiledBy = [] }: Scenario,
  hasFaults: boolean,
): boolean {
  if (status === expected) return true;
  if (!FAILED_STATUSES[expected]?.includes(status)) return false;
  const isSpoiled = facts.hasUnusual('role-not-ready-later') && spoiledBy.includes('role-not-ready-job');
  const told = requests.flatMap(({ outcome }) => (outcome?.kind === 'failed' ? [outcome.reason] : []));
  const reasons = [...told, ...stacks.flatMap(({ refusals }) => refusals)];
  // what is told may be what the last of many tries has met
  const isTold = (reason: string) =>
    facts.failures.some((failure) => missingWords(failure, reason).length === 0) ||
    (hasFaults && facts.failures.length > 0 && isOfLastFault(reason));
  return isSpoiled || reasons.some(isTold);
}

/** How a stack ends whose operation fails: with rollback, or without. */
const FAILED_STATUSES: { readonly [expected: string]: readonly string[] | undefined } = {
  CREATE_COMPLETE: ['ROLLBACK_COMPLETE', 'CREATE_FAILED'],
  UPDATE_COMPLETE: ['UPDATE_ROLLBACK_COMPLETE', 'UPDATE_FAILED'],
  DELETE_COMPLETE: ['DELETE_FAILED'],
  ROLLBACK_COMPLETE: ['ROLLBACK_FAILED'],
};

const PREPARED = new WeakMap<Scenario, Map<string, World>>();

/** What is there before: the same in every run, for nothing goes wrong with it. */
async function prepared(
  scenario: Scenario,
  given: (world: World) => Promise<void>,
  supposition: Supposition,
  authorize?: Authorize,
): Promise<World> {
  const name = supposition.names.join();
  const all = PREPARED.get(scenario) ?? new Map<string, World>();
  // who decides on calls must see them
  const known = authorize ? undefined : all.get(name);
  if (known) return known;
  const world = new World({ plan: new FixedFaults(), supposition, authorize });
  world.account.courses = scenario.courses ?? {};
  await world.run(() => given(world));
  if (world.monitor.violations.length > 0) throw new Error(world.monitor.violations.join('; '));
  PREPARED.set(scenario, all.set(name, world));
  return world;
}

function isHarmless(fault: Fault, { spoiledBy = [] }: Scenario): boolean {
  const { harmless, isTurn } = factsOf(fault);
  if (spoiledBy.includes(fault)) return false;
  return fault === 'interrupt' || (harmless && !isTurn);
}
