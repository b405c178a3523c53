import { rmSync } from 'node:fs';
import { type Stack, Stage } from 'aws-cdk-lib';
import { costFigures, providerWaiting } from './cost';
import { atMost, type Figure, median } from './figure';
import { batchJob, job, newStack } from './sample-stacks';
import { Rehearsal } from '../rehearsal/rehearsal';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** A job that a deployment waits for. */
interface Sample {
  readonly name: string;
  readonly make: (stack: Stack) => void;
  /** How long the job runs, about. */
  readonly seconds: number;
  /** A job needs fewer ticks than these. */
  readonly ticksBelow?: number;
}

const BATCH_SAMPLES = [
  { length: '1 min', seconds: MINUTE },
  { length: '10 min', seconds: 10 * MINUTE },
  { length: '1 h', seconds: HOUR },
  { length: '24 h', seconds: 24 * HOUR, ticksBelow: 400 },
].map(({ length, ...sample }) => ({
  name: `batch job of ${length}`,
  make: (stack: Stack) => void batchJob(stack, 'Job'),
  ...sample,
}));
const SAMPLES: readonly Sample[] = [
  { name: 'compilation job of 10 min', make: (stack) => void job(stack, 'Job'), seconds: 10 * MINUTE },
  ...BATCH_SAMPLES,
];

/** A job's end is to be noticed within 5 % of its run time; within 5 s if that is shorter, within 5 min if it is longer. */
const LONGEST_LAG_SHARE = 0.05;
const LONGEST_LAG = { least: 5, most: 5 * MINUTE };
/** What is compared with: looking at a job in fixed intervals, in seconds. */
const FIXED_INTERVALS = [5, 30];
/** Step Functions ends an execution that has more. */
const MOST_HISTORY_EVENTS = 25_000;
/** A fixed beginning of time, so that the figures are the same in every run. */
const START_TIME = Date.UTC(2030, 0, 1);

/** How a job's end is noticed. */
interface Notice {
  /** How often the function ran for it. */
  readonly ticks: number;
  /** The seconds from the job's end to the moment in which the deployment has its results. */
  readonly lag: number;
}

interface Rehearsed extends Notice {
  /** How long the job ran, in milliseconds. */
  readonly runTime: number;
  /** Of the execution that has the most. */
  readonly historyEvents: number;
  /** Of all executions. */
  readonly transitions: number;
}

/**
 * How often the handler looks after a job, and how late the deployment knows of its end, in rehearsed deployments; beside
 * fixed intervals for the very same jobs. What CloudFormation itself takes to get from one resource to the next is not in it.
 */
export async function measurePace(rounds: number, longestHours: number): Promise<Figure[]> {
  const figures: Figure[] = [];
  let historyEvents = 0;
  for (const sample of SAMPLES.filter(({ seconds }) => seconds <= longestHours * HOUR)) {
    const deployments = await rehearse(sample, rounds);
    historyEvents = Math.max(historyEvents, ...deployments.map((deployment) => deployment.historyEvents));
    figures.push(...figuresOf(sample, deployments));
  }
  return [...figures, atMost('pace: history events of the longest execution', historyEvents, MOST_HISTORY_EVENTS, '')];
}

function figuresOf({ name, seconds, ticksBelow }: Sample, deployments: readonly Rehearsed[]): Figure[] {
  const ticks = deployments.map((deployment) => deployment.ticks);
  const lags = deployments.map(({ lag }) => lag);
  const longestLag = Math.min(LONGEST_LAG.most, Math.max(LONGEST_LAG.least, seconds * LONGEST_LAG_SHARE));
  const mostTicks = { name: `pace: ${name}: ticks, most`, value: Math.max(...ticks), unit: '' };
  return [
    { name: `pace: ${name}: ticks, median`, value: median(ticks), unit: '' },
    ticksBelow === undefined
      ? mostTicks
      : { ...mostTicks, target: `< ${ticksBelow}`, met: mostTicks.value < ticksBelow },
    { name: `pace: ${name}: lag, median`, value: median(lags), unit: 's' },
    atMost(`pace: ${name}: lag, longest`, Math.max(...lags), longestLag, 's'),
    ...costFigures(`pace: ${name}`, {
      transitions: median(deployments.map(({ transitions }) => transitions)),
      looks: median(ticks),
    }),
    ...FIXED_INTERVALS.flatMap((interval) => {
      const notices = deployments.map(({ runTime }) => noticeAfter(runTime, interval * 1000));
      const every = `pace: ${name}, every ${interval} s`;
      return [
        { name: `${every}: ticks, most`, value: Math.max(...notices.map((notice) => notice.ticks)), unit: '' },
        { name: `${every}: lag, median`, value: median(notices.map(({ lag }) => lag)), unit: 's' },
        { name: `${every}: lag, longest`, value: Math.max(...notices.map(({ lag }) => lag)), unit: 's' },
        // a custom resource has an hour
        ...(seconds > HOUR
          ? []
          : costFigures(`${every}, by a Provider`, providerWaiting(median(notices.map((notice) => notice.ticks))))),
      ];
    }),
  ];
}

/** What it takes to start a job and to look at it in a fixed interval until it has ended; both in milliseconds. */
function noticeAfter(runTime: number, interval: number): Notice {
  const looks = Math.ceil(runTime / interval);
  return { ticks: 1 + looks, lag: (looks * interval - runTime) / 1000 };
}

/** Deploys a job several times: each runs a little shorter, so that it ends elsewhere between two ticks. */
async function rehearse({ name, make, seconds }: Sample, rounds: number): Promise<Rehearsed[]> {
  const stack = newStack();
  make(stack);
  const { directory } = Stage.of(stack)!.synth();
  try {
    const deployments: Rehearsed[] = [];
    for (let round = 0; round < rounds; round++) {
      deployments.push(await deploy(name, directory, seconds * (1 - (round + 0.5) / 100)));
    }
    return deployments;
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** Deploys a stack whose one job runs for so many seconds. */
async function deploy(name: string, assembly: string, seconds: number): Promise<Rehearsed> {
  const rehearsal = new Rehearsal({ startTime: START_TIME, jobs: { '*': { duration: seconds } } });
  try {
    const { ok, stacks } = await rehearsal.deploy(assembly);
    const { executions, sagemaker, bedrock } = rehearsal;
    const [{ createdAt, endsAt, finished }] = [...sagemaker.jobs, ...bedrock.jobs];
    if (!ok || !finished) throw new Error(`The rehearsed deployment of a ${name} failed`);
    // the resource that has the job's results is the last of the custom ones
    const known = Object.values(stacks)
      .flatMap(({ events }) => events)
      .filter(({ resourceType, status }) => resourceType.startsWith('Custom::') && status === 'CREATE_COMPLETE')
      .map(({ at }) => at);
    return {
      ticks: executions.reduce((sum, { ticks }) => sum + ticks, 0),
      lag: (Math.max(...known) - endsAt!) / 1000,
      runTime: endsAt! - createdAt,
      historyEvents: Math.max(...executions.map((execution) => execution.historyEvents)),
      transitions: executions.reduce((sum, { transitions }) => sum + transitions, 0),
    };
  } finally {
    await rehearsal.close();
  }
}
