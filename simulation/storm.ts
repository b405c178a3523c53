import type { KindKey } from './aws/job-wording';
import type { SimulatedCourse } from './aws/simulated-job';
import type { SimulatedStack } from './cloudformation/stack';
import type { Template, TemplateResource } from './cloudformation/template';
import { RandomFaults } from './fault-plan';
import type { JobOptions } from './scenarios/sample-jobs';
import { jobResource, longTemplate, plainResource } from './scenarios/sample-templates';
import { KINDS } from './scenarios/scenarios';
import { SeededNumbers } from './seeded-numbers';
import { World } from './world';
import { alternativeOf, FACT_IDS, factOf } from '../unconfirmed/facts';
import { Supposition } from '../unconfirmed/supposition';

/** How a storm went. */
export interface StormRun {
  readonly seed: number;
  readonly jobs: number;
  readonly operations: number;
  readonly faults: number;
  readonly played: ReadonlySet<string>;
  readonly violations: readonly string[];
  readonly trace?: string;
}

/** The job that is always there. */
const FIRST = 'Job1';
const MOST_JOBS = 6;
const MOST_OPERATIONS = 5;
/** How likely it is at each point that something goes wrong: from a fair day to a bad one. */
const PROBABILITIES = [0, 0.005, 0.01, 0.02, 0.04];
/** Beyond that, a request may have lost more than CloudFormation's three tries can make good. */
const MOST_SILENCING = 1;
const LONGEST_PAUSE_SECONDS = 600;
const LONG_WAIT_SECONDS = 12_000;
/** So many times as long as others a job takes that wait conditions wait for. */
const LONG_JOB = 4;
const LATEST_CANCEL_SECONDS = 1000;
/** More than two faults may meet a Delete. */
const LONGEST_RETREAT_SECONDS = 500;

/** Many jobs, many operations, and as much trouble as chance will have it: all of it follows from the seed. */
export async function runStorm(seed: number, isTraced = false): Promise<StormRun> {
  const storm = new Storm(seed, isTraced);
  await storm.run();
  return storm;
}

/** What is supposed in a storm: in every other one what is usual, else some of what is not. */
function drawSupposition(numbers: SeededNumbers): Supposition {
  if (numbers.chance(0.5)) return Supposition.USUAL;
  const choices = FACT_IDS.filter(() => numbers.chance(0.3)).map((fact) => ({
    fact,
    alternative: numbers.pick(Object.keys(factOf(fact).alternatives)),
  }));
  // where no job can be started, a storm is soon over
  return new Supposition(choices.filter((choice) => alternativeOf(choice).passes !== false || numbers.chance(0.1)));
}

class Storm implements StormRun {
  public jobs = 0;
  public operations = 0;
  public readonly violations: string[] = [];
  private readonly numbers: SeededNumbers;
  private readonly plan: RandomFaults;
  private readonly world: World;
  private readonly courses: { [version: string]: SimulatedCourse[] } = {};
  /** What is to be deployed, by logical id. */
  private readonly wishes = new Map<string, JobOptions>();
  private versions = 0;

  constructor(
    public readonly seed: number,
    isTraced: boolean,
  ) {
    this.numbers = new SeededNumbers(seed);
    const faults = new SeededNumbers(seed, 1);
    this.plan = new RandomFaults(faults, this.numbers.pick(PROBABILITIES), MOST_SILENCING);
    const [jitter, ties] = [new SeededNumbers(seed, 2), new SeededNumbers(seed, 3)];
    this.world = new World({
      plan: this.plan,
      supposition: drawSupposition(new SeededNumbers(seed, 4)),
      longestRetreatSeconds: LONGEST_RETREAT_SECONDS,
      isTraced,
      random: () => jitter.next(),
      tie: () => ties.next(),
    });
    this.world.account.courses = this.courses;
  }

  public get faults(): number {
    return this.plan.met.length;
  }

  /** The alternatives that have decided on anything, by their names. */
  public get played(): ReadonlySet<string> {
    return this.world.facts.played;
  }

  public get trace(): string | undefined {
    return this.world.trace?.text;
  }

  public async run(): Promise<void> {
    try {
      await this.world.run(() => this.play());
    } catch (error) {
      this.violations.push(`the simulation fails: ${String(error)}`);
    }
    this.violations.push(...this.world.monitor.violations);
    this.jobs = this.world.account.jobs.length;
  }

  private async play(): Promise<void> {
    const { numbers } = this;
    this.world.account.expectTrouble();
    let template = this.newTemplate();
    let stack = this.world.newStack();
    await this.operate(stack, () => stack.create(template));
    for (let left = numbers.below(MOST_OPERATIONS); left > 0; left--) {
      if (stack.status === 'ROLLBACK_COMPLETE' || stack.status === 'DELETE_COMPLETE') {
        await this.operate(stack, () => stack.delete());
        stack = this.world.newStack();
        await this.operate(stack, () => stack.create(template));
      } else if (stack.status === 'UPDATE_ROLLBACK_FAILED') {
        await this.operate(stack, () => stack.continueRollback());
      } else if (/^(CREATE|UPDATE|UPDATE_ROLLBACK)_COMPLETE$/.test(stack.status)) {
        template = this.changed(template);
        await this.operate(stack, () => stack.update(template));
      }
    }
    // a rollback that has failed is gone on with, and a deletion that has failed is tried again
    for (let tries = 0; stack.status === 'UPDATE_ROLLBACK_FAILED' && tries < 3; tries++) {
      await this.operate(stack, () => stack.continueRollback());
    }
    for (let tries = 0; stack.status !== 'DELETE_COMPLETE' && tries < 3; tries++) {
      await this.operate(stack, () => stack.delete());
    }
  }

  private async operate(stack: SimulatedStack, operation: () => Promise<string>): Promise<void> {
    const { numbers, world } = this;
    await world.scheduler.sleep(10 + numbers.below(LONGEST_PAUSE_SECONDS), 'the next operation begins');
    this.operations++;
    if (numbers.chance(0.3)) {
      const latest = this.hasLongJob ? LATEST_CANCEL_SECONDS * LONG_JOB : LATEST_CANCEL_SECONDS;
      world.scheduler.after(numbers.next() ** 3 * latest, 'the operation is cancelled', () => stack.interrupt());
    }
    await operation();
  }

  // ------------------------------------------------------------------------------------ what is deployed

  /** Whether wait conditions wait for the first job: that is so in every other storm. */
  private get hasLongJob(): boolean {
    return this.seed % 2 === 0;
  }

  private newTemplate(): Template {
    const count = 1 + this.numbers.below(MOST_JOBS);
    const kind = this.numbers.pick(KINDS);
    for (let number = 1; number <= count; number++) {
      const logicalId = `Job${number}`;
      this.wishes.set(logicalId, this.wish(logicalId, this.numbers.chance(0.5) ? kind : this.numbers.pick(KINDS)));
    }
    return this.render(this.numbers.chance(0.1));
  }

  private changed(template: Template): Template {
    for (const [logicalId, wish] of this.wishes) {
      const dice = this.numbers.next();
      if (dice < 0.4) this.wishes.set(logicalId, this.wish(logicalId, wish.kind));
      else if (dice < 0.6) this.wishes.set(logicalId, { ...wish, tags: { owner: String(this.numbers.below(9)) } });
    }
    return this.numbers.chance(0.1) ? template : this.render(this.numbers.chance(0.15));
  }

  private wish(logicalId: string, kind: KindKey): JobOptions {
    const { numbers } = this;
    const version = `V${++this.versions}`;
    const isLong = this.hasLongJob && logicalId === FIRST;
    const course = (): SimulatedCourse => ({
      seconds: 20 + Math.floor(numbers.next() ** 3 * 2000) * (isLong ? LONG_JOB : 1),
      ...(numbers.chance(0.15) && { failure: 'ClientError: no such model' }),
      stopSeconds: 5 + numbers.below(60),
    });
    this.courses[`${logicalId}.${version}`] = [course(), course(), course()];
    return { kind, logicalId, version, waitSeconds: 60 * (5 + numbers.below(40)) };
  }

  private render(fails: boolean): Template {
    const template: { [logicalId: string]: TemplateResource } = {};
    for (const [logicalId, wish] of this.wishes) {
      if (logicalId === FIRST && this.hasLongJob) {
        Object.assign(template, longTemplate({ ...wish, waitSeconds: LONG_WAIT_SECONDS }));
      } else {
        template[logicalId] = jobResource(wish);
      }
    }
    return { ...template, Last: plainResource(String(fails), fails, this.seed % 3 === 0 ? Object.keys(template) : []) };
  }
}
