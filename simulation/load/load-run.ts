import { CONCURRENT_FUNCTIONS, RATES, type ServiceRates, ThrottlingServices } from './throttling-services';
import type { Template } from '../cloudformation/template';
import { JOB_FACTS, LONGEST_WAIT_SECONDS } from '../handler-under-test';
import { jobResource, longTemplate } from '../scenarios/sample-templates';
import { KINDS } from '../scenarios/scenarios';
import { SeededNumbers } from '../seeded-numbers';
import { World } from '../world';

/** The kinds whose jobs run beside each other: what goes through one place has to be waited for, one by one. */
const SIDE_BY_SIDE = KINDS.filter((kind) => JOB_FACTS[kind].place === undefined);

/** What a load is made of. */
export interface LoadOptions {
  readonly jobs: number;
  /** How long each job runs. */
  readonly jobSeconds: number;
  readonly seed?: number;
  /** How long the quota of the account is used up, in seconds. @default 0 */
  readonly fullSeconds?: number;
  /** How many jobs may run at once. @default - all */
  readonly places?: number;
  /** How long the deployment waits for each job. @default 3000 */
  readonly waitSeconds?: number;
  /** After how many seconds the person who deploys gives up. @default - never */
  readonly cancelledAfter?: number;
  /** Whether pauses have jitter. @default true */
  readonly hasJitter?: boolean;
  readonly rates?: ServiceRates;
  /** How many functions may be at work at once. @default - as many as in a new account */
  readonly functionsAtOnce?: number;
}

/** How a load went. */
export interface LoadFigures {
  readonly status: string;
  readonly violations: readonly string[];
  readonly jobsMade: number;
  readonly ticks: number;
  /** Calls of the services that run jobs, and how many of them were throttled with all their retries. */
  readonly calls: number;
  readonly throttledCalls: number;
  readonly throttledOperations: { readonly [operation: string]: number };
  /** From the first request to the last answer. */
  readonly seconds: number;
  /** The most calls of the services in one second, once the jobs run: a herd would make all at once. */
  readonly mostCallsInASecond: number;
  readonly meanCallsInASecond: number;
}

const WAIT_SECONDS = 3000;
const MOST_TRIES = 3;
/** What comes before is the creation of the jobs, which CloudFormation asks for all at once. */
const SETTLED_SECONDS = 300;

/** Deploys many jobs at once against services that throttle. */
export async function runLoad({
  jobs,
  jobSeconds,
  seed = 1,
  fullSeconds = 0,
  places = Infinity,
  waitSeconds = WAIT_SECONDS,
  cancelledAfter,
  hasJitter = true,
  rates = RATES,
  functionsAtOnce = CONCURRENT_FUNCTIONS,
}: LoadOptions): Promise<LoadFigures> {
  const [jitter, ties] = [new SeededNumbers(seed), new SeededNumbers(seed + 1)];
  const services: ThrottlingServices = new ThrottlingServices(
    () => world.now,
    () => world.hasRoom,
    rates,
  );
  const world: World = new World({
    plan: services,
    random: () => (hasJitter ? jitter.next() : 0.5),
    tie: () => ties.next(),
    functionsAtOnce,
    // hundreds of Deletes wait for their turns
    longestRetreatSeconds: WAIT_SECONDS,
  });
  const names = Array.from({ length: jobs }, (_, index) => `Job${index}`);
  world.account.courses = Object.fromEntries(names.map((name) => [`${name}.V1`, [{ seconds: jobSeconds }]]));
  world.account.places = places;
  const template: Template = Object.fromEntries(
    names.flatMap((logicalId, index) => {
      const options = { kind: SIDE_BY_SIDE[index % SIDE_BY_SIDE.length], logicalId, version: 'V1', waitSeconds };
      if (waitSeconds > LONGEST_WAIT_SECONDS) return Object.entries(longTemplate(options));
      return [[logicalId, jobResource(options)]];
    }),
  );
  const begun = world.now;
  let ended = begun;
  const stack = world.newStack();
  world.account.fullUntil = begun + fullSeconds * 1000;
  if (cancelledAfter !== undefined) {
    world.scheduler.after(cancelledAfter, 'the operation is cancelled', () => stack.interrupt());
  }
  await world.run(async () => {
    await stack.create(template);
    // the person who sees a deletion fail tries again
    for (let tries = 0; stack.status === 'DELETE_FAILED' && tries < MOST_TRIES; tries++) await stack.delete();
    ended = world.now;
  });
  const settled = [...services.callsBySecond]
    .filter(([second]) => second >= begun / 1000 + SETTLED_SECONDS)
    .map(([, count]) => count);
  const sum = (counts: Iterable<number>) => [...counts].reduce((total, count) => total + count, 0);
  return {
    status: stack.status,
    violations: world.monitor.violations,
    jobsMade: world.account.jobs.length,
    ticks: services.ticks,
    calls: sum(services.callsBySecond.values()),
    throttledCalls: sum([...services.throttled].filter(([name]) => !/Execution|Invoke/.test(name)).map(([, n]) => n)),
    throttledOperations: Object.fromEntries(services.throttled),
    seconds: (ended - begun) / 1000,
    mostCallsInASecond: Math.max(0, ...settled),
    meanCallsInASecond: sum(settled) / Math.max(1, (ended - begun) / 1000 - SETTLED_SECONDS),
  };
}
