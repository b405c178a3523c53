import { hash } from 'node:crypto';
import { hasMet, REMEMBERED } from './excuses';
import { MOMENT, SIGNED_AT } from './numbered-text';
import type { World } from './world';

/** What is told to a person, and steers nothing. */
const TOLD = new RegExp(
  [
    // the words of the last error
    /"setback":"(?:[^"\\]|\\.)*"/,
    // the times of a job that has ended
    /(?:Start|End|Submit)Time":"[^"]*"/,
    // what signals are called: that follows from the execution
    /"uniqueId":"[^"]*"/,
    SIGNED_AT,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);
/** When and which request an execution is for is in its name, and in its input, too. */
const EXECUTION = /-(Create|Update|Delete)-[0-9a-z]{7}-[0-9a-f]{10}/g;

/**
 * A text for all that the future of a world depends on, seen from now: two moments that have the same have the same
 * future, whatever led to them. To be asked for when no function is at work, for what it is at cannot be told.
 */
export function digestOf(world: World): string {
  return hash('sha1', stateOf(world), 'base64');
}

/** The same, for a person who looks for a difference. */
export function stateOf(world: World): string {
  const { account, conditions, function: lambda, now, requests, scheduler, stacks, stepFunctions, urls } = world;
  const state = JSON.stringify([
    account.state,
    stepFunctions.state,
    conditions.state,
    world.facts.state,
    world.monitor.state,
    scheduler.events.map(({ at, label }) => [at - now, label]),
    stacks.map((stack) => stack.state),
    // what CloudFormation does next follows from the outcomes of its requests
    requests.map(({ id, type, phase, sentAt, outcome }) =>
      outcome ? [type, phase, outcome.kind, 'physicalId' in outcome && outcome.physicalId] : [id, type, now - sentAt],
    ),
    urls.state,
    Math.max(0, lambda.unavailableUntil - now),
  ]);
  return state
    .replace(TOLD, '')
    .replace(EXECUTION, '$1')
    .replace(MOMENT, (moment) => String(distanceOf(Date.parse(moment) - now)));
}

/** What excuses violations from now on, each a text: the future is the same without it, and no judgment of it milder. */
export function excusesIn({ excuses, isHandoverDenied, plan, requests }: World): readonly string[] {
  return [
    ...excuses.leftFor(requests),
    ...(isHandoverDenied ? ['a handover was denied'] : []),
    ...REMEMBERED.filter((fault) => hasMet(plan, fault)).map((fault) => `${fault} was met`),
  ];
}

/** What is far away is a matter of seconds: a request says only to the second when it was made, and deadlines follow from that. */
function distanceOf(ms: number): number {
  return ms > FAR_MS ? Math.ceil(ms / 1000) * 1000 : ms;
}

const FAR_MS = 30_000;
