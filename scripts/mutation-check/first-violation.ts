/*
 * Simulates the handler until something is wrong, and prints what: without faults, or with `--faults`. It is run in a copy
 * of the tree, so that the handler is the one of that copy. What takes least comes first.
 */
import { runScenario } from '../../simulation/run-scenario';
import { KINDS, scenariosOf } from '../../simulation/scenarios/scenarios';
import { carryOut, searchPlan, type Search, scenarioNamed } from '../../simulation/search-plan';

const STORMS = 50;

/** Traces of errors take long to make, and nobody reads those of faults. */
Error.stackTraceLimit = 0;

async function firstViolation(): Promise<string | undefined> {
  if (!process.argv.includes('--faults')) return firstWithoutFault();
  return (await firstOf(searches())) ?? firstInterrupted();
}

/** What goes wrong though nothing happens: in every scenario, also in those that take too long to be tried with faults. */
async function firstWithoutFault(): Promise<string | undefined> {
  for (const kind of KINDS) {
    for (const scenario of scenariosOf(kind)) {
      const { violations } = await runScenario(scenario);
      if (violations.length > 0) return `${kind}: ${scenario.name}: ${violations[0]}`;
    }
  }
  return undefined;
}

/** What goes wrong where no more happens than that the person who deploys gives up: at every point, in every scenario for it. */
async function firstInterrupted(): Promise<string | undefined> {
  const [kind] = KINDS;
  for (const scenario of scenariosOf(kind).filter(({ isInterrupted }) => isInterrupted)) {
    const { points } = await runScenario(scenario);
    for (const { index } of points) {
      const { violations } = await runScenario(scenario, [{ point: index, fault: 'interrupt' }]);
      if (violations.length > 0) return `${kind}: ${scenario.name}, interrupt: ${violations[0]}`;
    }
  }
  return undefined;
}

async function firstOf(all: readonly Search[]): Promise<string | undefined> {
  for (const search of all) {
    const { failures } = await carryOut(search);
    if (failures.length === 0) continue;
    const [{ scenario, faults, violations }] = failures;
    const names = faults.map(({ fault }) => fault).join(' and ');
    return `${'seeds' in search ? '' : `${search.kind}: `}${scenario}${names && `, ${names}`}: ${violations[0]}`;
  }
  return undefined;
}

/** The short form of the simulation, but with all faults where nobody gives up: not only with those that pairs are made of. */
function searches(): Search[] {
  const all = searchPlan({ isShort: true, storms: STORMS });
  const scenarios = all.filter((search) => 'scenario' in search);
  const others = all.filter((search) => !('scenario' in search));
  const impatient = scenarios.map((search) => {
    const { isInterrupted } = scenarioNamed(search.kind, search.scenario);
    return { ...search, depth: { ...search.depth, isShort: isInterrupted, isImpatient: true } };
  });
  // what takes longest comes first in a search plan
  return [...impatient.reverse(), ...others];
}

void firstViolation().then((violation) => process.stdout.write(violation ?? ''));
