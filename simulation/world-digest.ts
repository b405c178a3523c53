import { hash } from 'node:crypto';
import { type Fault, factsOf } from './fault';
import { MOMENT, SIGNED_AT } from './numbered-text';
import type { World } from './world';

/** The words of the last error are told to a person, and steer nothing. */
const SETBACK = /"setback":"(?:[^"\\]|\\.)*"/g;
/** So are the times of a job that has ended. */
const JOB_TIME = /(?:Start|End|Submit)Time":"[^"]*"/g;
/** When and which request an execution is for is in its name, and in its input, too. */
const EXECUTION = /-(Create|Update|Delete)-[0-9a-z]{7}-[0-9a-f]{10}/g;
/** What signals are called follows from the execution, and no one reads it. */
const SIGNAL_ID = /"uniqueId":"[^"]*"/g;

/** Faults of which the monitor asks later whether there were any. */
const REMEMBERED: readonly Fault[] = ['stale', 'hidden', 'asked-again'];

/**
 * A text for all that the future of a world depends on, seen from now: two moments that have the same have the same
 * future, whatever led to them. To be asked for when no function is at work, for what it is at cannot be told.
 */
export function digestOf(world: World): string {
  return hash('sha1', stateOf(world), 'base64');
}

/** The same, for a person who looks for a difference. */
export function stateOf(world: World): string {
  const { account, conditions, function: lambda, now, plan, requests, scheduler, stacks, stepFunctions, urls } = world;
  const state = JSON.stringify([
    account.state,
    stepFunctions.state,
    conditions.state,
    world.state,
    scheduler.events.map(({ at, label }) => [at - now, label]),
    stacks.map((stack) => stack.state),
    // what CloudFormation does next follows from the outcomes of its requests
    requests.map(({ id, type, phase, sentAt, outcome }) =>
      outcome ? [type, phase, outcome.kind, 'physicalId' in outcome && outcome.physicalId] : [id, type, now - sentAt],
    ),
    urls.state,
    Math.max(0, lambda.unavailableUntil - now),
    // what is held against the world from now on
    plan.met.map(({ fault }) => fault).filter((fault) => !factsOf(fault).harmless || REMEMBERED.includes(fault)),
  ]);
  return state
    .replace(SETBACK, '')
    .replace(JOB_TIME, '')
    .replace(EXECUTION, '$1')
    .replace(SIGNAL_ID, '')
    .replace(SIGNED_AT, '')
    .replace(MOMENT, (moment) => String(distanceOf(Date.parse(moment) - now)));
}

/** What is far away is a matter of seconds: a request says only to the second when it was made, and deadlines follow from that. */
function distanceOf(ms: number): number {
  return ms > FAR_MS ? Math.ceil(ms / 1000) * 1000 : ms;
}

const FAR_MS = 30_000;
