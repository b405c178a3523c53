/*
 * Plays the life of jobs with all that can go wrong, and says whether anything was lost.
 *
 * `npm run simulate` tries every fault, every pair of faults and many storms; `--short` a fraction of it in seconds.
 * `--kind` alone tries the scenarios of one kind, and `--only` one part of all that is to be tried. With `--scenario`, `--suppose`
 * and `--fault`, it plays one run again, and `--seed` one storm, and print what has happened.
 */
import { parseArgs } from 'node:util';
import type { KindKey } from './aws/job-wording';
import type { Failure, Findings } from './exploration';
import { isFault } from './fault';
import type { PlannedFault } from './fault-plan';
import { runScenario } from './run-scenario';
import { KINDS } from './scenarios/scenarios';
import { PARTS, partOf, searchPlan, type Search, searchName, scenarioNamed } from './search-plan';
import { runStorm } from './storm';
import { carryOutAll, isWorker, work } from './worker-pool';
import { CHOICES, choiceName, FACT_IDS } from '../unconfirmed/facts';
import { Supposition } from '../unconfirmed/supposition';

const STORMS = 3000;
const SHORT_STORMS = 50;
const MOST_FAILURES_SHOWN = 10;

async function main(): Promise<void> {
  if (isWorker()) return work();
  const { values } = parseArgs({
    options: {
      short: { type: 'boolean', default: false },
      singles: { type: 'boolean', default: false },
      storms: { type: 'string' },
      kind: { type: 'string' },
      scenario: { type: 'string' },
      fault: { type: 'string', multiple: true },
      suppose: { type: 'string', multiple: true },
      only: { type: 'string' },
      seed: { type: 'string' },
    },
  });
  if (values.seed !== undefined) return replayStorm(Number(values.seed));
  const { fault = [], scenario, suppose = [] } = values;
  const kind = oneOf(KINDS, '--kind', values.kind);
  const part = oneOf(PARTS, '--only', values.only);
  if (scenario !== undefined) return replay(kind ?? KINDS[0], scenario, fault, Supposition.read(suppose));
  const storms = Number(values.storms ?? (values.short ? SHORT_STORMS : STORMS));
  const searches = searchPlan({ isShort: values.short, isSingle: values.singles, storms }).filter(
    (search) =>
      (kind === undefined || ('kind' in search && search.kind === kind)) &&
      (part === undefined || part === partOf(search)),
  );
  const isAll = kind === undefined && (part === undefined || part === 'alternatives');
  await tryAll(searches, isAll);
}

/** What an argument says, where it is one of what it may be. */
function oneOf<Value extends string>(
  values: readonly Value[],
  option: string,
  text: string | undefined,
): Value | undefined {
  const known = values.find((value) => value === text);
  if (text !== undefined && known === undefined) {
    throw new Error(`${option}: ${text} must be one of ${values.join(', ')}`);
  }
  return known;
}

/**
 * Tries all there is, and prints the figures.
 *
 * @param isAll Whether every alternative must have been played.
 */
async function tryAll(searches: readonly Search[], isAll: boolean): Promise<void> {
  const begun = Date.now();
  const total = { runs: 0, faults: 0, pruned: 0, repeated: 0, storms: 0 };
  const played = new Set<string>();
  let failures = 0;
  await carryOutAll(__filename, searches, (search, findings) => {
    print(`${searchName(search).padEnd(85)} ${figuresOf(findings)}`);
    total.runs += findings.runs;
    total.faults += findings.faults;
    total.pruned += findings.pruned;
    total.repeated += findings.repeated;
    findings.played.forEach((name) => played.add(name));
    if ('seeds' in search) total.storms += search.seeds;
    // at once, for the end may be far away; and one of each search, for another cause may be behind it
    const shown = Math.max(1, MOST_FAILURES_SHOWN - failures);
    findings.failures.slice(0, shown).forEach((failure) => report(search, failure));
    failures += findings.failures.length;
  });
  const unplayed = CHOICES.map(choiceName).filter((name) => !played.has(name));
  if (isAll && unplayed.length > 0) print(`\nNEVER PLAYED: ${unplayed.join(', ')}`);
  const scenarios = searches.filter((search) => 'scenario' in search);
  const paired = scenarios.filter(({ depth }) => depth.faults === 2);
  print(
    `\n${scenarios.length} scenarios, ${paired.length} of them with pairs of faults, ${total.storms} storms, ${CHOICES.length - unplayed.length} alternatives of ${FACT_IDS.length} unconfirmed facts: ${total.runs} runs, ${total.faults} faults injected, ` +
      `${total.pruned} pairs not tried again from a state in which they were tried with no more excuses, ${total.repeated} invocations before a fault not played again, ${failures} violations, ` +
      `${Math.round((Date.now() - begun) / 1000)} s`,
  );
  if (failures > 0 || (isAll && unplayed.length > 0)) process.exitCode = 1;
}

function report(search: Search, { scenario, faults, violations }: Failure): void {
  print(`\nVIOLATION in ${'kind' in search ? `${search.kind}: ` : ''}${scenario}`);
  violations.forEach((violation) => print(`  ${violation}`));
  print(`  npm run simulate -- ${argumentsOf(search, scenario, faults)}\n`);
}

async function replay(
  kind: KindKey,
  scenario: string,
  texts: readonly string[],
  supposition: Supposition,
): Promise<void> {
  const run = await runScenario(scenarioNamed(kind, scenario), texts.map(faultIn), { isTraced: true, supposition });
  print(run.trace ?? '');
  conclude(run.violations);
}

async function replayStorm(seed: number): Promise<void> {
  if (!Number.isInteger(seed)) throw new Error(`--seed: it must be a whole number`);
  const { trace, violations } = await runStorm(seed, true);
  print(trace ?? '');
  conclude(violations);
}

function conclude(violations: readonly string[]): void {
  print(violations.length === 0 ? '\nNo violation' : `\nVIOLATION\n${violations.join('\n')}`);
  if (violations.length > 0) process.exitCode = 1;
}

/** A fault as an argument has it: `<point>:<fault>`. */
function faultIn(text: string): PlannedFault {
  const [point, fault = ''] = text.split(':');
  if (!isFault(fault)) throw new Error(`--fault: ${text} must be <point>:<fault>, as in 7:lost`);
  return { point: Number(point), fault };
}

function argumentsOf(search: Search, scenario: string, faults: readonly PlannedFault[]): string {
  if (!('kind' in search)) return `--seed ${scenario.replace(/\D/g, '')}`;
  const plan = faults.map(({ point, fault }) => ` --fault ${point}:${fault}`).join('');
  const suppose = 'choice' in search ? ` --suppose ${choiceName(search.choice)}` : '';
  return `--kind ${search.kind} --scenario "${scenario}"${suppose}${plan}`;
}

function figuresOf({ runs, faults, pruned, failures }: Findings): string {
  return `${String(runs).padStart(7)} runs ${String(faults).padStart(7)} faults ${String(pruned).padStart(7)} pruned ${failures.length} violations`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

void main();
