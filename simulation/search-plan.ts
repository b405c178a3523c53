import { tryAlternative } from './alternative-search';
import type { KindKey } from './aws/job-wording';
import type { Depth } from './depth';
import { explore, type Findings } from './exploration';
import type { Scenario } from './scenarios/scenario';
import { KINDS, scenariosOf } from './scenarios/scenarios';
import { runStorm } from './storm';
import { type Choice, CHOICES, choiceName, kindsOf } from '../unconfirmed/facts';

/** A part of what is tried: what one process does at a time. */
export type Search =
  | { readonly kind: KindKey; readonly scenario: string; readonly depth: Depth }
  | { readonly kind: KindKey; readonly choice: Choice; readonly isShort?: boolean }
  | { readonly firstSeed: number; readonly seeds: number };

/** The parts of all that is to be tried. */
export const PARTS = ['scenarios', 'alternatives', 'storms'] as const;

/** Which part a search belongs to. */
export function partOf(search: Search): (typeof PARTS)[number] {
  if ('choice' in search) return 'alternatives';
  return 'kind' in search ? 'scenarios' : 'storms';
}

/** How much is tried. */
export interface SearchPlanOptions {
  /** A fraction of it that takes seconds, and still sees most of what can be wrong. @default false */
  readonly isShort?: boolean;
  /** Only single faults. @default false */
  readonly isSingle?: boolean;
  /** How many storms there are. */
  readonly storms: number;
}

const STORMS_AT_ONCE = 25;

/** All that is to be tried. */
export function searchPlan(options: SearchPlanOptions): Search[] {
  const weighed = KINDS.flatMap((kind) =>
    scenariosOf(kind)
      .filter((scenario) => !options.isShort || isInShortForm(kind, scenario))
      .map((scenario) => {
        const depth = depthOf(kind, scenario, options);
        return { weight: weightOf(scenario, depth), search: { kind, scenario: scenario.name, depth } };
      }),
  );
  // what takes longest comes first, so that nobody waits for it in the end
  weighed.sort((a, b) => b.weight - a.weight);
  const searches: Search[] = weighed.map(({ search }) => search);
  searches.push(...alternativeSearches(options.isShort));
  for (let seed = 1; seed <= options.storms; seed += STORMS_AT_ONCE) {
    searches.push({ firstSeed: seed, seeds: Math.min(STORMS_AT_ONCE, options.storms - seed + 1) });
  }
  return searches;
}

/** Every alternative, with every kind that it concerns. */
function alternativeSearches(isShort?: boolean): Search[] {
  return CHOICES.flatMap((choice) => kindsOf(choice).map((kind) => ({ kind, choice, isShort })));
}

/** What a person calls a part of what is to be tried. */
export function searchName(search: Search): string {
  if ('choice' in search) return `${search.kind}: under ${choiceName(search.choice)}`;
  if ('kind' in search) return `${search.kind}: ${search.scenario}`;
  return `storms ${search.firstSeed} to ${search.firstSeed + search.seeds - 1}`;
}

/** Does a part of what is to be tried. */
export async function carryOut(search: Search): Promise<Findings> {
  const { stackTraceLimit } = Error;
  // nobody reads where a fault comes from, and to find that out takes longer than the fault
  Error.stackTraceLimit = 0;
  try {
    return await findingsOf(search);
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

async function findingsOf(search: Search): Promise<Findings> {
  if ('choice' in search) {
    return tryAlternative(search.kind, scenariosOf(search.kind), search.choice, search.isShort);
  }
  if ('kind' in search) return explore(scenarioNamed(search.kind, search.scenario), search.depth);
  const failures: Findings['failures'][number][] = [];
  const played = new Set<string>();
  let faults = 0;
  for (let seed = search.firstSeed; seed < search.firstSeed + search.seeds; seed++) {
    const storm = await runStorm(seed);
    faults += storm.faults;
    storm.played.forEach((name) => played.add(name));
    if (storm.violations.length > 0) {
      failures.push({ scenario: `storm ${seed}`, faults: [], violations: storm.violations });
    }
  }
  return { runs: search.seeds, faults, pruned: 0, repeated: 0, failures, played };
}

/** The scenario of a kind with this name. */
export function scenarioNamed(kind: KindKey, name: string): Scenario {
  const scenario = scenariosOf(kind).find((candidate) => candidate.name === name);
  if (!scenario) throw new Error(`There is no scenario '${name}' of ${kind}`);
  return scenario;
}

function isInShortForm(kind: KindKey, { isLong, isOfKind }: Scenario): boolean {
  return isLong !== true && (kind === KINDS[0] || isOfKind === true);
}

function depthOf(
  kind: KindKey,
  { hasPairs = true, isLong = false }: Scenario,
  { isShort, isSingle }: SearchPlanOptions,
): Depth {
  // all kinds share the lifecycle: with the others, what is rare is left out after an interruption, and in long waits
  const isThorough = kind === KINDS[0];
  const isCommon = isLong && !isThorough;
  return { faults: hasPairs && !isShort && !isSingle ? 2 : 1, isThorough, isShort, isCommon, isImpatient: isShort };
}

/** How long a search takes beside others. */
function weightOf({ isInterrupted, isLong }: Scenario, { faults }: Depth): number {
  return (faults === 2 ? 4 : 0) + (isInterrupted ? 2 : 0) + (isLong ? 2 : 0);
}
