/*
 * Makes deliberate defects in the handler, one at a time, and says whether each is noticed: by the simulation of the
 * lifecycle, or at least by the tests of the handler. What takes seconds comes first: a net is tried on what those before
 * it have let through. `--only <name>` tries one defect, or some where it is repeated; `--simulation` does without tests.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import type { Defect } from './mutation-check/defect';
import { DEFECTS } from './mutation-check/defects';
import { inParallel } from './mutation-check/in-parallel';
import type { Net } from './mutation-check/net';
import { Patience } from './mutation-check/patience';
import { SIMULATION, SIMULATION_WITHOUT_FAULTS } from './mutation-check/simulation-net';
import { TreeCopy } from './mutation-check/tree-copy';
import { OWN_TESTS, UNIT_TESTS } from './mutation-check/unit-test-net';
import { requireQuiet, verdictOn } from './mutation-check/verdict';
import { rowOf, summaryOf } from './mutation-check/verdict-lines';

const NETS = [SIMULATION_WITHOUT_FAULTS, OWN_TESTS, SIMULATION, UNIT_TESTS];
const SIMULATIONS = [SIMULATION_WITHOUT_FAULTS, SIMULATION];
const MOST_AT_ONCE = 2;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { only: { type: 'string', multiple: true }, simulation: { type: 'boolean', default: false } },
  });
  const tree = TreeCopy.ofNow();
  try {
    await check(chosen(values.only), tree, values.simulation ? SIMULATIONS : NETS);
  } finally {
    tree.remove();
  }
}

async function check(defects: readonly Defect[], tree: TreeCopy, nets: readonly Net[]): Promise<void> {
  // before anything takes time
  defects.forEach((defect) => tree.sourceWith(defect));
  const atOnce = Math.min(MOST_AT_ONCE, availableParallelism());
  const patience = new Patience();
  // what takes longest first
  await inParallel([...nets].reverse(), atOnce, (net) => requireQuiet(net, tree, patience));
  const verdicts = await inParallel(defects, atOnce, async (defect) => {
    const verdict = await verdictOn(defect, tree, nets, patience);
    console.log(rowOf(verdict));
    return verdict;
  });
  console.log(`\n${summaryOf(verdicts)}`);
  if (verdicts.some(({ caught }) => !caught)) process.exitCode = 1;
}

function chosen(names: readonly string[] | undefined): readonly Defect[] {
  return names?.map(defectNamed) ?? DEFECTS;
}

function defectNamed(wanted: string): Defect {
  const defect = DEFECTS.find(({ name }) => name === wanted);
  if (defect) return defect;
  throw new Error(`--only: '${wanted}' must be one of\n${DEFECTS.map(({ name }) => `  ${name}`).join('\n')}`);
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
