import type { Authorize } from './aws/environment';
import type { Fault } from './fault';
import { factsOf } from './fault';
import { FixedFaults, type PlannedFault, type Point } from './fault-plan';
import type { Scenario } from './scenarios/scenario';
import { World } from './world';

/** How a scenario went. */
export interface Run {
  readonly violations: readonly string[];
  readonly points: readonly Point[];
  /** The faults that have met a point. */
  readonly met: readonly PlannedFault[];
  /** Whether the person who deploys has given up. */
  readonly isInterrupted: boolean;
  readonly status: string;
  readonly trace?: string;
}

/** What is to be known of a run. */
export interface RunOptions {
  readonly isTraced?: boolean;
  /** Decides on each call of the handler, also on those before the scenario. @default - all are allowed */
  readonly authorize?: Authorize;
  /** Called with each moment between two calls of the function, and the number of points before it. */
  readonly onQuiet?: (world: World, points: number) => void;
}

/** Plays a scenario with faults; without any, it tells where they could be. */
export async function runScenario(
  scenario: Scenario,
  faults: readonly PlannedFault[] = [],
  { isTraced, authorize, onQuiet }: RunOptions = {},
): Promise<Run> {
  const plan = new FixedFaults(faults, () => world.interrupt());
  const world: World = new World({
    plan,
    isTraced,
    authorize,
    onQuiet: onQuiet && (() => onQuiet(world, plan.points.length)),
  });
  world.account.courses = scenario.courses ?? {};
  const violations: string[] = [];
  try {
    if (scenario.given) world.goOnFrom(await prepared(scenario, scenario.given, authorize));
    await world.run(() => scenario.play(world));
  } catch (error) {
    violations.push(`the simulation fails: ${String(error)}`);
  }
  violations.push(...world.monitor.violations);
  const { status, isInterrupted } = world.stacks.at(-1) ?? { status: 'NONE', isInterrupted: false };
  const isHarmless = !world.excuses.isAnyOvertaxed && plan.met.every(({ fault }) => isOutcomeKept(fault, scenario));
  const expectedStatus = scenario.isInterrupted === true && !isInterrupted ? undefined : scenario.expected;
  if (isHarmless && expectedStatus !== undefined && status !== expectedStatus) {
    violations.push(`the outcome is another one: ${status}, not ${expectedStatus}`);
  }
  return {
    violations,
    points: plan.points,
    met: plan.met,
    isInterrupted,
    status,
    trace: world.trace?.text,
  };
}

const PREPARED = new WeakMap<Scenario, World>();

/** What is there before: the same in every run, for nothing goes wrong with it. */
async function prepared(
  scenario: Scenario,
  given: (world: World) => Promise<void>,
  authorize?: Authorize,
): Promise<World> {
  // who decides on calls must see them
  const known = authorize ? undefined : PREPARED.get(scenario);
  if (known) return known;
  const world = new World({ plan: new FixedFaults(), authorize });
  world.account.courses = scenario.courses ?? {};
  await world.run(() => given(world));
  if (world.monitor.violations.length > 0) throw new Error(world.monitor.violations.join('; '));
  PREPARED.set(scenario, world);
  return world;
}

function isOutcomeKept(fault: Fault, { spoiledBy = [] }: Scenario): boolean {
  const { harmless, isTurn } = factsOf(fault);
  if (spoiledBy.includes(fault)) return false;
  return fault === 'interrupt' || (harmless && !isTurn);
}
