import { explore, type Failure, type Findings } from './exploration';
import { runScenario } from './run-scenario';
import type { Scenario } from './scenarios/scenario';
import { type Choice, choiceName, isUsual, kindsOf } from '../unconfirmed/facts';
import { Supposition } from '../unconfirmed/supposition';
import type { JobKindKey } from '../unconfirmed/unconfirmed-fact';

/** At one in so many of its first points a person gives up, under each alternative. */
const INTERRUPTION_STEP = 6;
const LAST_INTERRUPTION = 60;

/** Plays scenarios of a kind under one alternative: each without faults, and the shortest with single ones. */
export async function tryAlternative(
  kind: JobKindKey,
  scenarios: readonly Scenario[],
  choice: Choice,
  isShort = false,
): Promise<Findings> {
  const search = new AlternativeSearch(choice, isShort);
  // what the other kinds do with a fault they do without the alternative
  const isFirst = kindsOf(choice)[0] === kind;
  for (const scenario of scenarios) {
    const isNear = scenario.isOfKind === true || scenario.shows?.includes(choice.fact) === true;
    // what is usual is so in all other searches: here it is only made certain that it is played
    if (isUsual(choice) && !scenario.shows?.includes(choice.fact)) continue;
    if (isShort && !isNear && (!isFirst || scenario.isLong)) continue;
    await search.try(scenario, isFirst && isNear && !isShort && !isUsual(choice));
  }
  return search;
}

class AlternativeSearch implements Findings {
  public runs = 0;
  public faults = 0;
  public pruned = 0;
  public repeated = 0;
  public readonly failures: Failure[] = [];
  public readonly played = new Set<string>();
  private readonly supposition: Supposition;

  constructor(
    private readonly choice: Choice,
    private readonly isShort: boolean,
  ) {
    this.supposition = new Supposition([choice]);
  }

  public async try(scenario: Scenario, hasFaults: boolean): Promise<void> {
    const { points, played } = await this.play(scenario);
    if (!played.has(choiceName(this.choice))) return;
    if (scenario.isInterrupted) return this.interrupt(scenario, points.length);
    if (hasFaults && !scenario.isLong) await this.addFaults(scenario);
  }

  private async interrupt(scenario: Scenario, points: number): Promise<void> {
    const step = this.isShort ? INTERRUPTION_STEP * 3 : INTERRUPTION_STEP;
    for (let point = 1; point < Math.min(points, LAST_INTERRUPTION); point += step) await this.play(scenario, point);
  }

  private async addFaults(scenario: Scenario): Promise<void> {
    const { supposition } = this;
    const { runs, faults, repeated, failures } = await explore(scenario, { faults: 1, isShort: true, supposition });
    this.runs += runs;
    this.faults += faults;
    this.repeated += repeated;
    this.failures.push(...failures);
  }

  private async play(scenario: Scenario, interruptedAt?: number): ReturnType<typeof runScenario> {
    const faults = interruptedAt === undefined ? [] : [{ point: interruptedAt, fault: 'interrupt' as const }];
    const run = await runScenario(scenario, faults, { supposition: this.supposition });
    this.runs++;
    this.faults += run.met.length;
    run.played.forEach((name) => this.played.add(name));
    if (run.violations.length > 0) this.failures.push({ scenario: scenario.name, faults, violations: run.violations });
    return run;
  }
}
